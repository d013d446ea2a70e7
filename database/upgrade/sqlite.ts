import { type MigrateUpArgs, sql, type SQLiteAdapter } from '@payloadcms/db-sqlite'
import { createLocalReq, type PayloadRequest } from 'payload'

import { migrations } from '../../migrations/index.ts'
import { COPY_DAYS, copyDatabase } from '../copies.ts'
import { createRecord } from '../records.ts'
import type { SQLiteClient } from '../sqlite-client.ts'
import { emptyLog } from '../tidy.ts'
import { NOTHING_CHANGED, planUpgrade } from './plan.ts'
import { replacedMigrations } from './replaced.ts'

type Migration = { name: string; up: (args: MigrateUpArgs) => Promise<void> }

/**
 * Brings an SQLite database to the schema of this version: all migrations it lacks run in one
 * transaction, so that they are all there afterwards or none.
 *
 * @throws when this version can't upgrade the database, or a migration failed. Nothing has been
 *   changed then.
 */
export const upgradeSQLite = async (
  adapter: SQLiteAdapter,
  known: readonly Migration[] = migrations,
): Promise<void> => {
  const { payload } = adapter
  const recorded = await findRecorded(adapter)
  const { pending, replaced } = planUpgrade({
    known: known.map(({ name }) => name),
    successors: successorsOfReplaced,
    recorded,
  })
  if (pending.length === 0 && replaced.length === 0) return

  const isNew = recorded.length === 0
  if (!isNew) {
    const copy = await copyDatabase(adapter.client, recorded.at(-1)!)
    payload.logger.info(
      `The database as it was before this upgrade is kept for ${COPY_DAYS} days in ${copy}. "npm run remove-copies" removes it sooner.`,
    )
  }
  await withoutForeignKeys(adapter, () =>
    inTransaction(adapter, async (args) => {
      const dangling = await countDangling(args.db)
      for (const name of replaced) {
        payload.logger.info(`Bringing the database from "${name}" to what took its place.`)
        await replacedMigrations[name]!.catchUp(args)
      }
      for (const name of pending) {
        payload.logger.info(`Migrating the database: ${name}`)
        await known.find((migration) => migration.name === name)!.up(args)
      }
      // At the end: what Payload writes needs the schema of this version.
      for (const name of replaced) await rename(args.req, name)
      for (const name of pending) {
        await createRecord(args.req, 'payload-migrations', { name, batch: 1 })
      }
      if ((await countDangling(args.db)) > dangling) {
        throw new Error(
          'The migrations would leave records that point to others which are gone, so nothing of them was kept. This is a fault of this version: go on with the one before.',
        )
      }
    }),
  )
  if (!isNew) await writeAnew(adapter)
}

/**
 * Versions before left what was deleted in free pages of the file, and tables that were made anew leave
 * theirs in the log of writes.
 */
const writeAnew = async (adapter: SQLiteAdapter): Promise<void> => {
  try {
    await adapter.client.execute('VACUUM')
    await emptyLog(adapter)
  } catch (error) {
    adapter.payload.logger.warn({
      msg: 'The database is upgraded, but its file could not be written anew: it may still hold what was erased. Run VACUUM on it.',
      err: error,
    })
  }
}

/** Names of migrations that were given up, each with the one that took its place. */
export const successorsOfReplaced: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(replacedMigrations).map(([name, { successor }]) => [name, successor]),
)

type Transaction = MigrateUpArgs['db']

/** Does something in a transaction that the Local API can take part in by `req`. */
const inTransaction = async (
  adapter: SQLiteAdapter,
  what: (args: MigrateUpArgs) => Promise<void>,
): Promise<void> => {
  const { payload, sessions } = adapter
  const transactionID = (await adapter.beginTransaction())!
  try {
    // Payload’s migrations take the transaction under another of its types.
    const db = sessions[transactionID]!.db as unknown as Transaction
    await what({ db, payload, req: await createLocalReq({ req: { transactionID } }, payload) })
    await adapter.commitTransaction(transactionID)
  } catch (error) {
    await adapter.rollbackTransaction(transactionID)
    throw error
  }
}

const rename = (req: PayloadRequest, name: string) =>
  req.payload.update({
    collection: 'payload-migrations',
    where: { name: { equals: name } },
    data: { name: replacedMigrations[name]!.successor },
    overrideAccess: true,
    req,
  })

/** Names of the migrations the database has run. @throws when it is no database of this programme. */
export const findRecorded = async (adapter: SQLiteAdapter): Promise<string[]> => {
  const { rows: tables } = await adapter.client.execute(
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'",
  )
  if (tables.length === 0) return []
  if (!tables.some(({ name }) => name === 'payload_migrations')) {
    throw new Error(
      `The database file holds tables, but not of this programme. ${NOTHING_CHANGED} Name another file in DATABASE_URL.`,
    )
  }
  const { rows } = await adapter.client.execute(
    'SELECT name, batch FROM payload_migrations ORDER BY name',
  )
  if (rows.some(({ batch }) => batch === -1)) {
    throw new Error(
      `This database was made by Payload's "push" for development and can't be upgraded. ${NOTHING_CHANGED} Name another DATABASE_URL.`,
    )
  }
  return rows.map(({ name }) => String(name))
}

/**
 * Does something with the checks of foreign keys off. They would empty or delete what points to a
 * table that is made anew, and can't be switched off inside a transaction.
 */
const withoutForeignKeys = async ({ client }: SQLiteAdapter, what: () => Promise<void>) => {
  const { setForeignKeys } = client as SQLiteClient
  setForeignKeys(false)
  try {
    await what()
  } finally {
    setForeignKeys(true)
  }
}

const countDangling = async (db: Transaction): Promise<number> =>
  (await db.run(sql`PRAGMA foreign_key_check`)).rows.length
