import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`mentors_languages\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`value\` text,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`mentors\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`mentors_languages_order_idx\` ON \`mentors_languages\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`mentors_languages_parent_idx\` ON \`mentors_languages\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`mentors_topics\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`value\` text,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`mentors\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`mentors_topics_order_idx\` ON \`mentors_topics\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`mentors_topics_parent_idx\` ON \`mentors_topics\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`mentors\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`name\` text NOT NULL,
  	\`email\` text NOT NULL,
  	\`phone\` text,
  	\`gender\` text,
  	\`origin_choice\` text NOT NULL,
  	\`country\` text,
  	\`arrival\` text NOT NULL,
  	\`pathway\` text NOT NULL,
  	\`grade\` text NOT NULL,
  	\`specialty\` text NOT NULL,
  	\`site\` text NOT NULL,
  	\`team\` text,
  	\`meeting_preference\` text NOT NULL,
  	\`gender_preference\` text,
  	\`about\` text,
  	\`capacity\` numeric DEFAULT 1 NOT NULL,
  	\`takes_mentees\` integer DEFAULT true NOT NULL,
  	\`consent_wording\` text,
  	\`consent_given_at\` text,
  	\`status\` text DEFAULT 'unconfirmed' NOT NULL,
  	\`confirmed_at\` text,
  	\`confirmation_hash\` text,
  	\`confirmation_expires_at\` text,
  	\`match_turn\` numeric DEFAULT 0,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`mentors_email_idx\` ON \`mentors\` (\`email\`);`)
  await db.run(sql`CREATE INDEX \`mentors_country_idx\` ON \`mentors\` (\`country\`);`)
  await db.run(sql`CREATE INDEX \`mentors_status_idx\` ON \`mentors\` (\`status\`);`)
  await db.run(sql`CREATE INDEX \`mentors_confirmation_hash_idx\` ON \`mentors\` (\`confirmation_hash\`);`)
  await db.run(sql`CREATE INDEX \`mentors_updated_at_idx\` ON \`mentors\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`mentors_created_at_idx\` ON \`mentors\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`mentees_languages\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`value\` text,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`mentees\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`mentees_languages_order_idx\` ON \`mentees_languages\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`mentees_languages_parent_idx\` ON \`mentees_languages\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`mentees_topics\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`value\` text,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`mentees\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`mentees_topics_order_idx\` ON \`mentees_topics\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`mentees_topics_parent_idx\` ON \`mentees_topics\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`mentees\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`name\` text NOT NULL,
  	\`email\` text NOT NULL,
  	\`phone\` text,
  	\`gender\` text,
  	\`origin_choice\` text NOT NULL,
  	\`country\` text,
  	\`arrival\` text NOT NULL,
  	\`pathway\` text NOT NULL,
  	\`grade\` text NOT NULL,
  	\`specialty\` text NOT NULL,
  	\`site\` text NOT NULL,
  	\`team\` text,
  	\`meeting_preference\` text NOT NULL,
  	\`gender_preference\` text,
  	\`about\` text,
  	\`consent_wording\` text,
  	\`consent_given_at\` text,
  	\`status\` text DEFAULT 'unconfirmed' NOT NULL,
  	\`waiting_since\` text,
  	\`confirmed_at\` text,
  	\`confirmation_hash\` text,
  	\`confirmation_expires_at\` text,
  	\`match_turn\` numeric DEFAULT 0,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`mentees_email_idx\` ON \`mentees\` (\`email\`);`)
  await db.run(sql`CREATE INDEX \`mentees_country_idx\` ON \`mentees\` (\`country\`);`)
  await db.run(sql`CREATE INDEX \`mentees_status_idx\` ON \`mentees\` (\`status\`);`)
  await db.run(sql`CREATE INDEX \`mentees_waiting_since_idx\` ON \`mentees\` (\`waiting_since\`);`)
  await db.run(sql`CREATE INDEX \`mentees_confirmation_hash_idx\` ON \`mentees\` (\`confirmation_hash\`);`)
  await db.run(sql`CREATE INDEX \`mentees_updated_at_idx\` ON \`mentees\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`mentees_created_at_idx\` ON \`mentees\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`mentees_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`mentors_id\` text(36),
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`mentees\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`mentors_id\`) REFERENCES \`mentors\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`mentees_rels_order_idx\` ON \`mentees_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`mentees_rels_parent_idx\` ON \`mentees_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`mentees_rels_path_idx\` ON \`mentees_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`mentees_rels_mentors_id_idx\` ON \`mentees_rels\` (\`mentors_id\`);`)
  await db.run(sql`CREATE TABLE \`resource_links\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`_order\` text,
  	\`title\` text,
  	\`url\` text,
  	\`audience\` text,
  	\`description\` text,
  	\`joining\` text,
  	\`is_retired\` integer DEFAULT false,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`_status\` text DEFAULT 'draft'
  );
  `)
  await db.run(sql`CREATE INDEX \`resource_links__order_idx\` ON \`resource_links\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`resource_links_updated_at_idx\` ON \`resource_links\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`resource_links_created_at_idx\` ON \`resource_links\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`resource_links__status_idx\` ON \`resource_links\` (\`_status\`);`)
  await db.run(sql`CREATE TABLE \`_resource_links_v\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`parent_id\` text(36),
  	\`version__order\` text,
  	\`version_title\` text,
  	\`version_url\` text,
  	\`version_audience\` text,
  	\`version_description\` text,
  	\`version_joining\` text,
  	\`version_is_retired\` integer DEFAULT false,
  	\`version_updated_at\` text,
  	\`version_created_at\` text,
  	\`version__status\` text DEFAULT 'draft',
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`latest\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`resource_links\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`_resource_links_v_parent_idx\` ON \`_resource_links_v\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_resource_links_v_version_version__order_idx\` ON \`_resource_links_v\` (\`version__order\`);`)
  await db.run(sql`CREATE INDEX \`_resource_links_v_version_version_updated_at_idx\` ON \`_resource_links_v\` (\`version_updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_resource_links_v_version_version_created_at_idx\` ON \`_resource_links_v\` (\`version_created_at\`);`)
  await db.run(sql`CREATE INDEX \`_resource_links_v_version_version__status_idx\` ON \`_resource_links_v\` (\`version__status\`);`)
  await db.run(sql`CREATE INDEX \`_resource_links_v_created_at_idx\` ON \`_resource_links_v\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_resource_links_v_updated_at_idx\` ON \`_resource_links_v\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_resource_links_v_latest_idx\` ON \`_resource_links_v\` (\`latest\`);`)
  await db.run(sql`CREATE TABLE \`media\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`alt\` text NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`url\` text,
  	\`thumbnail_u_r_l\` text,
  	\`filename\` text,
  	\`mime_type\` text,
  	\`filesize\` numeric,
  	\`width\` numeric,
  	\`height\` numeric,
  	\`focal_x\` numeric,
  	\`focal_y\` numeric,
  	\`sizes_wide_url\` text,
  	\`sizes_wide_width\` numeric,
  	\`sizes_wide_height\` numeric,
  	\`sizes_wide_mime_type\` text,
  	\`sizes_wide_filesize\` numeric,
  	\`sizes_wide_filename\` text
  );
  `)
  await db.run(sql`CREATE INDEX \`media_updated_at_idx\` ON \`media\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`media_created_at_idx\` ON \`media\` (\`created_at\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`media_filename_idx\` ON \`media\` (\`filename\`);`)
  await db.run(sql`CREATE INDEX \`media_sizes_wide_sizes_wide_filename_idx\` ON \`media\` (\`sizes_wide_filename\`);`)
  await db.run(sql`CREATE TABLE \`users_sessions\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`created_at\` text,
  	\`expires_at\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`users_sessions_order_idx\` ON \`users_sessions\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`users_sessions_parent_id_idx\` ON \`users_sessions\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`users\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`name\` text NOT NULL,
  	\`role\` text DEFAULT 'comms' NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`email\` text NOT NULL,
  	\`reset_password_token\` text,
  	\`reset_password_expiration\` text,
  	\`salt\` text,
  	\`hash\` text,
  	\`login_attempts\` numeric DEFAULT 0,
  	\`lock_until\` text
  );
  `)
  await db.run(sql`CREATE INDEX \`users_updated_at_idx\` ON \`users\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`users_created_at_idx\` ON \`users\` (\`created_at\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`users_email_idx\` ON \`users\` (\`email\`);`)
  await db.run(sql`CREATE TABLE \`mails\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`to\` text NOT NULL,
  	\`subject\` text NOT NULL,
  	\`text\` text NOT NULL,
  	\`html\` text NOT NULL,
  	\`status\` text DEFAULT 'queued' NOT NULL,
  	\`template\` text NOT NULL,
  	\`sent_at\` text,
  	\`attempts\` numeric DEFAULT 0,
  	\`last_error\` text,
  	\`secret_link\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`mails_key_idx\` ON \`mails\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`mails_to_idx\` ON \`mails\` (\`to\`);`)
  await db.run(sql`CREATE INDEX \`mails_status_idx\` ON \`mails\` (\`status\`);`)
  await db.run(sql`CREATE INDEX \`mails_updated_at_idx\` ON \`mails\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`mails_created_at_idx\` ON \`mails\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`matches\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`mentee_id\` text(36) NOT NULL,
  	\`mentor_id\` text(36) NOT NULL,
  	\`tier_label\` text NOT NULL,
  	\`status\` text NOT NULL,
  	\`tier\` text NOT NULL,
  	\`score\` numeric NOT NULL,
  	\`made_by\` text NOT NULL,
  	\`run_id\` text(36),
  	\`decided_by_id\` text(36),
  	\`decided_at\` text,
  	\`confirmed_at\` text,
  	\`first_contact_due\` text,
  	\`ends_on\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`mentee_id\`) REFERENCES \`mentees\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`mentor_id\`) REFERENCES \`mentors\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`run_id\`) REFERENCES \`matching_runs\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`decided_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`matches_mentee_idx\` ON \`matches\` (\`mentee_id\`);`)
  await db.run(sql`CREATE INDEX \`matches_mentor_idx\` ON \`matches\` (\`mentor_id\`);`)
  await db.run(sql`CREATE INDEX \`matches_status_idx\` ON \`matches\` (\`status\`);`)
  await db.run(sql`CREATE INDEX \`matches_run_idx\` ON \`matches\` (\`run_id\`);`)
  await db.run(sql`CREATE INDEX \`matches_decided_by_idx\` ON \`matches\` (\`decided_by_id\`);`)
  await db.run(sql`CREATE INDEX \`matches_confirmed_at_idx\` ON \`matches\` (\`confirmed_at\`);`)
  await db.run(sql`CREATE INDEX \`matches_updated_at_idx\` ON \`matches\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`matches_created_at_idx\` ON \`matches\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`matches_texts\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`text\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`matches\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`matches_texts_order_parent\` ON \`matches_texts\` (\`order\`,\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`matching_runs\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`started_by_id\` text(36),
  	\`mentees\` numeric NOT NULL,
  	\`mentors\` numeric NOT NULL,
  	\`places\` numeric NOT NULL,
  	\`proposed\` numeric NOT NULL,
  	\`total\` numeric NOT NULL,
  	\`is_certified\` integer,
  	\`record\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`started_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`matching_runs_started_by_idx\` ON \`matching_runs\` (\`started_by_id\`);`)
  await db.run(sql`CREATE INDEX \`matching_runs_updated_at_idx\` ON \`matching_runs\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`matching_runs_created_at_idx\` ON \`matching_runs\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`publications\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`status\` text NOT NULL,
  	\`started_at\` text NOT NULL,
  	\`seconds\` numeric,
  	\`pages\` numeric,
  	\`problem\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`publications_started_at_idx\` ON \`publications\` (\`started_at\`);`)
  await db.run(sql`CREATE INDEX \`publications_updated_at_idx\` ON \`publications\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`publications_created_at_idx\` ON \`publications\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`payload_kv\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`data\` text NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`payload_kv_key_idx\` ON \`payload_kv\` (\`key\`);`)
  await db.run(sql`CREATE TABLE \`payload_jobs_log\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`executed_at\` text NOT NULL,
  	\`completed_at\` text NOT NULL,
  	\`task_slug\` text NOT NULL,
  	\`task_i_d\` text NOT NULL,
  	\`input\` text,
  	\`output\` text,
  	\`state\` text NOT NULL,
  	\`error\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`payload_jobs\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`payload_jobs_log_order_idx\` ON \`payload_jobs_log\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`payload_jobs_log_parent_id_idx\` ON \`payload_jobs_log\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`payload_jobs\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`input\` text,
  	\`completed_at\` text,
  	\`total_tried\` numeric DEFAULT 0,
  	\`has_error\` integer DEFAULT false,
  	\`error\` text,
  	\`task_slug\` text,
  	\`queue\` text DEFAULT 'default',
  	\`wait_until\` text,
  	\`processing\` integer DEFAULT false,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`payload_jobs_completed_at_idx\` ON \`payload_jobs\` (\`completed_at\`);`)
  await db.run(sql`CREATE INDEX \`payload_jobs_total_tried_idx\` ON \`payload_jobs\` (\`total_tried\`);`)
  await db.run(sql`CREATE INDEX \`payload_jobs_has_error_idx\` ON \`payload_jobs\` (\`has_error\`);`)
  await db.run(sql`CREATE INDEX \`payload_jobs_task_slug_idx\` ON \`payload_jobs\` (\`task_slug\`);`)
  await db.run(sql`CREATE INDEX \`payload_jobs_queue_idx\` ON \`payload_jobs\` (\`queue\`);`)
  await db.run(sql`CREATE INDEX \`payload_jobs_wait_until_idx\` ON \`payload_jobs\` (\`wait_until\`);`)
  await db.run(sql`CREATE INDEX \`payload_jobs_processing_idx\` ON \`payload_jobs\` (\`processing\`);`)
  await db.run(sql`CREATE INDEX \`payload_jobs_updated_at_idx\` ON \`payload_jobs\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`payload_jobs_created_at_idx\` ON \`payload_jobs\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`payload_locked_documents\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`global_slug\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_global_slug_idx\` ON \`payload_locked_documents\` (\`global_slug\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_updated_at_idx\` ON \`payload_locked_documents\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_created_at_idx\` ON \`payload_locked_documents\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`payload_locked_documents_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`mentors_id\` text(36),
  	\`mentees_id\` text(36),
  	\`resource_links_id\` text(36),
  	\`media_id\` text(36),
  	\`users_id\` text(36),
  	\`mails_id\` text(36),
  	\`matches_id\` text(36),
  	\`matching_runs_id\` text(36),
  	\`publications_id\` text(36),
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`payload_locked_documents\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`mentors_id\`) REFERENCES \`mentors\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`mentees_id\`) REFERENCES \`mentees\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`resource_links_id\`) REFERENCES \`resource_links\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`media_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`users_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`mails_id\`) REFERENCES \`mails\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`matches_id\`) REFERENCES \`matches\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`matching_runs_id\`) REFERENCES \`matching_runs\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`publications_id\`) REFERENCES \`publications\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_order_idx\` ON \`payload_locked_documents_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_parent_idx\` ON \`payload_locked_documents_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_path_idx\` ON \`payload_locked_documents_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_mentors_id_idx\` ON \`payload_locked_documents_rels\` (\`mentors_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_mentees_id_idx\` ON \`payload_locked_documents_rels\` (\`mentees_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_resource_links_id_idx\` ON \`payload_locked_documents_rels\` (\`resource_links_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_media_id_idx\` ON \`payload_locked_documents_rels\` (\`media_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_users_id_idx\` ON \`payload_locked_documents_rels\` (\`users_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_mails_id_idx\` ON \`payload_locked_documents_rels\` (\`mails_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_matches_id_idx\` ON \`payload_locked_documents_rels\` (\`matches_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_matching_runs_id_idx\` ON \`payload_locked_documents_rels\` (\`matching_runs_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_publications_id_idx\` ON \`payload_locked_documents_rels\` (\`publications_id\`);`)
  await db.run(sql`CREATE TABLE \`payload_preferences\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`key\` text,
  	\`value\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`payload_preferences_key_idx\` ON \`payload_preferences\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`payload_preferences_updated_at_idx\` ON \`payload_preferences\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`payload_preferences_created_at_idx\` ON \`payload_preferences\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`payload_preferences_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`users_id\` text(36),
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`payload_preferences\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`users_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`payload_preferences_rels_order_idx\` ON \`payload_preferences_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`payload_preferences_rels_parent_idx\` ON \`payload_preferences_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_preferences_rels_path_idx\` ON \`payload_preferences_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`payload_preferences_rels_users_id_idx\` ON \`payload_preferences_rels\` (\`users_id\`);`)
  await db.run(sql`CREATE TABLE \`payload_migrations\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`name\` text,
  	\`batch\` numeric,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`payload_migrations_updated_at_idx\` ON \`payload_migrations\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`payload_migrations_created_at_idx\` ON \`payload_migrations\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`programme_page_facts\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`figure\` text,
  	\`text\` text,
  	\`source\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`programme_page\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`programme_page_facts_order_idx\` ON \`programme_page_facts\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`programme_page_facts_parent_id_idx\` ON \`programme_page_facts\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`programme_page_pathways\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`name\` text,
  	\`description\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`programme_page\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`programme_page_pathways_order_idx\` ON \`programme_page_pathways\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`programme_page_pathways_parent_id_idx\` ON \`programme_page_pathways\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`programme_page_mentor_agreement\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`title\` text,
  	\`text\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`programme_page\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`programme_page_mentor_agreement_order_idx\` ON \`programme_page_mentor_agreement\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`programme_page_mentor_agreement_parent_id_idx\` ON \`programme_page_mentor_agreement\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`programme_page_mentee_agreement\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`title\` text,
  	\`text\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`programme_page\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`programme_page_mentee_agreement_order_idx\` ON \`programme_page_mentee_agreement\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`programme_page_mentee_agreement_parent_id_idx\` ON \`programme_page_mentee_agreement\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`programme_page\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`programme_name\` text,
  	\`trust_name\` text,
  	\`hero_title\` text,
  	\`hero_lead\` text,
  	\`hero_image_id\` text(36),
  	\`why\` text,
  	\`offer\` text,
  	\`community_title\` text,
  	\`community_body\` text,
  	\`community_url\` text,
  	\`training_title\` text,
  	\`training_body\` text,
  	\`contact_team\` text,
  	\`contact_email\` text,
  	\`contact_phone\` text,
  	\`contact_body\` text,
  	\`_status\` text DEFAULT 'draft',
  	\`updated_at\` text,
  	\`created_at\` text,
  	FOREIGN KEY (\`hero_image_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`programme_page_hero_hero_image_idx\` ON \`programme_page\` (\`hero_image_id\`);`)
  await db.run(sql`CREATE INDEX \`programme_page__status_idx\` ON \`programme_page\` (\`_status\`);`)
  await db.run(sql`CREATE TABLE \`_programme_page_v_version_facts\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`figure\` text,
  	\`text\` text,
  	\`source\` text,
  	\`_uuid\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_programme_page_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_programme_page_v_version_facts_order_idx\` ON \`_programme_page_v_version_facts\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_programme_page_v_version_facts_parent_id_idx\` ON \`_programme_page_v_version_facts\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_programme_page_v_version_pathways\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`name\` text,
  	\`description\` text,
  	\`_uuid\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_programme_page_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_programme_page_v_version_pathways_order_idx\` ON \`_programme_page_v_version_pathways\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_programme_page_v_version_pathways_parent_id_idx\` ON \`_programme_page_v_version_pathways\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_programme_page_v_version_mentor_agreement\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`title\` text,
  	\`text\` text,
  	\`_uuid\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_programme_page_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_programme_page_v_version_mentor_agreement_order_idx\` ON \`_programme_page_v_version_mentor_agreement\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_programme_page_v_version_mentor_agreement_parent_id_idx\` ON \`_programme_page_v_version_mentor_agreement\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_programme_page_v_version_mentee_agreement\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`title\` text,
  	\`text\` text,
  	\`_uuid\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_programme_page_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_programme_page_v_version_mentee_agreement_order_idx\` ON \`_programme_page_v_version_mentee_agreement\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_programme_page_v_version_mentee_agreement_parent_id_idx\` ON \`_programme_page_v_version_mentee_agreement\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_programme_page_v\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`version_programme_name\` text,
  	\`version_trust_name\` text,
  	\`version_hero_title\` text,
  	\`version_hero_lead\` text,
  	\`version_hero_image_id\` text(36),
  	\`version_why\` text,
  	\`version_offer\` text,
  	\`version_community_title\` text,
  	\`version_community_body\` text,
  	\`version_community_url\` text,
  	\`version_training_title\` text,
  	\`version_training_body\` text,
  	\`version_contact_team\` text,
  	\`version_contact_email\` text,
  	\`version_contact_phone\` text,
  	\`version_contact_body\` text,
  	\`version__status\` text DEFAULT 'draft',
  	\`version_updated_at\` text,
  	\`version_created_at\` text,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`latest\` integer,
  	FOREIGN KEY (\`version_hero_image_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`_programme_page_v_version_hero_version_hero_image_idx\` ON \`_programme_page_v\` (\`version_hero_image_id\`);`)
  await db.run(sql`CREATE INDEX \`_programme_page_v_version_version__status_idx\` ON \`_programme_page_v\` (\`version__status\`);`)
  await db.run(sql`CREATE INDEX \`_programme_page_v_created_at_idx\` ON \`_programme_page_v\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_programme_page_v_updated_at_idx\` ON \`_programme_page_v\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_programme_page_v_latest_idx\` ON \`_programme_page_v\` (\`latest\`);`)
  await db.run(sql`CREATE TABLE \`site_wording\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`mentor_sign_up_title\` text,
  	\`mentor_sign_up_intro\` text,
  	\`mentor_sign_up_consent\` text,
  	\`mentee_sign_up_title\` text,
  	\`mentee_sign_up_intro\` text,
  	\`mentee_sign_up_consent\` text,
  	\`resources_title\` text,
  	\`resources_intro\` text,
  	\`how_we_match_title\` text,
  	\`how_we_match_body\` text,
  	\`privacy_title\` text,
  	\`privacy_body\` text,
  	\`accessibility_title\` text,
  	\`accessibility_body\` text,
  	\`_status\` text DEFAULT 'draft',
  	\`updated_at\` text,
  	\`created_at\` text
  );
  `)
  await db.run(sql`CREATE INDEX \`site_wording__status_idx\` ON \`site_wording\` (\`_status\`);`)
  await db.run(sql`CREATE TABLE \`_site_wording_v\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`version_mentor_sign_up_title\` text,
  	\`version_mentor_sign_up_intro\` text,
  	\`version_mentor_sign_up_consent\` text,
  	\`version_mentee_sign_up_title\` text,
  	\`version_mentee_sign_up_intro\` text,
  	\`version_mentee_sign_up_consent\` text,
  	\`version_resources_title\` text,
  	\`version_resources_intro\` text,
  	\`version_how_we_match_title\` text,
  	\`version_how_we_match_body\` text,
  	\`version_privacy_title\` text,
  	\`version_privacy_body\` text,
  	\`version_accessibility_title\` text,
  	\`version_accessibility_body\` text,
  	\`version__status\` text DEFAULT 'draft',
  	\`version_updated_at\` text,
  	\`version_created_at\` text,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`latest\` integer
  );
  `)
  await db.run(sql`CREATE INDEX \`_site_wording_v_version_version__status_idx\` ON \`_site_wording_v\` (\`version__status\`);`)
  await db.run(sql`CREATE INDEX \`_site_wording_v_created_at_idx\` ON \`_site_wording_v\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_site_wording_v_updated_at_idx\` ON \`_site_wording_v\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_site_wording_v_latest_idx\` ON \`_site_wording_v\` (\`latest\`);`)
  await db.run(sql`CREATE TABLE \`mail_wording\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`confirm_sign_up_subject\` text NOT NULL,
  	\`confirm_sign_up_body\` text NOT NULL,
  	\`already_signed_up_subject\` text NOT NULL,
  	\`already_signed_up_body\` text NOT NULL,
  	\`introduction_to_mentor_subject\` text NOT NULL,
  	\`introduction_to_mentor_body\` text NOT NULL,
  	\`introduction_to_mentee_subject\` text NOT NULL,
  	\`introduction_to_mentee_body\` text NOT NULL,
  	\`match_withdrawn_subject\` text NOT NULL,
  	\`match_withdrawn_body\` text NOT NULL,
  	\`updated_at\` text,
  	\`created_at\` text
  );
  `)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`mentors_languages\`;`)
  await db.run(sql`DROP TABLE \`mentors_topics\`;`)
  await db.run(sql`DROP TABLE \`mentors\`;`)
  await db.run(sql`DROP TABLE \`mentees_languages\`;`)
  await db.run(sql`DROP TABLE \`mentees_topics\`;`)
  await db.run(sql`DROP TABLE \`mentees\`;`)
  await db.run(sql`DROP TABLE \`mentees_rels\`;`)
  await db.run(sql`DROP TABLE \`resource_links\`;`)
  await db.run(sql`DROP TABLE \`_resource_links_v\`;`)
  await db.run(sql`DROP TABLE \`media\`;`)
  await db.run(sql`DROP TABLE \`users_sessions\`;`)
  await db.run(sql`DROP TABLE \`users\`;`)
  await db.run(sql`DROP TABLE \`mails\`;`)
  await db.run(sql`DROP TABLE \`matches\`;`)
  await db.run(sql`DROP TABLE \`matches_texts\`;`)
  await db.run(sql`DROP TABLE \`matching_runs\`;`)
  await db.run(sql`DROP TABLE \`publications\`;`)
  await db.run(sql`DROP TABLE \`payload_kv\`;`)
  await db.run(sql`DROP TABLE \`payload_jobs_log\`;`)
  await db.run(sql`DROP TABLE \`payload_jobs\`;`)
  await db.run(sql`DROP TABLE \`payload_locked_documents\`;`)
  await db.run(sql`DROP TABLE \`payload_locked_documents_rels\`;`)
  await db.run(sql`DROP TABLE \`payload_preferences\`;`)
  await db.run(sql`DROP TABLE \`payload_preferences_rels\`;`)
  await db.run(sql`DROP TABLE \`payload_migrations\`;`)
  await db.run(sql`DROP TABLE \`programme_page_facts\`;`)
  await db.run(sql`DROP TABLE \`programme_page_pathways\`;`)
  await db.run(sql`DROP TABLE \`programme_page_mentor_agreement\`;`)
  await db.run(sql`DROP TABLE \`programme_page_mentee_agreement\`;`)
  await db.run(sql`DROP TABLE \`programme_page\`;`)
  await db.run(sql`DROP TABLE \`_programme_page_v_version_facts\`;`)
  await db.run(sql`DROP TABLE \`_programme_page_v_version_pathways\`;`)
  await db.run(sql`DROP TABLE \`_programme_page_v_version_mentor_agreement\`;`)
  await db.run(sql`DROP TABLE \`_programme_page_v_version_mentee_agreement\`;`)
  await db.run(sql`DROP TABLE \`_programme_page_v\`;`)
  await db.run(sql`DROP TABLE \`site_wording\`;`)
  await db.run(sql`DROP TABLE \`_site_wording_v\`;`)
  await db.run(sql`DROP TABLE \`mail_wording\`;`)
}
