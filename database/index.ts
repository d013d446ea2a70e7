import { mkdirSync } from 'node:fs'
import path from 'node:path'

import { withWriteLock } from '@mentoring/kit/write-lock'
import { type MongooseAdapter, mongooseAdapter } from '@payloadcms/db-mongodb'
import { sqliteAdapter, type SQLiteAdapter } from '@payloadcms/db-sqlite'
import type { BaseDatabaseAdapter, DatabaseAdapterObj } from 'payload'

import { withCreateMany } from './create-many.ts'
import { withHonestCommit } from './honest-commit.ts'
import { inFolder } from './in-folder.ts'
import { indexRepeatedTexts } from './repeated-texts.ts'
import { withSharedSync } from './shared-sync.ts'
import { openSQLite } from './sqlite-client.ts'
import { SQLITE_SCHEMA } from './sqlite-schema.ts'
import { upgradeMongoDB } from './upgrade/mongodb.ts'
import { upgradeSQLite } from './upgrade/sqlite.ts'

/** Is it an address of MongoDB? */
export const isMongoURL = (url: string): boolean => /^mongodb(\+srv)?:\/\//.test(url)

/** Would transactions be switched off at this address of MongoDB? */
export const namesNoReplicaSet = (url: string): boolean =>
  url.startsWith('mongodb://') && !url.includes('replicaSet=')

/**
 * Chooses the database by its address.
 *
 * @param url `file:/path/to/database.db` for the embedded SQLite file, or `mongodb://…` /
 *   `mongodb+srv://…` for a MongoDB replica set.
 * @param dataFolder what is kept beside the database; held while it is connected, and then the database must not be
 *   one that has been lost. Without it, only the file of SQLite is held.
 * @throws when the address is neither, or a MongoDB address that would switch transactions off.
 */
export const databaseAdapter = (url: string, dataFolder?: string) => {
  if (isMongoURL(url)) {
    if (namesNoReplicaSet(url)) {
      throw new Error(
        'DATABASE_URL names a MongoDB server without a replica set. Transactions need one: add "?replicaSet=NAME".',
      )
    }
    return changed(
      mongooseAdapter({
        url,
        transactionOptions: {},
        // The upgrade makes collections and indexes, in the order that changes of data need.
        connectOptions: { autoCreate: false, autoIndex: false },
      }) as DatabaseAdapterObj<MongooseAdapter>,
      (adapter) =>
        inFolder(dataFolder, undefined, withHonestCommit(withCreateMany(adapter)), upgradeMongoDB),
    )
  }
  if (!url.startsWith('file:')) {
    throw new Error('DATABASE_URL must start with "file:", "mongodb://" or "mongodb+srv://".')
  }
  const sqlite = sqliteAdapter({
    client: { url },
    ...SQLITE_SCHEMA,
    transactionOptions: {},
    beforeSchemaInit: [indexRepeatedTexts],
    migrationDir: 'migrations',
  })
  const file = path.resolve(url.slice('file:'.length))
  const honest = changed(sqlite, (adapter) =>
    withHonestCommit(withCreateMany(openedBy(file, adapter))),
  )
  return changed(withWriteLock(honest), (adapter) =>
    inFolder(dataFolder, file, withSharedSync(file, adapter), upgradeSQLite),
  )
}

/** An adapter with something about it changed, once Payload has made it. */
const changed = <T extends BaseDatabaseAdapter>(
  adapterObject: DatabaseAdapterObj<T>,
  change: (adapter: T) => T,
): DatabaseAdapterObj<T> => ({ ...adapterObject, init: (args) => change(adapterObject.init(args)) })

/** Opens the SQLite file, in a folder that is made for it, by a client that waits for other programs. */
const openedBy = (file: string, adapter: SQLiteAdapter): SQLiteAdapter => {
  const connect = adapter.connect!.bind(adapter)
  const destroy = adapter.destroy!.bind(adapter)
  let close = () => {}
  adapter.connect = async (options) => {
    close()
    mkdirSync(path.dirname(file), { recursive: true })
    const client = openSQLite(file)
    adapter.client = client
    close = () => client.close()
    await connect(options)
  }
  adapter.destroy = async () => {
    await destroy()
    close()
  }
  return adapter
}
