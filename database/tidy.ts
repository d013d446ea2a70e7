import type { Round } from '@mentoring/kit/rounds'
import type { SQLiteAdapter } from '@payloadcms/db-sqlite'
import type { Payload } from 'payload'

import { asSQLite } from './adapters.ts'
import { fileOf, removeCopiesOf } from './copies.ts'

/**
 * Lets nothing stay on the disk that was erased or is too old: what a record held before it was
 * erased is still in SQLite's log of writes until that is emptied, and copies from before an upgrade
 * go when their time is over. Does nothing on MongoDB.
 */
export const tidyDatabase = async (payload: Payload): Promise<void> => {
  if (payload.db.name !== 'sqlite') return
  const adapter = asSQLite(payload.db)
  await emptyLog(adapter)
  for (const file of await removeCopiesOf(await fileOf(adapter.client), 'old')) {
    payload.logger.info(`A copy of the database from before an upgrade was removed: ${file}`)
  }
}

/** Tidies every minute. Another program that writes may put the emptying off for a while. */
export const tidyRound: Round = {
  name: 'tidy',
  everySeconds: 60,
  lateAfterSeconds: 600,
  run: tidyDatabase,
}

/**
 * Writes the log of writes into the database file and makes it empty. While somebody writes it stays
 * for the next time.
 */
export const emptyLog = async ({ client }: Pick<SQLiteAdapter, 'client'>): Promise<void> => {
  await client.execute('PRAGMA wal_checkpoint(TRUNCATE)')
}
