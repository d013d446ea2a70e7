import { randomUUID } from 'node:crypto'

import { type MigrateUpArgs, sql } from '@payloadcms/db-sqlite'

import {
  SIGN_UP_WORDS,
  type SignUpWords,
  type SignUpWordsBefore,
  type SignUpWordsOfBoth,
} from '../sign-up-words.ts'

/** Keeps the words of the sign-up pages, whose columns go, for the forms. */
export const keepSignUpWords = async (db: MigrateUpArgs['db']): Promise<void> => {
  const { rows: inUse } = await db.run(
    sql`SELECT * FROM site_wording WHERE _status = 'published' LIMIT 1`,
  )
  const { rows: versions } = await db.run(sql`SELECT * FROM _site_wording_v
    WHERE version__status = 'published' OR (version__status = 'draft' AND latest = 1)
    ORDER BY updated_at DESC`)
  const newest = (status: string) =>
    versions.find(({ version__status }) => version__status === status)
  const [page, version, draft] = [inUse[0], newest('published'), newest('draft')]
  const published = page ? wordsOf(page) : version && wordsOf(version, 'version_')
  if (!published && !draft) return
  const words: SignUpWordsBefore = {
    ...(published && { published }),
    ...(draft && { draft: wordsOf(draft, 'version_') }),
  }
  await db.run(
    sql`INSERT INTO payload_kv (id, key, data) VALUES (${randomUUID()}, ${SIGN_UP_WORDS}, ${JSON.stringify(words)})`,
  )
}

type Row = Record<string, unknown>

const wordsOf = (row: Row, prefix = ''): SignUpWordsOfBoth => {
  const of = (kind: string): SignUpWords => {
    const text = (name: string) => row[`${prefix}${kind}_sign_up_${name}`] as string | null
    return {
      title: text('title'),
      intro: JSON.parse(text('intro') ?? 'null') as object | null,
      consent: text('consent'),
    }
  }
  return { mentor: of('mentor'), mentee: of('mentee') }
}
