import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`personal_links\` ADD \`mentor_id\` text(36) REFERENCES mentors(id) ON DELETE set null;`)
  await db.run(sql`ALTER TABLE \`personal_links\` ADD \`mentee_id\` text(36) REFERENCES mentees(id) ON DELETE set null;`)
  await db.run(sql`ALTER TABLE \`personal_links\` ADD \`answers\` text;`)
  await db.run(sql`ALTER TABLE \`personal_links\` ADD \`used_at\` text;`)
  await db.run(sql`ALTER TABLE \`personal_links\` ADD \`ended_at\` text;`)
  await db.run(sql`CREATE INDEX \`personal_links_mentor_idx\` ON \`personal_links\` (\`mentor_id\`);`)
  await db.run(sql`CREATE INDEX \`personal_links_mentee_idx\` ON \`personal_links\` (\`mentee_id\`);`)

  // Whose a link is stood in one text, "mentors:ID" or "mentees:ID".
  await db.run(sql`UPDATE \`personal_links\` SET \`mentor_id\` = (SELECT \`id\` FROM \`mentors\` WHERE 'mentors:' || \`mentors\`.\`id\` = \`personal_links\`.\`about\`), \`mentee_id\` = (SELECT \`id\` FROM \`mentees\` WHERE 'mentees:' || \`mentees\`.\`id\` = \`personal_links\`.\`about\`);`)
  await db.run(sql`DELETE FROM \`personal_links\` WHERE \`mentor_id\` IS NULL AND \`mentee_id\` IS NULL;`)
  await db.run(sql`DROP INDEX \`personal_links_about_idx\`;`)
  await db.run(sql`ALTER TABLE \`personal_links\` DROP COLUMN \`about\`;`)

  // The link that confirms stood on the record itself. One that has confirmed goes on to say where
  // its owner stands, for a year.
  await db.run(sql`INSERT INTO \`personal_links\` (\`id\`, \`hash\`, \`mentor_id\`, \`purpose\`, \`expires_at\`, \`used_at\`) SELECT lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-8' || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6))), \`confirmation_hash\`, \`id\`, 'confirm', CASE WHEN \`confirmed_at\` IS NULL THEN \`confirmation_expires_at\` ELSE strftime('%Y-%m-%dT%H:%M:%fZ', \`confirmed_at\`, '+365 days') END, \`confirmed_at\` FROM \`mentors\` WHERE \`confirmation_hash\` IS NOT NULL AND \`confirmation_expires_at\` IS NOT NULL;`)
  await db.run(sql`INSERT INTO \`personal_links\` (\`id\`, \`hash\`, \`mentee_id\`, \`purpose\`, \`expires_at\`, \`used_at\`) SELECT lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-8' || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6))), \`confirmation_hash\`, \`id\`, 'confirm', CASE WHEN \`confirmed_at\` IS NULL THEN \`confirmation_expires_at\` ELSE strftime('%Y-%m-%dT%H:%M:%fZ', \`confirmed_at\`, '+365 days') END, \`confirmed_at\` FROM \`mentees\` WHERE \`confirmation_hash\` IS NOT NULL AND \`confirmation_expires_at\` IS NOT NULL;`)
  await db.run(sql`DROP INDEX \`mentors_confirmation_hash_idx\`;`)
  await db.run(sql`ALTER TABLE \`mentors\` DROP COLUMN \`confirmation_hash\`;`)
  await db.run(sql`ALTER TABLE \`mentors\` DROP COLUMN \`confirmation_expires_at\`;`)
  await db.run(sql`DROP INDEX \`mentees_confirmation_hash_idx\`;`)
  await db.run(sql`ALTER TABLE \`mentees\` DROP COLUMN \`confirmation_hash\`;`)
  await db.run(sql`ALTER TABLE \`mentees\` DROP COLUMN \`confirmation_expires_at\`;`)

  // A token was made of purpose, owner and nonce; now of purpose and nonce. With the owner as a part of
  // the nonce, messages that have not been sent make the token whose hash is on record.
  await db.run(sql`UPDATE \`mails\` SET \`links\` = (SELECT json_group_object(\`link\`.\`key\`, json_object('purpose', json_extract(\`link\`.\`value\`, '$.purpose'), 'nonce', json_extract(\`link\`.\`value\`, '$.about') || ':' || json_extract(\`link\`.\`value\`, '$.nonce'))) FROM json_each(\`mails\`.\`links\`) AS \`link\`) WHERE \`links\` LIKE '%"about"%';`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`PRAGMA foreign_keys=OFF;`)
  await db.run(sql`CREATE TABLE \`__new_personal_links\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`hash\` text NOT NULL,
  	\`about\` text NOT NULL,
  	\`purpose\` text NOT NULL,
  	\`match_id\` text(36),
  	\`expires_at\` text NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`match_id\`) REFERENCES \`matches\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`INSERT INTO \`__new_personal_links\`("id", "hash", "about", "purpose", "match_id", "expires_at", "updated_at", "created_at") SELECT "id", "hash", CASE WHEN "mentor_id" IS NULL THEN 'mentees:' || "mentee_id" ELSE 'mentors:' || "mentor_id" END, "purpose", "match_id", "expires_at", "updated_at", "created_at" FROM \`personal_links\`;`)
  await db.run(sql`DROP TABLE \`personal_links\`;`)
  await db.run(sql`ALTER TABLE \`__new_personal_links\` RENAME TO \`personal_links\`;`)
  await db.run(sql`PRAGMA foreign_keys=ON;`)
  await db.run(sql`CREATE UNIQUE INDEX \`personal_links_hash_idx\` ON \`personal_links\` (\`hash\`);`)
  await db.run(sql`CREATE INDEX \`personal_links_about_idx\` ON \`personal_links\` (\`about\`);`)
  await db.run(sql`CREATE INDEX \`personal_links_match_idx\` ON \`personal_links\` (\`match_id\`);`)
  await db.run(sql`CREATE INDEX \`personal_links_expires_at_idx\` ON \`personal_links\` (\`expires_at\`);`)
  await db.run(sql`CREATE INDEX \`personal_links_updated_at_idx\` ON \`personal_links\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`personal_links_created_at_idx\` ON \`personal_links\` (\`created_at\`);`)
  await db.run(sql`ALTER TABLE \`mentors\` ADD \`confirmation_hash\` text;`)
  await db.run(sql`ALTER TABLE \`mentors\` ADD \`confirmation_expires_at\` text;`)
  await db.run(sql`CREATE INDEX \`mentors_confirmation_hash_idx\` ON \`mentors\` (\`confirmation_hash\`);`)
  await db.run(sql`ALTER TABLE \`mentees\` ADD \`confirmation_hash\` text;`)
  await db.run(sql`ALTER TABLE \`mentees\` ADD \`confirmation_expires_at\` text;`)
  await db.run(sql`CREATE INDEX \`mentees_confirmation_hash_idx\` ON \`mentees\` (\`confirmation_hash\`);`)
}
