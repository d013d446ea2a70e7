import type { SQLiteAdapter } from '@payloadcms/db-sqlite'
import type { Config, Payload } from 'payload'

import { fileOf, removeCopiesOf } from './copies.ts'

const MINUTE = 60_000

/** As a plugin: tidies every minute for as long as the database is open. */
export const tidying = (config: Config): Config => ({
  ...config,
  onInit: async (payload) => {
    await config.onInit?.(payload)
    const timer = setInterval(async () => {
      if (isClosed(payload)) return clearInterval(timer)
      await tidyDatabase(payload).catch((error: unknown) =>
        payload.logger.error({ msg: 'The database could not be tidied', err: error }),
      )
    }, MINUTE)
    timer.unref()
  },
})

const isClosed = ({ db }: Payload): boolean =>
  db.name !== 'sqlite' || (db as unknown as SQLiteAdapter).client.closed

/**
 * Lets nothing stay on the disk that was erased or is too old: what a record held before it was
 * erased is still in SQLite's log of writes until that is emptied, and copies from before an upgrade
 * go when their time is over. Runs every minute; does nothing on MongoDB.
 */
export const tidyDatabase = async (payload: Payload): Promise<void> => {
  if (payload.db.name !== 'sqlite') return
  const adapter = payload.db as unknown as SQLiteAdapter
  await emptyLog(adapter)
  for (const file of await removeCopiesOf(await fileOf(adapter.client), 'old')) {
    payload.logger.info(`A copy of the database from before an upgrade was removed: ${file}`)
  }
}

/**
 * Writes the log of writes into the database file and makes it empty. While somebody writes it stays
 * for the next time.
 */
export const emptyLog = async ({ client }: Pick<SQLiteAdapter, 'client'>): Promise<void> => {
  await client.execute('PRAGMA wal_checkpoint(TRUNCATE)')
}
