import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`matching_settings_ladder\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`rung\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`matching_settings\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`matching_settings_ladder_order_idx\` ON \`matching_settings_ladder\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`matching_settings_ladder_parent_id_idx\` ON \`matching_settings_ladder\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`matching_settings\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`goal\` text DEFAULT 'mostMatched' NOT NULL,
  	\`least_tier\` text DEFAULT 'sharedLanguage',
  	\`least_points\` numeric DEFAULT 0,
  	\`is_spread\` integer DEFAULT false,
  	\`points_topics\` numeric DEFAULT 30 NOT NULL,
  	\`points_languages\` numeric DEFAULT 20 NOT NULL,
  	\`points_pathway\` numeric DEFAULT 20 NOT NULL,
  	\`points_specialty\` numeric DEFAULT 20 NOT NULL,
  	\`points_arrival\` numeric DEFAULT 10 NOT NULL,
  	\`points_site\` numeric DEFAULT 10 NOT NULL,
  	\`points_meeting\` numeric DEFAULT 6 NOT NULL,
  	\`rules_gender_preference_of_mentee\` integer DEFAULT true,
  	\`rules_gender_preference_of_mentor\` integer DEFAULT true,
  	\`updated_at\` text,
  	\`created_at\` text
  );
  `)
  await db.run(sql`ALTER TABLE \`matches\` ADD \`is_locked\` integer DEFAULT false;`)
  await db.run(sql`ALTER TABLE \`matches\` ADD \`is_allowed_again\` integer DEFAULT false;`)
  await db.run(sql`ALTER TABLE \`matches\` ADD \`explanation\` text;`)
  await db.run(sql`ALTER TABLE \`matching_runs\` ADD \`locked\` numeric DEFAULT 0;`)
  await db.run(sql`ALTER TABLE \`matching_runs\` ADD \`settings\` text;`)
  await db.run(sql`ALTER TABLE \`matching_runs\` ADD \`input\` text;`)
  await db.run(sql`ALTER TABLE \`matching_runs\` ADD \`seed\` numeric DEFAULT 0;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`matching_settings_ladder\`;`)
  await db.run(sql`DROP TABLE \`matching_settings\`;`)
  await db.run(sql`ALTER TABLE \`matches\` DROP COLUMN \`is_locked\`;`)
  await db.run(sql`ALTER TABLE \`matches\` DROP COLUMN \`is_allowed_again\`;`)
  await db.run(sql`ALTER TABLE \`matches\` DROP COLUMN \`explanation\`;`)
  await db.run(sql`ALTER TABLE \`matching_runs\` DROP COLUMN \`locked\`;`)
  await db.run(sql`ALTER TABLE \`matching_runs\` DROP COLUMN \`settings\`;`)
  await db.run(sql`ALTER TABLE \`matching_runs\` DROP COLUMN \`input\`;`)
  await db.run(sql`ALTER TABLE \`matching_runs\` DROP COLUMN \`seed\`;`)
}
