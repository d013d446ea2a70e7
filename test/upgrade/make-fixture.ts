import './counted-ids.ts'

import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gzipSync } from 'node:zlib'

import { createClient } from '@libsql/client'
import { MongoClient } from 'mongodb'
import { getPayload, type SanitizedConfig } from 'payload'

import { dump, unpack } from './documents.ts'
import { STORY_SECRET } from './story-people.ts'
import { tellStory } from './story.ts'
import { readTables } from './tables.ts'

/**
 * Makes a small database of the schema of the version in the current folder, with rows in every
 * table, for the tests of upgrades: `npm run fixture`. Run it once a migration is final. With
 * `MONGODB_URL`, the one of a database on that server.
 */

/** Tables that may be empty, and why. */
const MAY_BE_EMPTY: Record<string, string> = {}

const fixtures = path.join(import.meta.dirname, 'fixtures')
const dataDir = await mkdtemp(path.join(tmpdir(), 'fixture-'))
const file = path.join(dataDir, 'fixture.db')
const mongoURL = process.env.MONGODB_URL ? new URL(process.env.MONGODB_URL) : undefined
if (mongoURL) mongoURL.pathname = `/fixture_${process.pid}`
const url = mongoURL?.toString() ?? `file:${file}`
Object.assign(process.env, {
  DATABASE_URL: url,
  DATA_DIR: dataDir,
  PAYLOAD_SECRET: STORY_SECRET,
})
delete process.env.SMTP_URL
delete process.env.SERVER_URL

const here = (name: string) => import(path.resolve(name))
const { migrations } = await here('migrations/index.ts')
const config: SanitizedConfig = await (await here('payload.config.ts')).default
config.jobs.shouldAutoRun = () => false
const payload = await getPayload({ config })
const mailed = await tellStory({ payload, config, dataDir })

const refuseEmpty = (rows: [table: string, count: number][]) => {
  const empty = rows.filter(([table, count]) => count === 0 && !(table in MAY_BE_EMPTY))
  if (empty.length === 0) return
  console.error(`No row in ${empty.map(([table]) => table).join(', ')}: let the story write one.`)
  process.exit(1)
}

const packSQLite = async (): Promise<Buffer> => {
  const compact = path.join(dataDir, 'compact.db')
  const client = createClient({ url })
  await client.execute({ sql: 'VACUUM INTO ?', args: [compact] })
  client.close()
  refuseEmpty([...(await readTables(compact))].map(([table, rows]) => [table, rows.size]))
  return gzipSync(await readFile(compact), { level: 9 })
}

const packMongoDB = async (): Promise<Buffer> => {
  const packed = await dump(url)
  refuseEmpty(Object.entries(unpack(packed)).map(([name, { length }]) => [name, length]))
  const client = await MongoClient.connect(url)
  await client.db().dropDatabase()
  await client.close()
  return packed
}

const name = `${migrations.at(-1).name as string}${mongoURL ? '.mongodb' : ''}`
await mkdir(fixtures, { recursive: true })
await writeFile(
  path.join(fixtures, `${name}.${mongoURL ? 'json' : 'db'}.gz`),
  await (mongoURL ? packMongoDB() : packSQLite()),
)
await writeFile(
  path.join(fixtures, `${name}.json`),
  `${JSON.stringify({ madeAt: new Date().toISOString(), mailed }, null, 2)}\n`,
)
await writeFile(
  path.join(import.meta.dirname, `${name}.test.ts`),
  mongoURL
    ? `import { walkMongoDB } from './walk-mongodb.ts'\n\nwalkMongoDB('${name}')\n`
    : `import { walk } from './walk.ts'\n\nwalk('${name}')\n`,
)
await rm(dataDir, { recursive: true })
console.log(`Wrote ${name}: two files in fixtures/ and its test. Commit them.`)
process.exit(0)
