import { mkdirSync } from 'node:fs'
import path from 'node:path'

import { mongooseAdapter } from '@payloadcms/db-mongodb'
import { sqliteAdapter } from '@payloadcms/db-sqlite'

import { migrations } from '../migrations/index.ts'
import { withWriteLock } from './write-lock.ts'

/** Is this the address of a MongoDB server (else it is an SQLite file)? */
export const isMongoURL = (url: string): boolean => /^mongodb(\+srv)?:\/\//.test(url)

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
