import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import type { SQLiteAdapter } from '@payloadcms/db-sqlite'
import type { BaseDatabaseAdapter, Payload } from 'payload'

type Adapter = BaseDatabaseAdapter | Payload['db']

/** The adapter of an installation on SQLite, with what only it has. */
export const asSQLite = (adapter: Adapter): SQLiteAdapter =>
  // Payload knows an adapter by what all of them have; which one it is, the settings say.
  adapter as unknown as SQLiteAdapter

/** The adapter of an installation on MongoDB, with what only it has. */
export const asMongoDB = (adapter: Adapter): MongooseAdapter =>
  // Known by the settings, as above.
  adapter as unknown as MongooseAdapter
