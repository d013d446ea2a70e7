import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

import { completeMailWording } from '../database/upgrade/mail-wording.ts'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`agreements\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`match_id\` text(36) NOT NULL,
  	\`version\` numeric NOT NULL,
  	\`key\` text NOT NULL,
  	\`how_often\` text NOT NULL,
  	\`how_long\` text NOT NULL,
  	\`how_to_meet\` text NOT NULL,
  	\`topics\` text NOT NULL,
  	\`confidentiality\` text DEFAULT 'What we talk about stays between us, unless somebody is at risk of harm. Then we tell the right person, and each other first if we can.' NOT NULL,
  	\`written_by\` text NOT NULL,
  	\`mentor_signed_at\` text,
  	\`mentee_signed_at\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`match_id\`) REFERENCES \`matches\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`agreements_match_idx\` ON \`agreements\` (\`match_id\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`agreements_key_idx\` ON \`agreements\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`agreements_updated_at_idx\` ON \`agreements\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`agreements_created_at_idx\` ON \`agreements\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`match_steps\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`match_id\` text(36) NOT NULL,
  	\`what\` text NOT NULL,
  	\`detail\` text,
  	\`at\` text NOT NULL,
  	\`by\` text NOT NULL,
  	\`user_id\` text(36),
  	\`note\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`match_id\`) REFERENCES \`matches\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`user_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`match_steps_match_idx\` ON \`match_steps\` (\`match_id\`);`)
  await db.run(sql`CREATE INDEX \`match_steps_what_idx\` ON \`match_steps\` (\`what\`);`)
  await db.run(sql`CREATE INDEX \`match_steps_at_idx\` ON \`match_steps\` (\`at\`);`)
  await db.run(sql`CREATE INDEX \`match_steps_user_idx\` ON \`match_steps\` (\`user_id\`);`)
  await db.run(sql`CREATE INDEX \`match_steps_updated_at_idx\` ON \`match_steps\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`match_steps_created_at_idx\` ON \`match_steps\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`meetings\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`match_id\` text(36) NOT NULL,
  	\`on\` text NOT NULL,
  	\`way\` text NOT NULL,
  	\`noted_by\` text NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`match_id\`) REFERENCES \`matches\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`meetings_match_idx\` ON \`meetings\` (\`match_id\`);`)
  await db.run(sql`CREATE INDEX \`meetings_updated_at_idx\` ON \`meetings\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`meetings_created_at_idx\` ON \`meetings\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`surveys\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`match_id\` text(36) NOT NULL,
  	\`role\` text NOT NULL,
  	\`key\` text NOT NULL,
  	\`helpful\` text,
  	\`still_in_contact\` text,
  	\`would_mentor\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`match_id\`) REFERENCES \`matches\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`surveys_match_idx\` ON \`surveys\` (\`match_id\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`surveys_key_idx\` ON \`surveys\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`surveys_updated_at_idx\` ON \`surveys\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`surveys_created_at_idx\` ON \`surveys\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`training_days\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`title\` text NOT NULL,
  	\`starts_at\` text NOT NULL,
  	\`place\` text NOT NULL,
  	\`places\` numeric NOT NULL,
  	\`details\` text,
  	\`turn\` numeric DEFAULT 0,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`training_days_starts_at_idx\` ON \`training_days\` (\`starts_at\`);`)
  await db.run(sql`CREATE INDEX \`training_days_updated_at_idx\` ON \`training_days\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`training_days_created_at_idx\` ON \`training_days\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`training_places\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`day_id\` text(36) NOT NULL,
  	\`mentor_id\` text(36) NOT NULL,
  	\`key\` text NOT NULL,
  	\`has_attended\` integer DEFAULT false,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`day_id\`) REFERENCES \`training_days\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`mentor_id\`) REFERENCES \`mentors\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`training_places_day_idx\` ON \`training_places\` (\`day_id\`);`)
  await db.run(sql`CREATE INDEX \`training_places_mentor_idx\` ON \`training_places\` (\`mentor_id\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`training_places_key_idx\` ON \`training_places\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`training_places_updated_at_idx\` ON \`training_places\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`training_places_created_at_idx\` ON \`training_places\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`personal_links\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`hash\` text NOT NULL,
  	\`about\` text NOT NULL,
  	\`purpose\` text NOT NULL,
  	\`match_id\` text(36),
  	\`expires_at\` text NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`match_id\`) REFERENCES \`matches\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`personal_links_hash_idx\` ON \`personal_links\` (\`hash\`);`)
  await db.run(sql`CREATE INDEX \`personal_links_about_idx\` ON \`personal_links\` (\`about\`);`)
  await db.run(sql`CREATE INDEX \`personal_links_match_idx\` ON \`personal_links\` (\`match_id\`);`)
  await db.run(sql`CREATE INDEX \`personal_links_expires_at_idx\` ON \`personal_links\` (\`expires_at\`);`)
  await db.run(sql`CREATE INDEX \`personal_links_updated_at_idx\` ON \`personal_links\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`personal_links_created_at_idx\` ON \`personal_links\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`mentoring_settings\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`first_reminder_days\` numeric DEFAULT 3 NOT NULL,
  	\`second_reminder_days\` numeric DEFAULT 5 NOT NULL,
  	\`first_contact_days\` numeric DEFAULT 7 NOT NULL,
  	\`agreement_days\` numeric DEFAULT 21 NOT NULL,
  	\`meeting_days\` numeric DEFAULT 42 NOT NULL,
  	\`months\` numeric DEFAULT 4 NOT NULL,
  	\`extended_months\` numeric DEFAULT 6 NOT NULL,
  	\`extension_question_days\` numeric DEFAULT 14 NOT NULL,
  	\`earliest_hour\` numeric DEFAULT 8 NOT NULL,
  	\`latest_hour\` numeric DEFAULT 20 NOT NULL,
  	\`updated_at\` text,
  	\`created_at\` text
  );
  `)
  await db.run(sql`CREATE TABLE \`payload_jobs_stats\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`stats\` text,
  	\`updated_at\` text,
  	\`created_at\` text
  );
  `)
  await db.run(sql`ALTER TABLE \`mentors\` ADD \`wants_no_reminders\` integer DEFAULT false;`)
  await db.run(sql`ALTER TABLE \`mentees\` ADD \`wants_no_reminders\` integer DEFAULT false;`)
  await db.run(sql`ALTER TABLE \`mails\` ADD \`may_have_gone_twice\` integer DEFAULT false;`)
  await db.run(sql`ALTER TABLE \`mails\` ADD \`links\` text;`)
  // A message that still waits keeps its link, which filled the placeholder of this name.
  await db.run(sql`UPDATE \`mails\` SET \`links\` = json_object('link', json(\`secret_link\`)) WHERE \`secret_link\` IS NOT NULL;`)
  await db.run(sql`ALTER TABLE \`mails\` DROP COLUMN \`secret_link\`;`)
  await db.run(sql`ALTER TABLE \`matches\` ADD \`contact_at\` text;`)
  await db.run(sql`ALTER TABLE \`matches\` ADD \`heard_nothing_at\` text;`)
  await db.run(sql`ALTER TABLE \`matches\` ADD \`agreed_at\` text;`)
  await db.run(sql`ALTER TABLE \`matches\` ADD \`met_face_to_face_on\` text;`)
  await db.run(sql`ALTER TABLE \`matches\` ADD \`extension_asked_by\` text;`)
  await db.run(sql`ALTER TABLE \`matches\` ADD \`extension_asked_at\` text;`)
  await db.run(sql`ALTER TABLE \`matches\` ADD \`extension_refused_at\` text;`)
  await db.run(sql`ALTER TABLE \`matches\` ADD \`extended_at\` text;`)
  await db.run(sql`ALTER TABLE \`matches\` ADD \`closed_at\` text;`)
  await db.run(sql`ALTER TABLE \`matches\` ADD \`exit_word\` text;`)
  await db.run(sql`ALTER TABLE \`matches\` ADD \`exit_seen_at\` text;`)
  await db.run(sql`ALTER TABLE \`matches\` ADD \`mentor_goes_on\` text;`)
  await db.run(sql`ALTER TABLE \`matches\` ADD \`mentee_goes_on\` text;`)
  await db.run(sql`CREATE INDEX \`matches_ends_on_idx\` ON \`matches\` (\`ends_on\`);`)
  await db.run(sql`CREATE INDEX \`matches_closed_at_idx\` ON \`matches\` (\`closed_at\`);`)
  await db.run(sql`ALTER TABLE \`payload_jobs\` ADD \`meta\` text;`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`agreements_id\` text(36) REFERENCES agreements(id);`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`match_steps_id\` text(36) REFERENCES match_steps(id);`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`meetings_id\` text(36) REFERENCES meetings(id);`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`surveys_id\` text(36) REFERENCES surveys(id);`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`training_days_id\` text(36) REFERENCES training_days(id);`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`training_places_id\` text(36) REFERENCES training_places(id);`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`personal_links_id\` text(36) REFERENCES personal_links(id);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_agreements_id_idx\` ON \`payload_locked_documents_rels\` (\`agreements_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_match_steps_id_idx\` ON \`payload_locked_documents_rels\` (\`match_steps_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_meetings_id_idx\` ON \`payload_locked_documents_rels\` (\`meetings_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_surveys_id_idx\` ON \`payload_locked_documents_rels\` (\`surveys_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_training_days_id_idx\` ON \`payload_locked_documents_rels\` (\`training_days_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_training_places_id_idx\` ON \`payload_locked_documents_rels\` (\`training_places_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_personal_links_id_idx\` ON \`payload_locked_documents_rels\` (\`personal_links_id\`);`)
  await completeMailWording(db)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`agreements\`;`)
  await db.run(sql`DROP TABLE \`match_steps\`;`)
  await db.run(sql`DROP TABLE \`meetings\`;`)
  await db.run(sql`DROP TABLE \`surveys\`;`)
  await db.run(sql`DROP TABLE \`training_days\`;`)
  await db.run(sql`DROP TABLE \`training_places\`;`)
  await db.run(sql`DROP TABLE \`personal_links\`;`)
  await db.run(sql`DROP TABLE \`mentoring_settings\`;`)
  await db.run(sql`DROP TABLE \`payload_jobs_stats\`;`)
  await db.run(sql`PRAGMA foreign_keys=OFF;`)
  await db.run(sql`CREATE TABLE \`__new_payload_locked_documents_rels\` (
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
  await db.run(sql`INSERT INTO \`__new_payload_locked_documents_rels\`("id", "order", "parent_id", "path", "mentors_id", "mentees_id", "resource_links_id", "media_id", "users_id", "mails_id", "matches_id", "matching_runs_id", "publications_id") SELECT "id", "order", "parent_id", "path", "mentors_id", "mentees_id", "resource_links_id", "media_id", "users_id", "mails_id", "matches_id", "matching_runs_id", "publications_id" FROM \`payload_locked_documents_rels\`;`)
  await db.run(sql`DROP TABLE \`payload_locked_documents_rels\`;`)
  await db.run(sql`ALTER TABLE \`__new_payload_locked_documents_rels\` RENAME TO \`payload_locked_documents_rels\`;`)
  await db.run(sql`PRAGMA foreign_keys=ON;`)
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
  await db.run(sql`DROP INDEX \`matches_ends_on_idx\`;`)
  await db.run(sql`DROP INDEX \`matches_closed_at_idx\`;`)
  await db.run(sql`ALTER TABLE \`matches\` DROP COLUMN \`contact_at\`;`)
  await db.run(sql`ALTER TABLE \`matches\` DROP COLUMN \`heard_nothing_at\`;`)
  await db.run(sql`ALTER TABLE \`matches\` DROP COLUMN \`agreed_at\`;`)
  await db.run(sql`ALTER TABLE \`matches\` DROP COLUMN \`met_face_to_face_on\`;`)
  await db.run(sql`ALTER TABLE \`matches\` DROP COLUMN \`extension_asked_by\`;`)
  await db.run(sql`ALTER TABLE \`matches\` DROP COLUMN \`extension_asked_at\`;`)
  await db.run(sql`ALTER TABLE \`matches\` DROP COLUMN \`extension_refused_at\`;`)
  await db.run(sql`ALTER TABLE \`matches\` DROP COLUMN \`extended_at\`;`)
  await db.run(sql`ALTER TABLE \`matches\` DROP COLUMN \`closed_at\`;`)
  await db.run(sql`ALTER TABLE \`matches\` DROP COLUMN \`exit_word\`;`)
  await db.run(sql`ALTER TABLE \`matches\` DROP COLUMN \`exit_seen_at\`;`)
  await db.run(sql`ALTER TABLE \`matches\` DROP COLUMN \`mentor_goes_on\`;`)
  await db.run(sql`ALTER TABLE \`matches\` DROP COLUMN \`mentee_goes_on\`;`)
  await db.run(sql`ALTER TABLE \`mails\` ADD \`secret_link\` text;`)
  await db.run(sql`ALTER TABLE \`mails\` DROP COLUMN \`may_have_gone_twice\`;`)
  await db.run(sql`ALTER TABLE \`mails\` DROP COLUMN \`links\`;`)
  await db.run(sql`ALTER TABLE \`mentors\` DROP COLUMN \`wants_no_reminders\`;`)
  await db.run(sql`ALTER TABLE \`mentees\` DROP COLUMN \`wants_no_reminders\`;`)
  await db.run(sql`ALTER TABLE \`payload_jobs\` DROP COLUMN \`meta\`;`)
  await db.run(sql`ALTER TABLE \`mail_wording\` DROP COLUMN \`personal_link_subject\`;`)
  await db.run(sql`ALTER TABLE \`mail_wording\` DROP COLUMN \`personal_link_body\`;`)
  await db.run(sql`ALTER TABLE \`mail_wording\` DROP COLUMN \`agreement_to_sign_subject\`;`)
  await db.run(sql`ALTER TABLE \`mail_wording\` DROP COLUMN \`agreement_to_sign_body\`;`)
  await db.run(sql`ALTER TABLE \`mail_wording\` DROP COLUMN \`agreement_signed_subject\`;`)
  await db.run(sql`ALTER TABLE \`mail_wording\` DROP COLUMN \`agreement_signed_body\`;`)
  await db.run(sql`ALTER TABLE \`mail_wording\` DROP COLUMN \`extension_asked_subject\`;`)
  await db.run(sql`ALTER TABLE \`mail_wording\` DROP COLUMN \`extension_asked_body\`;`)
  await db.run(sql`ALTER TABLE \`mail_wording\` DROP COLUMN \`extended_subject\`;`)
  await db.run(sql`ALTER TABLE \`mail_wording\` DROP COLUMN \`extended_body\`;`)
  await db.run(sql`ALTER TABLE \`mail_wording\` DROP COLUMN \`extension_not_wanted_subject\`;`)
  await db.run(sql`ALTER TABLE \`mail_wording\` DROP COLUMN \`extension_not_wanted_body\`;`)
  await db.run(sql`ALTER TABLE \`mail_wording\` DROP COLUMN \`end_moved_subject\`;`)
  await db.run(sql`ALTER TABLE \`mail_wording\` DROP COLUMN \`end_moved_body\`;`)
  await db.run(sql`ALTER TABLE \`mail_wording\` DROP COLUMN \`match_ended_subject\`;`)
  await db.run(sql`ALTER TABLE \`mail_wording\` DROP COLUMN \`match_ended_body\`;`)
  await db.run(sql`ALTER TABLE \`mail_wording\` DROP COLUMN \`partner_left_subject\`;`)
  await db.run(sql`ALTER TABLE \`mail_wording\` DROP COLUMN \`partner_left_body\`;`)
  await db.run(sql`ALTER TABLE \`mail_wording\` DROP COLUMN \`match_completed_subject\`;`)
  await db.run(sql`ALTER TABLE \`mail_wording\` DROP COLUMN \`match_completed_body\`;`)
  await db.run(sql`ALTER TABLE \`mail_wording\` DROP COLUMN \`contact_gentle_subject\`;`)
  await db.run(sql`ALTER TABLE \`mail_wording\` DROP COLUMN \`contact_gentle_body\`;`)
  await db.run(sql`ALTER TABLE \`mail_wording\` DROP COLUMN \`contact_again_subject\`;`)
  await db.run(sql`ALTER TABLE \`mail_wording\` DROP COLUMN \`contact_again_body\`;`)
  await db.run(sql`ALTER TABLE \`mail_wording\` DROP COLUMN \`contact_overdue_to_mentor_subject\`;`)
  await db.run(sql`ALTER TABLE \`mail_wording\` DROP COLUMN \`contact_overdue_to_mentor_body\`;`)
  await db.run(sql`ALTER TABLE \`mail_wording\` DROP COLUMN \`contact_overdue_to_mentee_subject\`;`)
  await db.run(sql`ALTER TABLE \`mail_wording\` DROP COLUMN \`contact_overdue_to_mentee_body\`;`)
  await db.run(sql`ALTER TABLE \`mail_wording\` DROP COLUMN \`agreement_missing_subject\`;`)
  await db.run(sql`ALTER TABLE \`mail_wording\` DROP COLUMN \`agreement_missing_body\`;`)
  await db.run(sql`ALTER TABLE \`mail_wording\` DROP COLUMN \`meeting_missing_subject\`;`)
  await db.run(sql`ALTER TABLE \`mail_wording\` DROP COLUMN \`meeting_missing_body\`;`)
  await db.run(sql`ALTER TABLE \`mail_wording\` DROP COLUMN \`extension_question_subject\`;`)
  await db.run(sql`ALTER TABLE \`mail_wording\` DROP COLUMN \`extension_question_body\`;`)
  await db.run(sql`ALTER TABLE \`mail_wording\` DROP COLUMN \`training_place_subject\`;`)
  await db.run(sql`ALTER TABLE \`mail_wording\` DROP COLUMN \`training_place_body\`;`)
  await db.run(sql`ALTER TABLE \`mail_wording\` DROP COLUMN \`training_changed_subject\`;`)
  await db.run(sql`ALTER TABLE \`mail_wording\` DROP COLUMN \`training_changed_body\`;`)
  await db.run(sql`ALTER TABLE \`mail_wording\` DROP COLUMN \`training_off_subject\`;`)
  await db.run(sql`ALTER TABLE \`mail_wording\` DROP COLUMN \`training_off_body\`;`)
}
