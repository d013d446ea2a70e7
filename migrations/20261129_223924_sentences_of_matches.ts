import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`matches\` ADD \`reasons\` text;`)
  await db.run(sql`ALTER TABLE \`matches\` ADD \`differences\` text;`)
  for (const path of ['reasons', 'differences']) {
    await db.run(sql`UPDATE matches SET ${sql.identifier(path)} = (SELECT json_group_array(text) FROM
      (SELECT text FROM matches_texts WHERE parent_id = matches.id AND path = ${path} ORDER BY "order"))`)
  }
  await db.run(sql`DROP TABLE \`matches_texts\`;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`matches_texts\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`text\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`matches\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`matches_texts_order_parent\` ON \`matches_texts\` (\`order\`,\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`matches_texts_parent_idx\` ON \`matches_texts\` (\`parent_id\`);`)
  for (const path of ['reasons', 'differences']) {
    await db.run(sql`INSERT INTO matches_texts ("order", parent_id, path, text)
      SELECT key + 1, matches.id, ${path}, value FROM matches, json_each(matches.${sql.identifier(path)})`)
  }
  await db.run(sql`ALTER TABLE \`matches\` DROP COLUMN \`reasons\`;`)
  await db.run(sql`ALTER TABLE \`matches\` DROP COLUMN \`differences\`;`)
}
