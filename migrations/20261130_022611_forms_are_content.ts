import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

const CHOSEN = [
  ['mentors', 'languages'],
  ['mentors', 'topics'],
  ['mentees', 'languages'],
  ['mentees', 'topics'],
] as const

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`mentors_texts\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`text\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`mentors\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`mentors_texts_order_parent\` ON \`mentors_texts\` (\`order\`,\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`mentors_texts_parent_idx\` ON \`mentors_texts\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`mentees_texts\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`text\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`mentees\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`mentees_texts_order_parent\` ON \`mentees_texts\` (\`order\`,\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`mentees_texts_parent_idx\` ON \`mentees_texts\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`sign_up_forms_pages_questions\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`question\` text NOT NULL,
  	\`is_required\` integer DEFAULT false,
  	\`only_if_question\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`sign_up_forms_pages\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`sign_up_forms_pages_questions_order_idx\` ON \`sign_up_forms_pages_questions\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`sign_up_forms_pages_questions_parent_id_idx\` ON \`sign_up_forms_pages_questions\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`sign_up_forms_pages\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`title\` text NOT NULL,
  	\`lead\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`sign_up_forms\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`sign_up_forms_pages_order_idx\` ON \`sign_up_forms_pages\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`sign_up_forms_pages_parent_id_idx\` ON \`sign_up_forms_pages\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`sign_up_forms\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`kind\` text NOT NULL,
  	\`label\` text NOT NULL,
  	\`agreement_title\` text NOT NULL,
  	\`agreement_label\` text NOT NULL,
  	\`agreement_missing\` text NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`sign_up_forms_kind_idx\` ON \`sign_up_forms\` (\`kind\`);`)
  await db.run(sql`CREATE INDEX \`sign_up_forms_updated_at_idx\` ON \`sign_up_forms\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`sign_up_forms_created_at_idx\` ON \`sign_up_forms\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`sign_up_forms_texts\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`text\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`sign_up_forms\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`sign_up_forms_texts_order_parent\` ON \`sign_up_forms_texts\` (\`order\`,\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`sign_up_forms_texts_parent_idx\` ON \`sign_up_forms_texts\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_sign_up_forms_v_version_pages_questions\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`question\` text NOT NULL,
  	\`is_required\` integer DEFAULT false,
  	\`only_if_question\` text,
  	\`_uuid\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_sign_up_forms_v_version_pages\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_sign_up_forms_v_version_pages_questions_order_idx\` ON \`_sign_up_forms_v_version_pages_questions\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_sign_up_forms_v_version_pages_questions_parent_id_idx\` ON \`_sign_up_forms_v_version_pages_questions\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_sign_up_forms_v_version_pages\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`title\` text NOT NULL,
  	\`lead\` text,
  	\`_uuid\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_sign_up_forms_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_sign_up_forms_v_version_pages_order_idx\` ON \`_sign_up_forms_v_version_pages\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_sign_up_forms_v_version_pages_parent_id_idx\` ON \`_sign_up_forms_v_version_pages\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_sign_up_forms_v\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`parent_id\` text(36),
  	\`version_kind\` text NOT NULL,
  	\`version_label\` text NOT NULL,
  	\`version_agreement_title\` text NOT NULL,
  	\`version_agreement_label\` text NOT NULL,
  	\`version_agreement_missing\` text NOT NULL,
  	\`version_updated_at\` text,
  	\`version_created_at\` text,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`sign_up_forms\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`_sign_up_forms_v_parent_idx\` ON \`_sign_up_forms_v\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_sign_up_forms_v_version_version_kind_idx\` ON \`_sign_up_forms_v\` (\`version_kind\`);`)
  await db.run(sql`CREATE INDEX \`_sign_up_forms_v_version_version_updated_at_idx\` ON \`_sign_up_forms_v\` (\`version_updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_sign_up_forms_v_version_version_created_at_idx\` ON \`_sign_up_forms_v\` (\`version_created_at\`);`)
  await db.run(sql`CREATE INDEX \`_sign_up_forms_v_created_at_idx\` ON \`_sign_up_forms_v\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_sign_up_forms_v_updated_at_idx\` ON \`_sign_up_forms_v\` (\`updated_at\`);`)
  await db.run(sql`CREATE TABLE \`_sign_up_forms_v_texts\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`text\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_sign_up_forms_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_sign_up_forms_v_texts_order_parent\` ON \`_sign_up_forms_v_texts\` (\`order\`,\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_sign_up_forms_v_texts_parent_idx\` ON \`_sign_up_forms_v_texts\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`questions\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`admin_label\` text NOT NULL,
  	\`kind\` text NOT NULL,
  	\`list\` text,
  	\`mentor_label\` text,
  	\`mentor_hint\` text,
  	\`mentor_why\` text,
  	\`mentor_missing\` text,
  	\`mentor_invalid\` text,
  	\`mentor_shared\` text,
  	\`mentee_label\` text,
  	\`mentee_hint\` text,
  	\`mentee_why\` text,
  	\`mentee_missing\` text,
  	\`mentee_invalid\` text,
  	\`mentee_shared\` text,
  	\`max_length\` numeric,
  	\`min\` numeric,
  	\`max\` numeric,
  	\`max_choices\` numeric,
  	\`seen_by\` text DEFAULT 'coordinators' NOT NULL,
  	\`is_special\` integer DEFAULT false,
  	\`purpose\` text NOT NULL,
  	\`is_in_lists\` integer DEFAULT false,
  	\`use\` text DEFAULT 'none' NOT NULL,
  	\`most\` numeric DEFAULT 10,
  	\`key\` text,
  	\`first_published_at\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`questions_key_idx\` ON \`questions\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`questions_updated_at_idx\` ON \`questions\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`questions_created_at_idx\` ON \`questions\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`_questions_v\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`parent_id\` text(36),
  	\`version_admin_label\` text NOT NULL,
  	\`version_kind\` text NOT NULL,
  	\`version_list\` text,
  	\`version_mentor_label\` text,
  	\`version_mentor_hint\` text,
  	\`version_mentor_why\` text,
  	\`version_mentor_missing\` text,
  	\`version_mentor_invalid\` text,
  	\`version_mentor_shared\` text,
  	\`version_mentee_label\` text,
  	\`version_mentee_hint\` text,
  	\`version_mentee_why\` text,
  	\`version_mentee_missing\` text,
  	\`version_mentee_invalid\` text,
  	\`version_mentee_shared\` text,
  	\`version_max_length\` numeric,
  	\`version_min\` numeric,
  	\`version_max\` numeric,
  	\`version_max_choices\` numeric,
  	\`version_seen_by\` text DEFAULT 'coordinators' NOT NULL,
  	\`version_is_special\` integer DEFAULT false,
  	\`version_purpose\` text NOT NULL,
  	\`version_is_in_lists\` integer DEFAULT false,
  	\`version_use\` text DEFAULT 'none' NOT NULL,
  	\`version_most\` numeric DEFAULT 10,
  	\`version_key\` text,
  	\`version_first_published_at\` text,
  	\`version_updated_at\` text,
  	\`version_created_at\` text,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`questions\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`_questions_v_parent_idx\` ON \`_questions_v\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_questions_v_version_version_key_idx\` ON \`_questions_v\` (\`version_key\`);`)
  await db.run(sql`CREATE INDEX \`_questions_v_version_version_updated_at_idx\` ON \`_questions_v\` (\`version_updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_questions_v_version_version_created_at_idx\` ON \`_questions_v\` (\`version_created_at\`);`)
  await db.run(sql`CREATE INDEX \`_questions_v_created_at_idx\` ON \`_questions_v\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_questions_v_updated_at_idx\` ON \`_questions_v\` (\`updated_at\`);`)
  await db.run(sql`CREATE TABLE \`choice_lists\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`label\` text NOT NULL,
  	\`noun\` text NOT NULL,
  	\`order\` text DEFAULT 'alphabet' NOT NULL,
  	\`groups_from\` text,
  	\`key\` text,
  	\`first_published_at\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`choice_lists_key_idx\` ON \`choice_lists\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`choice_lists_updated_at_idx\` ON \`choice_lists\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`choice_lists_created_at_idx\` ON \`choice_lists\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`_choice_lists_v\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`parent_id\` text(36),
  	\`version_label\` text NOT NULL,
  	\`version_noun\` text NOT NULL,
  	\`version_order\` text DEFAULT 'alphabet' NOT NULL,
  	\`version_groups_from\` text,
  	\`version_key\` text,
  	\`version_first_published_at\` text,
  	\`version_updated_at\` text,
  	\`version_created_at\` text,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`choice_lists\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`_choice_lists_v_parent_idx\` ON \`_choice_lists_v\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_choice_lists_v_version_version_key_idx\` ON \`_choice_lists_v\` (\`version_key\`);`)
  await db.run(sql`CREATE INDEX \`_choice_lists_v_version_version_updated_at_idx\` ON \`_choice_lists_v\` (\`version_updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_choice_lists_v_version_version_created_at_idx\` ON \`_choice_lists_v\` (\`version_created_at\`);`)
  await db.run(sql`CREATE INDEX \`_choice_lists_v_created_at_idx\` ON \`_choice_lists_v\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_choice_lists_v_updated_at_idx\` ON \`_choice_lists_v\` (\`updated_at\`);`)
  await db.run(sql`CREATE TABLE \`choices\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`_order\` text,
  	\`list\` text NOT NULL,
  	\`label\` text NOT NULL,
  	\`hint\` text,
  	\`group\` text,
  	\`is_neutral\` integer DEFAULT false,
  	\`fits_any\` integer DEFAULT false,
  	\`is_retired\` integer DEFAULT false,
  	\`key\` text,
  	\`first_published_at\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`choices__order_idx\` ON \`choices\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`choices_list_idx\` ON \`choices\` (\`list\`);`)
  await db.run(sql`CREATE INDEX \`choices_key_idx\` ON \`choices\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`choices_updated_at_idx\` ON \`choices\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`choices_created_at_idx\` ON \`choices\` (\`created_at\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`list_key_idx\` ON \`choices\` (\`list\`,\`key\`);`)
  await db.run(sql`CREATE TABLE \`choices_texts\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`text\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`choices\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`choices_texts_order_parent\` ON \`choices_texts\` (\`order\`,\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`choices_texts_parent_idx\` ON \`choices_texts\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_choices_v\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`parent_id\` text(36),
  	\`version__order\` text,
  	\`version_list\` text NOT NULL,
  	\`version_label\` text NOT NULL,
  	\`version_hint\` text,
  	\`version_group\` text,
  	\`version_is_neutral\` integer DEFAULT false,
  	\`version_fits_any\` integer DEFAULT false,
  	\`version_is_retired\` integer DEFAULT false,
  	\`version_key\` text,
  	\`version_first_published_at\` text,
  	\`version_updated_at\` text,
  	\`version_created_at\` text,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`choices\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`_choices_v_parent_idx\` ON \`_choices_v\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_choices_v_version_version__order_idx\` ON \`_choices_v\` (\`version__order\`);`)
  await db.run(sql`CREATE INDEX \`_choices_v_version_version_list_idx\` ON \`_choices_v\` (\`version_list\`);`)
  await db.run(sql`CREATE INDEX \`_choices_v_version_version_key_idx\` ON \`_choices_v\` (\`version_key\`);`)
  await db.run(sql`CREATE INDEX \`_choices_v_version_version_updated_at_idx\` ON \`_choices_v\` (\`version_updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_choices_v_version_version_created_at_idx\` ON \`_choices_v\` (\`version_created_at\`);`)
  await db.run(sql`CREATE INDEX \`_choices_v_created_at_idx\` ON \`_choices_v\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_choices_v_updated_at_idx\` ON \`_choices_v\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`version_list_version_key_idx\` ON \`_choices_v\` (\`version_list\`,\`version_key\`);`)
  await db.run(sql`CREATE TABLE \`_choices_v_texts\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`text\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_choices_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_choices_v_texts_order_parent\` ON \`_choices_v_texts\` (\`order\`,\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_choices_v_texts_parent_idx\` ON \`_choices_v_texts\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`form_editions\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`number\` numeric NOT NULL,
  	\`published_at\` text NOT NULL,
  	\`published_by\` text,
  	\`changes\` text,
  	\`definition\` text NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`form_editions_number_idx\` ON \`form_editions\` (\`number\`);`)
  await db.run(sql`CREATE INDEX \`form_editions_updated_at_idx\` ON \`form_editions\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`form_editions_created_at_idx\` ON \`form_editions\` (\`created_at\`);`)
  // What was chosen of lists in the code is chosen of lists that are content: the keys stay.
  for (const [owner, path] of CHOSEN) {
    await db.run(sql`INSERT INTO ${sql.identifier(`${owner}_texts`)} ("order", parent_id, path, text)
      SELECT "order", parent_id, ${path}, value FROM ${sql.identifier(`${owner}_${path}`)}`)
  }
  await db.run(sql`DROP TABLE \`mentors_languages\`;`)
  await db.run(sql`DROP TABLE \`mentors_topics\`;`)
  await db.run(sql`DROP TABLE \`mentees_languages\`;`)
  await db.run(sql`DROP TABLE \`mentees_topics\`;`)
  await db.run(sql`PRAGMA foreign_keys=OFF;`)
  await db.run(sql`CREATE TABLE \`__new_matching_settings\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`goal\` text DEFAULT 'mostMatched' NOT NULL,
  	\`least_tier\` text,
  	\`least_points\` numeric DEFAULT 0,
  	\`is_spread\` integer DEFAULT false,
  	\`known_rungs\` text,
  	\`points\` text,
  	\`rules\` text,
  	\`updated_at\` text,
  	\`created_at\` text
  );
  `)
  await db.run(sql`INSERT INTO \`__new_matching_settings\`("id", "goal", "least_tier", "least_points", "is_spread", "points", "rules", "updated_at", "created_at") SELECT "id", "goal", "least_tier", "least_points", "is_spread", "points", "rules", "updated_at", "created_at" FROM \`matching_settings\`;`)
  await db.run(sql`DROP TABLE \`matching_settings\`;`)
  await db.run(sql`ALTER TABLE \`__new_matching_settings\` RENAME TO \`matching_settings\`;`)
  await db.run(sql`PRAGMA foreign_keys=ON;`)
  await db.run(sql`ALTER TABLE \`mentors\` ADD \`answers\` text DEFAULT '{}';`)
  await db.run(sql`ALTER TABLE \`mentors\` ADD \`answer_index\` text;`)
  await db.run(sql`ALTER TABLE \`mentors\` ADD \`asked_in\` text;`)
  await db.run(sql`ALTER TABLE \`mentees\` ADD \`answers\` text DEFAULT '{}';`)
  await db.run(sql`ALTER TABLE \`mentees\` ADD \`answer_index\` text;`)
  await db.run(sql`ALTER TABLE \`mentees\` ADD \`asked_in\` text;`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`sign_up_forms_id\` text(36) REFERENCES sign_up_forms(id);`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`questions_id\` text(36) REFERENCES questions(id);`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`choice_lists_id\` text(36) REFERENCES choice_lists(id);`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`choices_id\` text(36) REFERENCES choices(id);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_sign_up_forms_id_idx\` ON \`payload_locked_documents_rels\` (\`sign_up_forms_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_questions_id_idx\` ON \`payload_locked_documents_rels\` (\`questions_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_choice_lists_id_idx\` ON \`payload_locked_documents_rels\` (\`choice_lists_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_choices_id_idx\` ON \`payload_locked_documents_rels\` (\`choices_id\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
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
  for (const [owner, path] of CHOSEN) {
    await db.run(sql`INSERT INTO ${sql.identifier(`${owner}_${path}`)} ("order", parent_id, value, id)
      SELECT "order", parent_id, text, lower(hex(randomblob(16))) FROM ${sql.identifier(`${owner}_texts`)} WHERE path = ${path}`)
  }
  await db.run(sql`DROP TABLE \`mentors_texts\`;`)
  await db.run(sql`DROP TABLE \`mentees_texts\`;`)
  await db.run(sql`DROP TABLE \`sign_up_forms_pages_questions\`;`)
  await db.run(sql`DROP TABLE \`sign_up_forms_pages\`;`)
  await db.run(sql`DROP TABLE \`sign_up_forms\`;`)
  await db.run(sql`DROP TABLE \`sign_up_forms_texts\`;`)
  await db.run(sql`DROP TABLE \`_sign_up_forms_v_version_pages_questions\`;`)
  await db.run(sql`DROP TABLE \`_sign_up_forms_v_version_pages\`;`)
  await db.run(sql`DROP TABLE \`_sign_up_forms_v\`;`)
  await db.run(sql`DROP TABLE \`_sign_up_forms_v_texts\`;`)
  await db.run(sql`DROP TABLE \`questions\`;`)
  await db.run(sql`DROP TABLE \`_questions_v\`;`)
  await db.run(sql`DROP TABLE \`choice_lists\`;`)
  await db.run(sql`DROP TABLE \`_choice_lists_v\`;`)
  await db.run(sql`DROP TABLE \`choices\`;`)
  await db.run(sql`DROP TABLE \`choices_texts\`;`)
  await db.run(sql`DROP TABLE \`_choices_v\`;`)
  await db.run(sql`DROP TABLE \`_choices_v_texts\`;`)
  await db.run(sql`DROP TABLE \`form_editions\`;`)
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
  await db.run(sql`CREATE TABLE \`__new_matching_settings\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`goal\` text DEFAULT 'mostMatched' NOT NULL,
  	\`least_tier\` text DEFAULT 'sharedLanguage',
  	\`least_points\` numeric DEFAULT 0,
  	\`is_spread\` integer DEFAULT false,
  	\`points\` text,
  	\`rules\` text,
  	\`updated_at\` text,
  	\`created_at\` text
  );
  `)
  await db.run(sql`INSERT INTO \`__new_matching_settings\`("id", "goal", "least_tier", "least_points", "is_spread", "points", "rules", "updated_at", "created_at") SELECT "id", "goal", "least_tier", "least_points", "is_spread", "points", "rules", "updated_at", "created_at" FROM \`matching_settings\`;`)
  await db.run(sql`DROP TABLE \`matching_settings\`;`)
  await db.run(sql`ALTER TABLE \`__new_matching_settings\` RENAME TO \`matching_settings\`;`)
  await db.run(sql`ALTER TABLE \`mentors\` DROP COLUMN \`answers\`;`)
  await db.run(sql`ALTER TABLE \`mentors\` DROP COLUMN \`answer_index\`;`)
  await db.run(sql`ALTER TABLE \`mentors\` DROP COLUMN \`asked_in\`;`)
  await db.run(sql`ALTER TABLE \`mentees\` DROP COLUMN \`answers\`;`)
  await db.run(sql`ALTER TABLE \`mentees\` DROP COLUMN \`answer_index\`;`)
  await db.run(sql`ALTER TABLE \`mentees\` DROP COLUMN \`asked_in\`;`)
}
