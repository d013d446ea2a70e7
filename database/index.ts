import { mkdirSync } from 'node:fs'
import path from 'node:path'

import { type MongooseAdapter, mongooseAdapter } from '@payloadcms/db-mongodb'
import { sqliteAdapter } from '@payloadcms/db-sqlite'
import type { Payload } from 'payload'

import { migrations } from '../migrations/index.ts'
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
    return mongooseAdapter({ url, transactionOptions: {} })
  }
  if (!url.startsWith('file:')) {
    throw new Error('DATABASE_URL must start with "file:", "mongodb://" or "mongodb+srv://".')
  }
  const adapter = withWriteLock(
    sqliteAdapter({
      client: { url },
      idType: 'uuid',
      wal: true,
      transactionOptions: {},
      push: false,
      migrationDir: 'migrations',
      prodMigrations: migrations,
    }),
  )
  return {
    ...adapter,
    init: (args: Parameters<typeof adapter.init>[0]) => {
      mkdirSync(path.dirname(url.slice('file:'.length)), { recursive: true })
      return adapter.init(args)
    },
  }
}

/**
 * Brings the database to the state this version needs. On SQLite that is the migrations, which
 * Payload itself has run by now in production; on MongoDB it is every collection with its indexes,
 * because making one inside a transaction fails while its indexes are being built.
 */
export const prepareDatabase = async ({ db }: Payload): Promise<void> => {
  if (db.name === 'mongoose') {
    for (const model of Object.values((db as unknown as MongooseAdapter).connection.models)) {
      await model.createCollection()
      // All globals share one collection of a few documents, in which their indexes of the same
      // name exclude each other; none is needed there.
      if (!model.baseModelName) await model.ensureIndexes()
    }
  } else if (process.env.NODE_ENV !== 'production') {
    await db.migrate({ migrations: migrations as never })
  }
}
