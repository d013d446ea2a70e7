import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE INDEX \`status_closedAt_idx\` ON \`matches\` (\`status\`,\`closed_at\`);`)
  await db.run(sql`CREATE INDEX \`status_confirmedAt_idx\` ON \`matches\` (\`status\`,\`confirmed_at\`);`)
  await db.run(sql`CREATE INDEX \`status_endsOn_idx\` ON \`matches\` (\`status\`,\`ends_on\`);`)
  await db.run(sql`CREATE INDEX \`status_extensionAskedAt_idx\` ON \`matches\` (\`status\`,\`extension_asked_at\`);`)
  await db.run(sql`CREATE INDEX \`status_firstContactDue_idx\` ON \`matches\` (\`status\`,\`first_contact_due\`);`)
  await db.run(sql`CREATE INDEX \`status_heardNothingAt_idx\` ON \`matches\` (\`status\`,\`heard_nothing_at\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP INDEX \`status_closedAt_idx\`;`)
  await db.run(sql`DROP INDEX \`status_confirmedAt_idx\`;`)
  await db.run(sql`DROP INDEX \`status_endsOn_idx\`;`)
  await db.run(sql`DROP INDEX \`status_extensionAskedAt_idx\`;`)
  await db.run(sql`DROP INDEX \`status_firstContactDue_idx\`;`)
  await db.run(sql`DROP INDEX \`status_heardNothingAt_idx\`;`)
}
