import { randomUUID } from 'node:crypto'

import { type MigrateUpArgs, sql } from '@payloadcms/db-sqlite'

import {
  camelCase,
  linksOnOwnLines,
  readOldKey,
  readOldReminder,
  UNSENT,
  withOwnWords,
} from '../changes/old-mails.ts'

type Database = MigrateUpArgs['db']

/** Writes into columns whom and what messages are about, which stood in their keys. */
export const fillMailColumns = async (db: Database): Promise<void> => {
  const { rows } = await db.run(
    sql`SELECT id, key, status, subject, text, links, created_at FROM mails`,
  )
  for (const { created_at, id, key, links, status, subject, text } of rows) {
    const { match, person, role, somebody, training } = readOldKey(String(key))
    const mentor = person?.role === 'mentor' ? person.id : somebody
    const mentee = person?.role === 'mentee' ? person.id : somebody
    await db.run(sql`UPDATE mails SET
      match_id = (SELECT id FROM matches WHERE id = ${match ?? null}),
      training_id = (SELECT id FROM training_days WHERE id = ${training ?? null}),
      mentor_id = (SELECT id FROM mentors WHERE id = ${mentor ?? null}
        UNION SELECT mentor_id FROM matches WHERE id = ${role === 'mentor' ? match! : null}),
      mentee_id = (SELECT id FROM mentees WHERE id = ${mentee ?? null}
        UNION SELECT mentee_id FROM matches WHERE id = ${role === 'mentee' ? match! : null})
      WHERE id = ${id}`)
    if (!UNSENT.includes(String(status))) continue
    const names = Object.keys((JSON.parse(String(links ?? '{}')) ?? {}) as object)
    const { values, words } = withOwnWords(String(subject), String(text), names)
    await db.run(sql`UPDATE mails SET text = NULL, queued_at = ${created_at},
      "values" = ${JSON.stringify(values)}, words = ${JSON.stringify(words)} WHERE id = ${id}`)
  }
}

/** Writes into columns which reminder a step was, and to whom. */
export const fillReminderColumns = async (db: Database): Promise<void> => {
  const { rows } = await db.run(sql`SELECT id, detail FROM match_steps WHERE what = 'remind'`)
  for (const { detail, id } of rows) {
    const reminder = readOldReminder(String(detail))
    if (!reminder) continue
    const { message, to } = reminder
    await db.run(
      sql`UPDATE match_steps SET message = ${message}, "to" = ${to}, detail = NULL WHERE id = ${id}`,
    )
  }
}

/** Makes a row with a first version of each message's words, which were columns of one row. */
export const rowsOfWords = async (db: Database): Promise<void> => {
  const { rows } = await db.run(sql`SELECT * FROM mail_wording LIMIT 1`)
  const old = (rows[0] ?? {}) as Record<string, unknown>
  const now = new Date().toISOString()
  for (const column of Object.keys(old).filter((one) => one.endsWith('_subject'))) {
    const message = column.slice(0, -'_subject'.length)
    const [subject, body] = [old[column], old[`${message}_body`]]
    if (!subject || typeof body !== 'string' || !body) continue
    const [id, name] = [randomUUID(), camelCase(message)]
    const words = linksOnOwnLines(body)
    await db.run(sql`INSERT INTO mail_words (id, name, subject, body, _status, created_at, updated_at)
      VALUES (${id}, ${name}, ${subject}, ${words}, 'published', ${now}, ${now})`)
    await db.run(sql`INSERT INTO _mail_words_v (id, parent_id, version_name, version_subject,
      version_body, version__status, version_created_at, version_updated_at, created_at, updated_at, latest)
      VALUES (${randomUUID()}, ${id}, ${name}, ${subject}, ${words}, 'published', ${now}, ${now}, ${now}, ${now}, 1)`)
  }
}

/** Messages are sent from their rows, so no job is left to be run for one. */
export const dropMailJobs = async (db: Database): Promise<void> => {
  await db.run(sql`DELETE FROM payload_jobs_log WHERE _parent_id IN
    (SELECT id FROM payload_jobs WHERE task_slug = 'sendMail')`)
  await db.run(sql`DELETE FROM payload_jobs WHERE task_slug = 'sendMail'`)
}
