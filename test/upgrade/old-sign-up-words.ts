import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'

import { createClient } from '@libsql/client'
import { MongoClient } from 'mongodb'

import { asMongoDB, asSQLite } from '../../database/adapters.ts'
import type { Installation } from '../helpers/boot.ts'
import { richText } from '../helpers/rich-text.ts'
import { restore } from './documents.ts'

/**
 * An installation whose comms team had written the words of the sign-up pages, when these stood among those of the
 * other pages.
 */

const isMongoDB = process.env.DATABASE_URL?.startsWith('mongodb')
const fixture = (name: string) => readFile(path.join(import.meta.dirname, 'fixtures', name))

export type Words = { title: string | null; intro: object | null; consent: string | null }

/** Words that say whose they are. */
export const words = (of: string): Words => ({
  title: `Our title of ${of}`,
  intro: richText(`Our text of ${of}`, 'www.example.org'),
  consent: `I agree to “our” words of ${of}.\n\nAnd to these.`,
})

type OfBoth = Record<(typeof KINDS)[number], Words>

type Before = OfBoth & {
  /** What was saved after that and not published. */
  draft: OfBoth
  isTakenDown?: boolean
}

const LATER = '2026-11-30T00:00:00.000Z'

export const KINDS = ['mentor', 'mentee'] as const

/** Writes into the database of an older version what its comms team would have. */
export const restoreOld = (before: Before) => (place: { url: string }) =>
  isMongoDB ? intoMongoDB(place.url, before) : intoSQLite(place.url, before)

const intoSQLite = async (url: string, before: Before) => {
  const file = url.slice('file:'.length)
  await writeFile(file, gunzipSync(await fixture('20261129_075513_criteria_by_name.db.gz')))
  const client = createClient({ url })
  const set = async (table: string, prefix: string, of: OfBoth) => {
    for (const kind of KINDS) {
      const columns = ['title', 'intro', 'consent'].map(
        (name) => `${prefix}${kind}_sign_up_${name} = ?`,
      )
      const { consent, intro, title } = of[kind]
      const args = [title, intro && JSON.stringify(intro), consent]
      const where = prefix ? ' WHERE latest = 1' : ''
      await client.execute({ sql: `UPDATE ${table} SET ${columns.join()}${where}`, args })
    }
  }
  await set('site_wording', '', before)
  await set('_site_wording_v', 'version_', before)
  const { rows } = await client.execute('SELECT * FROM _site_wording_v WHERE latest = 1')
  const row = { ...rows[0], id: 'draft', version__status: 'draft', updated_at: LATER }
  await client.execute('UPDATE _site_wording_v SET latest = NULL')
  await client.execute({
    sql: `INSERT INTO _site_wording_v (${Object.keys(row).join()}) VALUES (${Object.keys(row).map(() => '?')})`,
    args: Object.values(row) as string[],
  })
  await set('_site_wording_v', 'version_', before.draft)
  if (before.isTakenDown) {
    await client.execute("UPDATE site_wording SET _status = 'draft'")
    await set('site_wording', '', before.draft)
  }
  client.close()
}

const intoMongoDB = async (url: string, { draft, isTakenDown, ...published }: Before) => {
  await restore(await fixture('20261129_022623_what_nobody_reads.mongodb.json.gz'), url)
  const client = await MongoClient.connect(url)
  const pages = ({ mentee, mentor }: OfBoth) => ({ mentorSignUp: mentor, menteeSignUp: mentee })
  const now = isTakenDown ? { ...pages(draft), _status: 'draft' } : pages(published)
  await client.db().collection('globals').updateOne({ globalType: 'site-wording' }, { $set: now })
  const versions = client.db().collection('_site-wording_versions')
  const { _id, ...newest } = (await versions.findOne({ latest: true }))!
  const version = { ...newest.version, ...pages(published) }
  await versions.updateOne({ _id }, { $set: { version }, $unset: { latest: '' } })
  await versions.insertOne({
    ...newest,
    version: { ...version, ...pages(draft), _status: 'draft' },
    updatedAt: new Date(LATER),
  })
  await client.close()
}

/** What stands in the database that nothing reads any more. */
export const left = async ({ payload: { db } }: Installation): Promise<unknown[]> => {
  if (isMongoDB) {
    const database = asMongoDB(db).connection.db!
    return [
      ...(await database
        .collection('globals')
        .find({ menteeSignUp: { $exists: true } })
        .toArray()),
      ...(await database
        .collection('_site-wording_versions')
        .find({ 'version.menteeSignUp': { $exists: true } })
        .toArray()),
      ...(await database.collection('payload-kvs').find({ key: 'sign-up-words' }).toArray()),
    ]
  }
  const { rows } = await asSQLite(db).client.execute(
    "SELECT key FROM payload_kv WHERE key = 'sign-up-words'",
  )
  return rows
}
