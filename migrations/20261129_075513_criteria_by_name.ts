import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`matching_settings\` ADD \`points\` text;`)
  await db.run(sql`ALTER TABLE \`matching_settings\` ADD \`rules\` text;`)
  await db.run(sql`UPDATE \`matching_settings\` SET
    \`points\` = json_object(
      'topics', \`points_topics\`, 'languages', \`points_languages\`,
      'pathway', \`points_pathway\`, 'specialty', \`points_specialty\`,
      'arrival', \`points_arrival\`, 'site', \`points_site\`, 'meeting', \`points_meeting\`),
    \`rules\` = json_object(
      'genderPreferenceOfMentee',
      json(iif(coalesce(\`rules_gender_preference_of_mentee\`, 1), 'true', 'false')),
      'genderPreferenceOfMentor',
      json(iif(coalesce(\`rules_gender_preference_of_mentor\`, 1), 'true', 'false')));`)
  await db.run(sql`ALTER TABLE \`matching_settings\` DROP COLUMN \`points_topics\`;`)
  await db.run(sql`ALTER TABLE \`matching_settings\` DROP COLUMN \`points_languages\`;`)
  await db.run(sql`ALTER TABLE \`matching_settings\` DROP COLUMN \`points_pathway\`;`)
  await db.run(sql`ALTER TABLE \`matching_settings\` DROP COLUMN \`points_specialty\`;`)
  await db.run(sql`ALTER TABLE \`matching_settings\` DROP COLUMN \`points_arrival\`;`)
  await db.run(sql`ALTER TABLE \`matching_settings\` DROP COLUMN \`points_site\`;`)
  await db.run(sql`ALTER TABLE \`matching_settings\` DROP COLUMN \`points_meeting\`;`)
  await db.run(sql`ALTER TABLE \`matching_settings\` DROP COLUMN \`rules_gender_preference_of_mentee\`;`)
  await db.run(sql`ALTER TABLE \`matching_settings\` DROP COLUMN \`rules_gender_preference_of_mentor\`;`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`matching_settings\` ADD \`points_topics\` numeric DEFAULT 30 NOT NULL;`)
  await db.run(sql`ALTER TABLE \`matching_settings\` ADD \`points_languages\` numeric DEFAULT 20 NOT NULL;`)
  await db.run(sql`ALTER TABLE \`matching_settings\` ADD \`points_pathway\` numeric DEFAULT 20 NOT NULL;`)
  await db.run(sql`ALTER TABLE \`matching_settings\` ADD \`points_specialty\` numeric DEFAULT 20 NOT NULL;`)
  await db.run(sql`ALTER TABLE \`matching_settings\` ADD \`points_arrival\` numeric DEFAULT 10 NOT NULL;`)
  await db.run(sql`ALTER TABLE \`matching_settings\` ADD \`points_site\` numeric DEFAULT 10 NOT NULL;`)
  await db.run(sql`ALTER TABLE \`matching_settings\` ADD \`points_meeting\` numeric DEFAULT 6 NOT NULL;`)
  await db.run(sql`ALTER TABLE \`matching_settings\` ADD \`rules_gender_preference_of_mentee\` integer DEFAULT true;`)
  await db.run(sql`ALTER TABLE \`matching_settings\` ADD \`rules_gender_preference_of_mentor\` integer DEFAULT true;`)
  await db.run(sql`UPDATE \`matching_settings\` SET
    \`points_topics\` = coalesce(\`points\` ->> 'topics', 30),
    \`points_languages\` = coalesce(\`points\` ->> 'languages', 20),
    \`points_pathway\` = coalesce(\`points\` ->> 'pathway', 20),
    \`points_specialty\` = coalesce(\`points\` ->> 'specialty', 20),
    \`points_arrival\` = coalesce(\`points\` ->> 'arrival', 10),
    \`points_site\` = coalesce(\`points\` ->> 'site', 10),
    \`points_meeting\` = coalesce(\`points\` ->> 'meeting', 6),
    \`rules_gender_preference_of_mentee\` = coalesce(\`rules\` ->> 'genderPreferenceOfMentee', 1),
    \`rules_gender_preference_of_mentor\` = coalesce(\`rules\` ->> 'genderPreferenceOfMentor', 1);`)
  await db.run(sql`ALTER TABLE \`matching_settings\` DROP COLUMN \`points\`;`)
  await db.run(sql`ALTER TABLE \`matching_settings\` DROP COLUMN \`rules\`;`)
}
