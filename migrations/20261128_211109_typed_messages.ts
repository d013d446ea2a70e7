import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

import {
  dropMailJobs,
  fillMailColumns,
  fillReminderColumns,
  rowsOfWords,
} from '../database/upgrade/typed-messages.ts'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`mail_words\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`name\` text,
  	\`order\` numeric,
  	\`label\` text,
  	\`group\` text,
  	\`subject\` text,
  	\`body\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`_status\` text DEFAULT 'draft'
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`mail_words_name_idx\` ON \`mail_words\` (\`name\`);`)
  await db.run(sql`CREATE INDEX \`mail_words_order_idx\` ON \`mail_words\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`mail_words_updated_at_idx\` ON \`mail_words\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`mail_words_created_at_idx\` ON \`mail_words\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`mail_words__status_idx\` ON \`mail_words\` (\`_status\`);`)
  await db.run(sql`CREATE TABLE \`_mail_words_v\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`parent_id\` text(36),
  	\`version_name\` text,
  	\`version_order\` numeric,
  	\`version_label\` text,
  	\`version_group\` text,
  	\`version_subject\` text,
  	\`version_body\` text,
  	\`version_updated_at\` text,
  	\`version_created_at\` text,
  	\`version__status\` text DEFAULT 'draft',
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`latest\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`mail_words\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`_mail_words_v_parent_idx\` ON \`_mail_words_v\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_mail_words_v_version_version_name_idx\` ON \`_mail_words_v\` (\`version_name\`);`)
  await db.run(sql`CREATE INDEX \`_mail_words_v_version_version_order_idx\` ON \`_mail_words_v\` (\`version_order\`);`)
  await db.run(sql`CREATE INDEX \`_mail_words_v_version_version_updated_at_idx\` ON \`_mail_words_v\` (\`version_updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_mail_words_v_version_version_created_at_idx\` ON \`_mail_words_v\` (\`version_created_at\`);`)
  await db.run(sql`CREATE INDEX \`_mail_words_v_version_version__status_idx\` ON \`_mail_words_v\` (\`version__status\`);`)
  await db.run(sql`CREATE INDEX \`_mail_words_v_created_at_idx\` ON \`_mail_words_v\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_mail_words_v_updated_at_idx\` ON \`_mail_words_v\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_mail_words_v_latest_idx\` ON \`_mail_words_v\` (\`latest\`);`)
  await rowsOfWords(db)
  await db.run(sql`DROP TABLE \`mail_wording\`;`)
  await db.run(sql`PRAGMA foreign_keys=OFF;`)
  await db.run(sql`CREATE TABLE \`__new_mails\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`to\` text NOT NULL,
  	\`subject\` text NOT NULL,
  	\`text\` text,
  	\`status\` text DEFAULT 'queued' NOT NULL,
  	\`template\` text NOT NULL,
  	\`mentor_id\` text(36),
  	\`mentee_id\` text(36),
  	\`match_id\` text(36),
  	\`training_id\` text(36),
  	\`occasion\` text,
  	\`sent_at\` text,
  	\`attempts\` numeric DEFAULT 0,
  	\`queued_at\` text,
  	\`next_try_at\` text,
  	\`last_error\` text,
  	\`may_have_gone_twice\` integer DEFAULT false,
  	\`values\` text,
  	\`links\` text,
  	\`words\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`mentor_id\`) REFERENCES \`mentors\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`mentee_id\`) REFERENCES \`mentees\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`match_id\`) REFERENCES \`matches\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`training_id\`) REFERENCES \`training_days\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`INSERT INTO \`__new_mails\`("id", "key", "to", "subject", "text", "status", "template", "sent_at", "attempts", "last_error", "may_have_gone_twice", "links", "updated_at", "created_at") SELECT "id", "key", "to", "subject", "text", "status", "template", "sent_at", "attempts", "last_error", "may_have_gone_twice", "links", "updated_at", "created_at" FROM \`mails\`;`)
  await db.run(sql`DROP TABLE \`mails\`;`)
  await db.run(sql`ALTER TABLE \`__new_mails\` RENAME TO \`mails\`;`)
  await db.run(sql`PRAGMA foreign_keys=ON;`)
  await db.run(sql`CREATE UNIQUE INDEX \`mails_key_idx\` ON \`mails\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`mails_to_idx\` ON \`mails\` (\`to\`);`)
  await db.run(sql`CREATE INDEX \`mails_status_idx\` ON \`mails\` (\`status\`);`)
  await db.run(sql`CREATE INDEX \`mails_template_idx\` ON \`mails\` (\`template\`);`)
  await db.run(sql`CREATE INDEX \`mails_mentor_idx\` ON \`mails\` (\`mentor_id\`);`)
  await db.run(sql`CREATE INDEX \`mails_mentee_idx\` ON \`mails\` (\`mentee_id\`);`)
  await db.run(sql`CREATE INDEX \`mails_match_idx\` ON \`mails\` (\`match_id\`);`)
  await db.run(sql`CREATE INDEX \`mails_training_idx\` ON \`mails\` (\`training_id\`);`)
  await db.run(sql`CREATE INDEX \`mails_updated_at_idx\` ON \`mails\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`mails_created_at_idx\` ON \`mails\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`status_nextTryAt_idx\` ON \`mails\` (\`status\`,\`next_try_at\`);`)
  await db.run(sql`ALTER TABLE \`match_steps\` ADD \`message\` text;`)
  await db.run(sql`ALTER TABLE \`match_steps\` ADD \`to\` text;`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`mail_words_id\` text(36) REFERENCES mail_words(id);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_mail_words_id_idx\` ON \`payload_locked_documents_rels\` (\`mail_words_id\`);`)
  await fillMailColumns(db)
  await fillReminderColumns(db)
  await dropMailJobs(db)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
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
  	\`personal_link_subject\` text NOT NULL,
  	\`personal_link_body\` text NOT NULL,
  	\`agreement_to_sign_subject\` text NOT NULL,
  	\`agreement_to_sign_body\` text NOT NULL,
  	\`agreement_signed_subject\` text NOT NULL,
  	\`agreement_signed_body\` text NOT NULL,
  	\`extension_asked_subject\` text NOT NULL,
  	\`extension_asked_body\` text NOT NULL,
  	\`extended_subject\` text NOT NULL,
  	\`extended_body\` text NOT NULL,
  	\`extension_not_wanted_subject\` text NOT NULL,
  	\`extension_not_wanted_body\` text NOT NULL,
  	\`end_moved_subject\` text NOT NULL,
  	\`end_moved_body\` text NOT NULL,
  	\`match_ended_subject\` text NOT NULL,
  	\`match_ended_body\` text NOT NULL,
  	\`partner_left_subject\` text NOT NULL,
  	\`partner_left_body\` text NOT NULL,
  	\`match_completed_subject\` text NOT NULL,
  	\`match_completed_body\` text NOT NULL,
  	\`contact_gentle_subject\` text NOT NULL,
  	\`contact_gentle_body\` text NOT NULL,
  	\`contact_again_subject\` text NOT NULL,
  	\`contact_again_body\` text NOT NULL,
  	\`contact_overdue_to_mentor_subject\` text NOT NULL,
  	\`contact_overdue_to_mentor_body\` text NOT NULL,
  	\`contact_overdue_to_mentee_subject\` text NOT NULL,
  	\`contact_overdue_to_mentee_body\` text NOT NULL,
  	\`agreement_missing_subject\` text NOT NULL,
  	\`agreement_missing_body\` text NOT NULL,
  	\`meeting_missing_subject\` text NOT NULL,
  	\`meeting_missing_body\` text NOT NULL,
  	\`extension_question_subject\` text NOT NULL,
  	\`extension_question_body\` text NOT NULL,
  	\`training_place_subject\` text NOT NULL,
  	\`training_place_body\` text NOT NULL,
  	\`training_changed_subject\` text NOT NULL,
  	\`training_changed_body\` text NOT NULL,
  	\`training_off_subject\` text NOT NULL,
  	\`training_off_body\` text NOT NULL,
  	\`updated_at\` text,
  	\`created_at\` text
  );
  `)
  await db.run(sql`DROP TABLE \`mail_words\`;`)
  await db.run(sql`DROP TABLE \`_mail_words_v\`;`)
  await db.run(sql`PRAGMA foreign_keys=OFF;`)
  await db.run(sql`CREATE TABLE \`__new_mails\` (
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
  	\`may_have_gone_twice\` integer DEFAULT false,
  	\`links\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`INSERT INTO \`__new_mails\`("id", "key", "to", "subject", "text", "html", "status", "template", "sent_at", "attempts", "last_error", "may_have_gone_twice", "links", "updated_at", "created_at") SELECT "id", "key", "to", "subject", "text", "html", "status", "template", "sent_at", "attempts", "last_error", "may_have_gone_twice", "links", "updated_at", "created_at" FROM \`mails\`;`)
  await db.run(sql`DROP TABLE \`mails\`;`)
  await db.run(sql`ALTER TABLE \`__new_mails\` RENAME TO \`mails\`;`)
  await db.run(sql`PRAGMA foreign_keys=ON;`)
  await db.run(sql`CREATE UNIQUE INDEX \`mails_key_idx\` ON \`mails\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`mails_to_idx\` ON \`mails\` (\`to\`);`)
  await db.run(sql`CREATE INDEX \`mails_status_idx\` ON \`mails\` (\`status\`);`)
  await db.run(sql`CREATE INDEX \`mails_updated_at_idx\` ON \`mails\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`mails_created_at_idx\` ON \`mails\` (\`created_at\`);`)
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
  	\`limits_id\` text(36),
  	\`mails_id\` text(36),
  	\`matches_id\` text(36),
  	\`matching_runs_id\` text(36),
  	\`agreements_id\` text(36),
  	\`match_steps_id\` text(36),
  	\`meetings_id\` text(36),
  	\`surveys_id\` text(36),
  	\`training_days_id\` text(36),
  	\`training_places_id\` text(36),
  	\`personal_links_id\` text(36),
  	\`publications_id\` text(36),
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`payload_locked_documents\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`mentors_id\`) REFERENCES \`mentors\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`mentees_id\`) REFERENCES \`mentees\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`resource_links_id\`) REFERENCES \`resource_links\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`media_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`users_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`limits_id\`) REFERENCES \`limits\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`mails_id\`) REFERENCES \`mails\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`matches_id\`) REFERENCES \`matches\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`matching_runs_id\`) REFERENCES \`matching_runs\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`agreements_id\`) REFERENCES \`agreements\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`match_steps_id\`) REFERENCES \`match_steps\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`meetings_id\`) REFERENCES \`meetings\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`surveys_id\`) REFERENCES \`surveys\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`training_days_id\`) REFERENCES \`training_days\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`training_places_id\`) REFERENCES \`training_places\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`personal_links_id\`) REFERENCES \`personal_links\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`publications_id\`) REFERENCES \`publications\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`INSERT INTO \`__new_payload_locked_documents_rels\`("id", "order", "parent_id", "path", "mentors_id", "mentees_id", "resource_links_id", "media_id", "users_id", "limits_id", "mails_id", "matches_id", "matching_runs_id", "agreements_id", "match_steps_id", "meetings_id", "surveys_id", "training_days_id", "training_places_id", "personal_links_id", "publications_id") SELECT "id", "order", "parent_id", "path", "mentors_id", "mentees_id", "resource_links_id", "media_id", "users_id", "limits_id", "mails_id", "matches_id", "matching_runs_id", "agreements_id", "match_steps_id", "meetings_id", "surveys_id", "training_days_id", "training_places_id", "personal_links_id", "publications_id" FROM \`payload_locked_documents_rels\`;`)
  await db.run(sql`DROP TABLE \`payload_locked_documents_rels\`;`)
  await db.run(sql`ALTER TABLE \`__new_payload_locked_documents_rels\` RENAME TO \`payload_locked_documents_rels\`;`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_order_idx\` ON \`payload_locked_documents_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_parent_idx\` ON \`payload_locked_documents_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_path_idx\` ON \`payload_locked_documents_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_mentors_id_idx\` ON \`payload_locked_documents_rels\` (\`mentors_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_mentees_id_idx\` ON \`payload_locked_documents_rels\` (\`mentees_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_resource_links_id_idx\` ON \`payload_locked_documents_rels\` (\`resource_links_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_media_id_idx\` ON \`payload_locked_documents_rels\` (\`media_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_users_id_idx\` ON \`payload_locked_documents_rels\` (\`users_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_limits_id_idx\` ON \`payload_locked_documents_rels\` (\`limits_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_mails_id_idx\` ON \`payload_locked_documents_rels\` (\`mails_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_matches_id_idx\` ON \`payload_locked_documents_rels\` (\`matches_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_matching_runs_id_idx\` ON \`payload_locked_documents_rels\` (\`matching_runs_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_agreements_id_idx\` ON \`payload_locked_documents_rels\` (\`agreements_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_match_steps_id_idx\` ON \`payload_locked_documents_rels\` (\`match_steps_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_meetings_id_idx\` ON \`payload_locked_documents_rels\` (\`meetings_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_surveys_id_idx\` ON \`payload_locked_documents_rels\` (\`surveys_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_training_days_id_idx\` ON \`payload_locked_documents_rels\` (\`training_days_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_training_places_id_idx\` ON \`payload_locked_documents_rels\` (\`training_places_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_personal_links_id_idx\` ON \`payload_locked_documents_rels\` (\`personal_links_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_publications_id_idx\` ON \`payload_locked_documents_rels\` (\`publications_id\`);`)
  await db.run(sql`ALTER TABLE \`match_steps\` DROP COLUMN \`message\`;`)
  await db.run(sql`ALTER TABLE \`match_steps\` DROP COLUMN \`to\`;`)
}
