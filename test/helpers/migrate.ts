import type { Client } from '@libsql/client'
import type { MigrateUpArgs } from '@payloadcms/db-sqlite'
import { drizzle } from '@payloadcms/db-sqlite/drizzle/libsql'

import type { migrations } from '../../migrations/index.ts'

/** Takes a database of SQLite through these migrations, without the CMS. */
export const migrate = async (client: Client, through: typeof migrations): Promise<void> => {
  // A migration of SQLite looks at the database and at nothing else.
  const args = { db: drizzle(client) } as unknown as MigrateUpArgs
  for (const { up } of through) await up(args)
}
