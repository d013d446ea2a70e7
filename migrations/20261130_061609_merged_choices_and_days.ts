import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`questions\` ADD \`keep_days\` numeric DEFAULT 180;`)
  await db.run(sql`ALTER TABLE \`_questions_v\` ADD \`version_keep_days\` numeric DEFAULT 180;`)
  await db.run(sql`ALTER TABLE \`choices\` ADD \`merged_into\` text;`)
  await db.run(sql`ALTER TABLE \`_choices_v\` ADD \`version_merged_into\` text;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`questions\` DROP COLUMN \`keep_days\`;`)
  await db.run(sql`ALTER TABLE \`_questions_v\` DROP COLUMN \`version_keep_days\`;`)
  await db.run(sql`ALTER TABLE \`choices\` DROP COLUMN \`merged_into\`;`)
  await db.run(sql`ALTER TABLE \`_choices_v\` DROP COLUMN \`version_merged_into\`;`)
}
