import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gzipSync } from 'node:zlib'

import { getPayload, type SanitizedConfig } from 'payload'

import { STORY_SECRET } from './story-people.ts'
import { tellStory } from './story.ts'

/**
 * Makes a small database of the schema of the version in the current folder, with rows in every
 * table, for the tests of upgrades: `npm run fixture`. Run it once a migration is final.
 */

/** Tables that may be empty, and why. */
const MAY_BE_EMPTY: Record<string, string> = {}

const fixtures = path.join(import.meta.dirname, 'fixtures')
const dataDir = await mkdtemp(path.join(tmpdir(), 'fixture-'))
const file = path.join(dataDir, 'fixture.db')
Object.assign(process.env, {
  DATABASE_URL: `file:${file}`,
  DATA_DIR: dataDir,
  PAYLOAD_SECRET: STORY_SECRET,
})
delete process.env.SMTP_URL
delete process.env.SERVER_URL

const here = (name: string) => import(path.resolve(name)) as Promise<any>
const { migrations } = await here('migrations/index.ts')
const config: SanitizedConfig = await (await here('payload.config.ts')).default
config.jobs.shouldAutoRun = () => false
const payload = await getPayload({ config })

const mailed = await tellStory({ payload, config, dataDir })

const client = (payload.db as any).client
const { rows: tables } = await client.execute(
  "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'",
)
const empty: string[] = []
for (const { name } of tables) {
  const { rows } = await client.execute(`SELECT count(*) AS rows FROM "${name}"`)
  if (rows[0].rows === 0 && !(name in MAY_BE_EMPTY)) empty.push(name)
}
if (empty.length > 0) {
  console.error(`These tables have no row. Let the story write one: ${empty.join(', ')}`)
  process.exit(1)
}

const name = migrations.at(-1).name as string
const compact = path.join(dataDir, 'compact.db')
await client.execute(`VACUUM INTO '${compact}'`)
await mkdir(fixtures, { recursive: true })
const out = path.join(fixtures, name)
await writeFile(`${out}.db.gz`, gzipSync(await readFile(compact), { level: 9 }))
await writeFile(
  `${out}.json`,
  `${JSON.stringify({ madeAt: new Date().toISOString(), mailed }, null, 2)}\n`,
)
await writeFile(
  path.join(import.meta.dirname, `${name}.test.ts`),
  `import { walk } from './walk.ts'\n\nwalk('${name}')\n`,
)
await rm(dataDir, { recursive: true })
console.log(`Wrote ${out}.db.gz, ${name}.json and ${name}.test.ts. Commit them.`)
process.exit(0)
