import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`turns\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`rule\` text NOT NULL,
  	\`turn\` numeric DEFAULT 0
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`turns_rule_idx\` ON \`turns\` (\`rule\`);`)
  await db.run(sql`CREATE INDEX \`mentors_name_idx\` ON \`mentors\` (\`name\`);`)
  await db.run(sql`CREATE INDEX \`mentees_name_idx\` ON \`mentees\` (\`name\`);`)
  await db.run(sql`CREATE INDEX \`mentee_status_idx\` ON \`matches\` (\`mentee_id\`,\`status\`);`)
  await db.run(sql`CREATE INDEX \`mentor_status_idx\` ON \`matches\` (\`mentor_id\`,\`status\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`turns\`;`)
  await db.run(sql`DROP INDEX \`mentors_name_idx\`;`)
  await db.run(sql`DROP INDEX \`mentees_name_idx\`;`)
  await db.run(sql`DROP INDEX \`mentee_status_idx\`;`)
  await db.run(sql`DROP INDEX \`mentor_status_idx\`;`)
}
