import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`matching_introductions_pairs\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`match_id\` text(36),
  	FOREIGN KEY (\`match_id\`) REFERENCES \`matches\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`matching_introductions\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`matching_introductions_pairs_order_idx\` ON \`matching_introductions_pairs\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`matching_introductions_pairs_parent_id_idx\` ON \`matching_introductions_pairs\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`matching_introductions_pairs_match_idx\` ON \`matching_introductions_pairs\` (\`match_id\`);`)
  await db.run(sql`CREATE TABLE \`matching_introductions\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`done\` numeric DEFAULT 0 NOT NULL,
  	\`refused\` text,
  	\`by_id\` text(36),
  	\`language\` text,
  	\`finished_at\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`matching_introductions_by_idx\` ON \`matching_introductions\` (\`by_id\`);`)
  await db.run(sql`CREATE INDEX \`matching_introductions_finished_at_idx\` ON \`matching_introductions\` (\`finished_at\`);`)
  await db.run(sql`CREATE INDEX \`matching_introductions_updated_at_idx\` ON \`matching_introductions\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`matching_introductions_created_at_idx\` ON \`matching_introductions\` (\`created_at\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`matching_introductions_pairs\`;`)
  await db.run(sql`DROP TABLE \`matching_introductions\`;`)
}
