import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`site_parts\` ADD \`words_changed\` text;`)
  await db.run(sql`ALTER TABLE \`_site_parts_v\` ADD \`version_words_changed\` text;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`site_parts\` DROP COLUMN \`words_changed\`;`)
  await db.run(sql`ALTER TABLE \`_site_parts_v\` DROP COLUMN \`version_words_changed\`;`)
}
