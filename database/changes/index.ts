import type { MigrateUpArgs, MongooseAdapter } from '@payloadcms/db-mongodb'

import { linksOfMails } from './links-of-mails.ts'
import { typedLinks } from './typed-links.ts'
import { typedMessages } from './typed-messages.ts'

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

/**
 * Changes of data that MongoDB needs, by the name of the migration that makes the same change on SQLite. Most
 * migrations change the schema only and need none.
 */
export const changesOfData: Readonly<Record<string, ChangeOfData>> = {
  '20261123_081641_after_the_match': linksOfMails,
  '20261128_200444_typed_links': typedLinks,
  '20261128_211109_typed_messages': typedMessages,
}
