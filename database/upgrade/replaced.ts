import { type MigrateUpArgs, sql } from '@payloadcms/db-sqlite'

import { completeMailWording } from './mail-wording.ts'

const SUCCESSOR = '20261123_081641_after_the_match'

type Replaced = {
  /** The migration that took its place. */
  successor: string
  /** Brings a database that has run the replaced one to where its successor would have brought it. */
  catchUp: (args: Pick<MigrateUpArgs, 'db'>) => Promise<void>
}

/**
 * Migrations that were made anew under another name while they were worked on. An installation from those hours
 * knows the name it ran.
 */
export const replacedMigrations: Readonly<Record<string, Replaced>> = {
  '20261123_031234_after_the_match': {
    successor: SUCCESSOR,
    catchUp: async ({ db }) => {
      await db.run(sql`ALTER TABLE \`personal_links\` DROP COLUMN \`used_at\`;`)
      await completeMailWording(db)
    },
  },
  '20261123_034702_after_the_match': {
    successor: SUCCESSOR,
    catchUp: ({ db }) => completeMailWording(db),
  },
  '20261123_035443_after_the_match': {
    successor: SUCCESSOR,
    catchUp: ({ db }) => completeMailWording(db),
  },
}
