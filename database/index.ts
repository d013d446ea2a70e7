import { mkdirSync } from 'node:fs'
import path from 'node:path'

import { type MongooseAdapter, mongooseAdapter } from '@payloadcms/db-mongodb'
import { sqliteAdapter } from '@payloadcms/db-sqlite'
import type { BaseDatabaseAdapter, DatabaseAdapterObj } from 'payload'

import { upgradeMongoDB } from './upgrade/mongodb.ts'
import { upgradeSQLite } from './upgrade/sqlite.ts'
import { withWriteLock } from './write-lock.ts'

const isMongoURL = (url: string): boolean => /^mongodb(\+srv)?:\/\//.test(url)

/**
 * Chooses the database by its address.
 *
 * @param url `file:/path/to/database.db` for the embedded SQLite file, or `mongodb://…` /
 *   `mongodb+srv://…` for a MongoDB replica set.
 * @throws when the address is neither, or a MongoDB address that would switch transactions off.
 */
export const databaseAdapter = (url: string) => {
  if (isMongoURL(url)) {
    if (url.startsWith('mongodb://') && !url.includes('replicaSet=')) {
      throw new Error(
        'DATABASE_URL names a MongoDB server without a replica set. Transactions need one: add "?replicaSet=NAME".',
      )
    }
    return upgradedBy(
      upgradeMongoDB,
      mongooseAdapter({
        url,
        transactionOptions: {},
        // The upgrade makes collections and indexes, in the order that changes of data need.
        connectOptions: { autoCreate: false, autoIndex: false },
      }) as DatabaseAdapterObj<MongooseAdapter>,
    )
  }
  if (!url.startsWith('file:')) {
    throw new Error('DATABASE_URL must start with "file:", "mongodb://" or "mongodb+srv://".')
  }
  const adapter = upgradedBy(
    upgradeSQLite,
    withWriteLock(
      sqliteAdapter({
        client: { url },
        idType: 'uuid',
        wal: true,
        transactionOptions: {},
        push: false,
        migrationDir: 'migrations',
      }),
    ),
  )
  return {
    ...adapter,
    init: (args: Parameters<typeof adapter.init>[0]) => {
      mkdirSync(path.dirname(url.slice('file:'.length)), { recursive: true })
      return adapter.init(args)
    },
  }
}

/** Brings the database to the state this version needs, whenever it has been connected to. */
const upgradedBy = <T extends BaseDatabaseAdapter>(
  upgrade: (adapter: T) => Promise<void>,
  adapterObject: DatabaseAdapterObj<T>,
): DatabaseAdapterObj<T> => ({
  ...adapterObject,
  init: (args) => {
    const adapter = adapterObject.init(args)
    const connect = adapter.connect!.bind(adapter)
    adapter.connect = async (options) => {
      await connect(options)
      await upgrade(adapter)
    }
    return adapter
  },
})
