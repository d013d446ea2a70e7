import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`visits\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`name\` text NOT NULL,
  	\`hash\` text NOT NULL,
  	\`mentor_id\` text(36),
  	\`mentee_id\` text(36),
  	\`link_id\` text(36),
  	\`expires_at\` text NOT NULL,
  	\`ends_at\` text NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`mentor_id\`) REFERENCES \`mentors\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`mentee_id\`) REFERENCES \`mentees\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`link_id\`) REFERENCES \`personal_links\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`visits_name_idx\` ON \`visits\` (\`name\`);`)
  await db.run(sql`CREATE INDEX \`visits_mentor_idx\` ON \`visits\` (\`mentor_id\`);`)
  await db.run(sql`CREATE INDEX \`visits_mentee_idx\` ON \`visits\` (\`mentee_id\`);`)
  await db.run(sql`CREATE INDEX \`visits_link_idx\` ON \`visits\` (\`link_id\`);`)
  await db.run(sql`CREATE INDEX \`visits_expires_at_idx\` ON \`visits\` (\`expires_at\`);`)
  await db.run(sql`CREATE INDEX \`visits_updated_at_idx\` ON \`visits\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`visits_created_at_idx\` ON \`visits\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`known_devices\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`hash\` text NOT NULL,
  	\`mentor_id\` text(36),
  	\`mentee_id\` text(36),
  	\`expires_at\` text NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`mentor_id\`) REFERENCES \`mentors\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`mentee_id\`) REFERENCES \`mentees\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`known_devices_hash_idx\` ON \`known_devices\` (\`hash\`);`)
  await db.run(sql`CREATE INDEX \`known_devices_mentor_idx\` ON \`known_devices\` (\`mentor_id\`);`)
  await db.run(sql`CREATE INDEX \`known_devices_mentee_idx\` ON \`known_devices\` (\`mentee_id\`);`)
  await db.run(sql`CREATE INDEX \`known_devices_expires_at_idx\` ON \`known_devices\` (\`expires_at\`);`)
  await db.run(sql`CREATE INDEX \`known_devices_updated_at_idx\` ON \`known_devices\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`known_devices_created_at_idx\` ON \`known_devices\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`mailed_codes\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`nonce\` text NOT NULL,
  	\`mentor_id\` text(36),
  	\`mentee_id\` text(36),
  	\`visit_id\` text(36),
  	\`use\` text NOT NULL,
  	\`tries_left\` numeric NOT NULL,
  	\`expires_at\` text NOT NULL,
  	\`used_at\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`mentor_id\`) REFERENCES \`mentors\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`mentee_id\`) REFERENCES \`mentees\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`visit_id\`) REFERENCES \`visits\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`mailed_codes_mentor_idx\` ON \`mailed_codes\` (\`mentor_id\`);`)
  await db.run(sql`CREATE INDEX \`mailed_codes_mentee_idx\` ON \`mailed_codes\` (\`mentee_id\`);`)
  await db.run(sql`CREATE INDEX \`mailed_codes_visit_idx\` ON \`mailed_codes\` (\`visit_id\`);`)
  await db.run(sql`CREATE INDEX \`mailed_codes_expires_at_idx\` ON \`mailed_codes\` (\`expires_at\`);`)
  await db.run(sql`CREATE INDEX \`mailed_codes_updated_at_idx\` ON \`mailed_codes\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`mailed_codes_created_at_idx\` ON \`mailed_codes\` (\`created_at\`);`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`visits_id\` text(36) REFERENCES visits(id) ON DELETE cascade;`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`known_devices_id\` text(36) REFERENCES known_devices(id) ON DELETE cascade;`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`mailed_codes_id\` text(36) REFERENCES mailed_codes(id) ON DELETE cascade;`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_visits_id_idx\` ON \`payload_locked_documents_rels\` (\`visits_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_known_devices_id_idx\` ON \`payload_locked_documents_rels\` (\`known_devices_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_mailed_codes_id_idx\` ON \`payload_locked_documents_rels\` (\`mailed_codes_id\`);`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`visits\`;`)
  await db.run(sql`DROP TABLE \`known_devices\`;`)
  await db.run(sql`DROP TABLE \`mailed_codes\`;`)
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
  	\`limits_id\` text(36),
  	\`mails_id\` text(36),
  	\`mail_words_id\` text(36),
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
  	FOREIGN KEY (\`mail_words_id\`) REFERENCES \`mail_words\`(\`id\`) ON UPDATE no action ON DELETE cascade,
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
  await db.run(sql`INSERT INTO \`__new_payload_locked_documents_rels\`("id", "order", "parent_id", "path", "mentors_id", "mentees_id", "resource_links_id", "media_id", "users_id", "limits_id", "mails_id", "mail_words_id", "matches_id", "matching_runs_id", "agreements_id", "match_steps_id", "meetings_id", "surveys_id", "training_days_id", "training_places_id", "personal_links_id", "publications_id") SELECT "id", "order", "parent_id", "path", "mentors_id", "mentees_id", "resource_links_id", "media_id", "users_id", "limits_id", "mails_id", "mail_words_id", "matches_id", "matching_runs_id", "agreements_id", "match_steps_id", "meetings_id", "surveys_id", "training_days_id", "training_places_id", "personal_links_id", "publications_id" FROM \`payload_locked_documents_rels\`;`)
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
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_limits_id_idx\` ON \`payload_locked_documents_rels\` (\`limits_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_mails_id_idx\` ON \`payload_locked_documents_rels\` (\`mails_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_mail_words_id_idx\` ON \`payload_locked_documents_rels\` (\`mail_words_id\`);`)
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
}
