import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  // Notes that somebody has a record open, of records that nobody can open in a form any more.
  await db.run(sql`DELETE FROM payload_locked_documents WHERE id IN (
    SELECT parent_id FROM payload_locked_documents_rels WHERE path = 'document' AND
    coalesce(mentors_id, mentees_id, resource_links_id, media_id, users_id, mail_words_id, training_days_id) IS NULL)`)
  await db.run(sql`DELETE FROM payload_locked_documents_rels
    WHERE parent_id NOT IN (SELECT id FROM payload_locked_documents)`)
  // The job that followed all matches before a round did.
  await db.run(sql`DELETE FROM payload_jobs_log WHERE _parent_id IN
    (SELECT id FROM payload_jobs WHERE task_slug = 'followMatches')`)
  await db.run(sql`DELETE FROM payload_jobs WHERE task_slug = 'followMatches'`)
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
  	\`mail_words_id\` text(36),
  	\`training_days_id\` text(36),
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`payload_locked_documents\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`mentors_id\`) REFERENCES \`mentors\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`mentees_id\`) REFERENCES \`mentees\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`resource_links_id\`) REFERENCES \`resource_links\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`media_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`users_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`mail_words_id\`) REFERENCES \`mail_words\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`training_days_id\`) REFERENCES \`training_days\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`INSERT INTO \`__new_payload_locked_documents_rels\`("id", "order", "parent_id", "path", "mentors_id", "mentees_id", "resource_links_id", "media_id", "users_id", "mail_words_id", "training_days_id") SELECT "id", "order", "parent_id", "path", "mentors_id", "mentees_id", "resource_links_id", "media_id", "users_id", "mail_words_id", "training_days_id" FROM \`payload_locked_documents_rels\`;`)
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
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_mail_words_id_idx\` ON \`payload_locked_documents_rels\` (\`mail_words_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_training_days_id_idx\` ON \`payload_locked_documents_rels\` (\`training_days_id\`);`)
  await db.run(sql`DROP INDEX \`mails_status_idx\`;`)
  await db.run(sql`DROP INDEX \`mails_template_idx\`;`)
  await db.run(sql`DROP INDEX \`matches_ends_on_idx\`;`)
  await db.run(sql`DROP INDEX \`matches_closed_at_idx\`;`)
  await db.run(sql`DROP INDEX \`match_steps_at_idx\`;`)
  await db.run(sql`ALTER TABLE \`match_steps\` DROP COLUMN \`detail\`;`)
  await db.run(sql`ALTER TABLE \`matching_runs\` DROP COLUMN \`is_certified\`;`)
  await db.run(sql`ALTER TABLE \`agreements\` DROP COLUMN \`written_by\`;`)
  await db.run(sql`ALTER TABLE \`meetings\` DROP COLUMN \`noted_by\`;`)
  await db.run(sql`ALTER TABLE \`payload_jobs\` DROP COLUMN \`meta\`;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`payload_jobs_stats\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`stats\` text,
  	\`updated_at\` text,
  	\`created_at\` text
  );
  `)
  await db.run(sql`ALTER TABLE \`matching_runs\` ADD \`is_certified\` integer;`)
  await db.run(sql`ALTER TABLE \`agreements\` ADD \`written_by\` text DEFAULT 'mentor' NOT NULL;`)
  await db.run(sql`ALTER TABLE \`match_steps\` ADD \`detail\` text;`)
  await db.run(sql`CREATE INDEX \`match_steps_at_idx\` ON \`match_steps\` (\`at\`);`)
  await db.run(sql`ALTER TABLE \`meetings\` ADD \`noted_by\` text DEFAULT 'mentor' NOT NULL;`)
  await db.run(sql`ALTER TABLE \`payload_jobs\` ADD \`meta\` text;`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`limits_id\` text(36) REFERENCES limits(id);`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`mails_id\` text(36) REFERENCES mails(id);`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`matches_id\` text(36) REFERENCES matches(id);`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`matching_runs_id\` text(36) REFERENCES matching_runs(id);`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`agreements_id\` text(36) REFERENCES agreements(id);`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`match_steps_id\` text(36) REFERENCES match_steps(id);`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`meetings_id\` text(36) REFERENCES meetings(id);`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`surveys_id\` text(36) REFERENCES surveys(id);`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`training_places_id\` text(36) REFERENCES training_places(id);`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`personal_links_id\` text(36) REFERENCES personal_links(id);`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`visits_id\` text(36) REFERENCES visits(id);`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`known_devices_id\` text(36) REFERENCES known_devices(id);`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`mailed_codes_id\` text(36) REFERENCES mailed_codes(id);`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`publications_id\` text(36) REFERENCES publications(id);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_limits_id_idx\` ON \`payload_locked_documents_rels\` (\`limits_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_mails_id_idx\` ON \`payload_locked_documents_rels\` (\`mails_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_matches_id_idx\` ON \`payload_locked_documents_rels\` (\`matches_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_matching_runs_id_idx\` ON \`payload_locked_documents_rels\` (\`matching_runs_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_agreements_id_idx\` ON \`payload_locked_documents_rels\` (\`agreements_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_match_steps_id_idx\` ON \`payload_locked_documents_rels\` (\`match_steps_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_meetings_id_idx\` ON \`payload_locked_documents_rels\` (\`meetings_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_surveys_id_idx\` ON \`payload_locked_documents_rels\` (\`surveys_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_training_places_id_idx\` ON \`payload_locked_documents_rels\` (\`training_places_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_personal_links_id_idx\` ON \`payload_locked_documents_rels\` (\`personal_links_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_visits_id_idx\` ON \`payload_locked_documents_rels\` (\`visits_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_known_devices_id_idx\` ON \`payload_locked_documents_rels\` (\`known_devices_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_mailed_codes_id_idx\` ON \`payload_locked_documents_rels\` (\`mailed_codes_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_publications_id_idx\` ON \`payload_locked_documents_rels\` (\`publications_id\`);`)
  await db.run(sql`CREATE INDEX \`mails_status_idx\` ON \`mails\` (\`status\`);`)
  await db.run(sql`CREATE INDEX \`mails_template_idx\` ON \`mails\` (\`template\`);`)
  await db.run(sql`CREATE INDEX \`matches_ends_on_idx\` ON \`matches\` (\`ends_on\`);`)
  await db.run(sql`CREATE INDEX \`matches_closed_at_idx\` ON \`matches\` (\`closed_at\`);`)
}
