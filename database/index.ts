import { mkdirSync } from 'node:fs'
import path from 'node:path'

import { type MongooseAdapter, mongooseAdapter } from '@payloadcms/db-mongodb'
import { sqliteAdapter, type SQLiteAdapter } from '@payloadcms/db-sqlite'
import type { BaseDatabaseAdapter, DatabaseAdapterObj } from 'payload'

import { withHonestCommit } from './honest-commit.ts'
import { openSQLite } from './sqlite-client.ts'
import { upgradeMongoDB } from './upgrade/mongodb.ts'
import { upgradeSQLite } from './upgrade/sqlite.ts'
import { withWriteLock } from './write-lock.ts'

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
 * @throws when the address is neither, or a MongoDB address that would switch transactions off.
 */
export const databaseAdapter = (url: string) => {
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
      (adapter) => upgradedBy(upgradeMongoDB, withHonestCommit(adapter)),
    )
  }
  if (!url.startsWith('file:')) {
    throw new Error('DATABASE_URL must start with "file:", "mongodb://" or "mongodb+srv://".')
  }
  const sqlite = sqliteAdapter({
    client: { url },
    idType: 'uuid',
    transactionOptions: {},
    push: false,
    migrationDir: 'migrations',
  })
  const honest = changed(sqlite, (adapter) => withHonestCommit(openedBy(url, adapter)))
  return changed(withWriteLock(honest), (adapter) => upgradedBy(upgradeSQLite, adapter))
}

/** An adapter with something about it changed, once Payload has made it. */
const changed = <T extends BaseDatabaseAdapter>(
  adapterObject: DatabaseAdapterObj<T>,
  change: (adapter: T) => T,
): DatabaseAdapterObj<T> => ({ ...adapterObject, init: (args) => change(adapterObject.init(args)) })

/** Opens the SQLite file, in a folder that is made for it, by a client that waits for other programs. */
const openedBy = (url: string, adapter: SQLiteAdapter): SQLiteAdapter => {
  const connect = adapter.connect!.bind(adapter)
  const destroy = adapter.destroy!.bind(adapter)
  adapter.connect = async (options) => {
    if (!adapter.client) {
      mkdirSync(path.dirname(url.slice('file:'.length)), { recursive: true })
      adapter.client = openSQLite(url)
    }
    await connect(options)
  }
  adapter.destroy = async () => {
    await destroy()
    adapter.client?.close()
  }
  return adapter
}

/** Brings the database to the state this version needs, whenever it has been connected to. */
const upgradedBy = <T extends BaseDatabaseAdapter>(
  upgrade: (adapter: T) => Promise<void>,
  adapter: T,
): T => {
  const connect = adapter.connect!.bind(adapter)
  adapter.connect = async (options) => {
    await connect(options)
    await upgrade(adapter)
  }
  return adapter
}
