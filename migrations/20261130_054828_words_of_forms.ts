import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

import { keepSignUpWords } from '../database/upgrade/sign-up-words.ts'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`sign_up_forms\` ADD \`title\` text NOT NULL;`)
  await db.run(sql`ALTER TABLE \`sign_up_forms\` ADD \`intro\` text NOT NULL;`)
  await db.run(sql`ALTER TABLE \`sign_up_forms\` ADD \`agreement_consent\` text NOT NULL;`)
  await db.run(sql`ALTER TABLE \`_sign_up_forms_v\` ADD \`version_title\` text NOT NULL;`)
  await db.run(sql`ALTER TABLE \`_sign_up_forms_v\` ADD \`version_intro\` text NOT NULL;`)
  await db.run(sql`ALTER TABLE \`_sign_up_forms_v\` ADD \`version_agreement_consent\` text NOT NULL;`)
  await keepSignUpWords(db)
  await db.run(sql`ALTER TABLE \`site_wording\` DROP COLUMN \`mentor_sign_up_title\`;`)
  await db.run(sql`ALTER TABLE \`site_wording\` DROP COLUMN \`mentor_sign_up_intro\`;`)
  await db.run(sql`ALTER TABLE \`site_wording\` DROP COLUMN \`mentor_sign_up_consent\`;`)
  await db.run(sql`ALTER TABLE \`site_wording\` DROP COLUMN \`mentee_sign_up_title\`;`)
  await db.run(sql`ALTER TABLE \`site_wording\` DROP COLUMN \`mentee_sign_up_intro\`;`)
  await db.run(sql`ALTER TABLE \`site_wording\` DROP COLUMN \`mentee_sign_up_consent\`;`)
  await db.run(sql`ALTER TABLE \`_site_wording_v\` DROP COLUMN \`version_mentor_sign_up_title\`;`)
  await db.run(sql`ALTER TABLE \`_site_wording_v\` DROP COLUMN \`version_mentor_sign_up_intro\`;`)
  await db.run(sql`ALTER TABLE \`_site_wording_v\` DROP COLUMN \`version_mentor_sign_up_consent\`;`)
  await db.run(sql`ALTER TABLE \`_site_wording_v\` DROP COLUMN \`version_mentee_sign_up_title\`;`)
  await db.run(sql`ALTER TABLE \`_site_wording_v\` DROP COLUMN \`version_mentee_sign_up_intro\`;`)
  await db.run(sql`ALTER TABLE \`_site_wording_v\` DROP COLUMN \`version_mentee_sign_up_consent\`;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`site_wording\` ADD \`mentor_sign_up_title\` text;`)
  await db.run(sql`ALTER TABLE \`site_wording\` ADD \`mentor_sign_up_intro\` text;`)
  await db.run(sql`ALTER TABLE \`site_wording\` ADD \`mentor_sign_up_consent\` text;`)
  await db.run(sql`ALTER TABLE \`site_wording\` ADD \`mentee_sign_up_title\` text;`)
  await db.run(sql`ALTER TABLE \`site_wording\` ADD \`mentee_sign_up_intro\` text;`)
  await db.run(sql`ALTER TABLE \`site_wording\` ADD \`mentee_sign_up_consent\` text;`)
  await db.run(sql`ALTER TABLE \`_site_wording_v\` ADD \`version_mentor_sign_up_title\` text;`)
  await db.run(sql`ALTER TABLE \`_site_wording_v\` ADD \`version_mentor_sign_up_intro\` text;`)
  await db.run(sql`ALTER TABLE \`_site_wording_v\` ADD \`version_mentor_sign_up_consent\` text;`)
  await db.run(sql`ALTER TABLE \`_site_wording_v\` ADD \`version_mentee_sign_up_title\` text;`)
  await db.run(sql`ALTER TABLE \`_site_wording_v\` ADD \`version_mentee_sign_up_intro\` text;`)
  await db.run(sql`ALTER TABLE \`_site_wording_v\` ADD \`version_mentee_sign_up_consent\` text;`)
  for (const kind of ['mentor', 'mentee']) {
    const [title, intro, consent] = ['title', 'intro', 'consent'].map((name) =>
      sql.identifier(`${kind}_sign_up_${name}`),
    )
    await db.run(sql`UPDATE site_wording SET (${title}, ${intro}, ${consent}) =
      (SELECT title, intro, agreement_consent FROM sign_up_forms WHERE kind = ${kind})`)
  }
  await db.run(sql`ALTER TABLE \`sign_up_forms\` DROP COLUMN \`title\`;`)
  await db.run(sql`ALTER TABLE \`sign_up_forms\` DROP COLUMN \`intro\`;`)
  await db.run(sql`ALTER TABLE \`sign_up_forms\` DROP COLUMN \`agreement_consent\`;`)
  await db.run(sql`ALTER TABLE \`_sign_up_forms_v\` DROP COLUMN \`version_title\`;`)
  await db.run(sql`ALTER TABLE \`_sign_up_forms_v\` DROP COLUMN \`version_intro\`;`)
  await db.run(sql`ALTER TABLE \`_sign_up_forms_v\` DROP COLUMN \`version_agreement_consent\`;`)
}
