import { type MigrateUpArgs, sql } from '@payloadcms/db-sqlite'

/** Messages that came with what follows a match. */
const NEW_MESSAGES = [
  'personal_link',
  'agreement_to_sign',
  'agreement_signed',
  'extension_asked',
  'extended',
  'extension_not_wanted',
  'end_moved',
  'match_ended',
  'partner_left',
  'match_completed',
  'contact_gentle',
  'contact_again',
  'contact_overdue_to_mentor',
  'contact_overdue_to_mentee',
  'agreement_missing',
  'meeting_missing',
  'extension_question',
  'training_place',
  'training_changed',
  'training_off',
]

const OLD_MESSAGES = [
  'confirm_sign_up',
  'already_signed_up',
  'introduction_to_mentor',
  'introduction_to_mentee',
  'match_withdrawn',
]

const columnsOf = (messages: string[]) =>
  messages.flatMap((message) => [`${message}_subject`, `${message}_body`])

const listOf = (columns: string[]) => sql.raw(columns.map((column) => `\`${column}\``).join(', '))

/**
 * Gives `mail_wording` the columns of all messages. They are required, and SQLite adds no required column to a table
 * that has a row; so the table is made anew, with the words it had. The words that are new stay empty here, and are
 * written by the start that follows.
 */
export const completeMailWording = async (db: MigrateUpArgs['db']): Promise<void> => {
  const { rows } = await db.run(sql`PRAGMA table_info(\`mail_wording\`);`)
  const had = rows.map(({ name }) => String(name))
  const isNew = (column: string) => !had.includes(column)
  const words = [...columnsOf(OLD_MESSAGES), ...columnsOf(NEW_MESSAGES)]
  await db.run(sql`CREATE TABLE \`__new_mail_wording\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	${sql.raw(
      columnsOf(OLD_MESSAGES)
        .map((column) => `\`${column}\` text NOT NULL`)
        .join(',\n  	'),
    )},
  	\`updated_at\` text,
  	\`created_at\` text,
  	${sql.raw(
      columnsOf(NEW_MESSAGES)
        .map((column) => `\`${column}\` text NOT NULL`)
        .join(',\n  	'),
    )}
  );
  `)
  const kept = ['id', ...words.filter((column) => !isNew(column)), 'updated_at', 'created_at']
  const added = words.filter(isNew)
  await db.run(
    sql`INSERT INTO \`__new_mail_wording\` (${listOf([...kept, ...added])}) SELECT ${listOf(kept)}${sql.raw(", ''".repeat(added.length))} FROM \`mail_wording\`;`,
  )
  await db.run(sql`DROP TABLE \`mail_wording\`;`)
  await db.run(sql`ALTER TABLE \`__new_mail_wording\` RENAME TO \`mail_wording\`;`)
}
