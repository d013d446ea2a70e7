import type { MigrateUpArgs, MongooseAdapter } from '@payloadcms/db-mongodb'

type Database = NonNullable<MongooseAdapter['connection']['db']>

/**
 * A change of data on MongoDB. It runs in one transaction with the others that are pending, and may run again from
 * the start, because MongoDB ends one of two transactions that write the same document. So it gives `session` to
 * every call, and does nothing outside the database. Documents of before and of any age can be there, or none.
 */
export type ChangeOfData = (
  args: Omit<MigrateUpArgs, 'session'> & {
    database: Database
    session: NonNullable<MigrateUpArgs['session']>
  },
) => Promise<void>
