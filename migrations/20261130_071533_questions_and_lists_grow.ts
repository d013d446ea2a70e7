import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`mentors\` ADD \`qualified_in\` text;`)
  await db.run(sql`ALTER TABLE \`mentors\` ADD \`team_name\` text;`)
  await db.run(sql`CREATE INDEX \`mentors_qualified_in_idx\` ON \`mentors\` (\`qualified_in\`);`)
  await db.run(sql`ALTER TABLE \`mentees\` ADD \`qualified_in\` text;`)
  await db.run(sql`ALTER TABLE \`mentees\` ADD \`team_name\` text;`)
  await db.run(sql`CREATE INDEX \`mentees_qualified_in_idx\` ON \`mentees\` (\`qualified_in\`);`)
  await db.run(sql`ALTER TABLE \`questions\` ADD \`keep_days\` numeric DEFAULT 180;`)
  await db.run(sql`ALTER TABLE \`_questions_v\` ADD \`version_keep_days\` numeric DEFAULT 180;`)
  await db.run(sql`ALTER TABLE \`choices\` ADD \`merged_into\` text;`)
  await db.run(sql`ALTER TABLE \`_choices_v\` ADD \`version_merged_into\` text;`)
  await db.run(sql`ALTER TABLE \`choices\` ADD \`is_typed\` integer DEFAULT false;`)
  await db.run(sql`ALTER TABLE \`_choices_v\` ADD \`version_is_typed\` integer DEFAULT false;`)
  await db.run(sql`ALTER TABLE \`form_editions\` ADD \`must_replace\` integer DEFAULT false;`)
  await db.run(sql`ALTER TABLE \`matching_settings\` ADD \`country_that_counts\` text DEFAULT 'home' NOT NULL;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP INDEX \`mentors_qualified_in_idx\`;`)
  await db.run(sql`ALTER TABLE \`mentors\` DROP COLUMN \`qualified_in\`;`)
  await db.run(sql`ALTER TABLE \`mentors\` DROP COLUMN \`team_name\`;`)
  await db.run(sql`DROP INDEX \`mentees_qualified_in_idx\`;`)
  await db.run(sql`ALTER TABLE \`mentees\` DROP COLUMN \`qualified_in\`;`)
  await db.run(sql`ALTER TABLE \`mentees\` DROP COLUMN \`team_name\`;`)
  await db.run(sql`ALTER TABLE \`questions\` DROP COLUMN \`keep_days\`;`)
  await db.run(sql`ALTER TABLE \`_questions_v\` DROP COLUMN \`version_keep_days\`;`)
  await db.run(sql`ALTER TABLE \`choices\` DROP COLUMN \`merged_into\`;`)
  await db.run(sql`ALTER TABLE \`_choices_v\` DROP COLUMN \`version_merged_into\`;`)
  await db.run(sql`ALTER TABLE \`choices\` DROP COLUMN \`is_typed\`;`)
  await db.run(sql`ALTER TABLE \`_choices_v\` DROP COLUMN \`version_is_typed\`;`)
  await db.run(sql`ALTER TABLE \`form_editions\` DROP COLUMN \`must_replace\`;`)
  await db.run(sql`ALTER TABLE \`matching_settings\` DROP COLUMN \`country_that_counts\`;`)
}
