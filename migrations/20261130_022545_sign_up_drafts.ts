import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`sign_up_drafts\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`token_hash\` text NOT NULL,
  	\`wrapped_key\` text NOT NULL,
  	\`link_hash\` text,
  	\`link_key\` text,
  	\`mail_id\` text(36),
  	\`kind\` text NOT NULL,
  	\`edition\` numeric NOT NULL,
  	\`sealed\` text NOT NULL,
  	\`expires_at\` text NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`mail_id\`) REFERENCES \`mails\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`sign_up_drafts_token_hash_idx\` ON \`sign_up_drafts\` (\`token_hash\`);`)
  await db.run(sql`CREATE INDEX \`sign_up_drafts_link_hash_idx\` ON \`sign_up_drafts\` (\`link_hash\`);`)
  await db.run(sql`CREATE INDEX \`sign_up_drafts_mail_idx\` ON \`sign_up_drafts\` (\`mail_id\`);`)
  await db.run(sql`CREATE INDEX \`sign_up_drafts_expires_at_idx\` ON \`sign_up_drafts\` (\`expires_at\`);`)
  await db.run(sql`CREATE INDEX \`sign_up_drafts_updated_at_idx\` ON \`sign_up_drafts\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`sign_up_drafts_created_at_idx\` ON \`sign_up_drafts\` (\`created_at\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`sign_up_drafts\`;`)
}
