import './counted-ids.ts'

import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gzipSync } from 'node:zlib'

import { createClient } from '@libsql/client'
import { type FlattenedField, getPayload, type SanitizedConfig } from 'payload'

import type { Mentor } from '../../payload-types.ts'
import { dump } from './documents.ts'
import { frozenView } from './frozen-view.ts'
import { STORY_PASSWORD, STORY_SECRET } from './story-people.ts'

/**
 * Makes an installation of the version in the current folder with people who chose every option of every question,
 * and notes what they see of their data and whom a run proposes. Was run in the last version whose forms were code;
 * `frozen.test.ts` asks the same of this version. With `MONGODB_URL`, on a database of that server.
 */

const PEOPLE = 70
const dataDir = await mkdtemp(path.join(tmpdir(), 'frozen-'))
const mongoURL = process.env.MONGODB_URL ? new URL(process.env.MONGODB_URL) : undefined
if (mongoURL) mongoURL.pathname = `/frozen_${process.pid}`
const url = mongoURL?.toString() ?? `file:${path.join(dataDir, 'frozen.db')}`
Object.assign(process.env, { DATABASE_URL: url, DATA_DIR: dataDir, PAYLOAD_SECRET: STORY_SECRET })
delete process.env.SMTP_URL
delete process.env.SERVER_URL

const config: SanitizedConfig = await (await import(path.resolve('payload.config.ts'))).default
config.jobs.shouldAutoRun = () => false
const payload = await getPayload({ config })

const TEAMS = ['Ward J16', 'ward  j16', '', null, '100% Ward', 'عنبر ٧', '!!!', 'Renal', 'Renal 🫘']
const NAMES = ['Özgür', 'Amina', 'Zoë', 'Nguyễn', 'O’Neill', 'ﬁle', 'IŞIK']

/** An answer to a question, another one for each person. */
const answerTo = (field: FlattenedField, n: number): unknown => {
  if (field.type !== 'select') return undefined
  const options = field.options.map((option) =>
    typeof option === 'string' ? option : option.value,
  )
  if (!field.hasMany) return options[n % options.length]
  return [0, 1, 2].map((step) => options[(n * 3 + step) % options.length])
}

const addPerson = (collection: 'mentees' | 'mentors', n: number) => {
  const fields = payload.collections[collection].config.flattenedFields
  const answers = Object.fromEntries(
    fields.flatMap((field, place) => {
      const answer = field.name === 'status' ? undefined : answerTo(field, n * (1 + (place % 3)))
      return answer === undefined ? [] : [[field.name, answer]]
    }),
  )
  const at = new Date(Date.UTC(2026, 0, 1 + n)).toISOString()
  const data = {
    ...answers,
    originChoice: n % 4 === 3 ? 'noPreference' : 'count',
    name: `${NAMES[n % NAMES.length]} ${collection} ${n}`,
    email: `${collection}.${n}@example.org`,
    phone: n % 2 ? '07700 900 123' : null,
    team: TEAMS[n % TEAMS.length],
    about: n % 3 ? `I like number ${n}.` : null,
    arrival: `20${10 + (n % 16)}-08-01T00:00:00.000Z`,
    consent: { wording: 'What I agreed to', givenAt: at },
    confirmedAt: at,
    ...(collection === 'mentors'
      ? { status: 'active', takesMentees: n % 7 !== 0, capacity: 1 + (n % 2) }
      : { status: 'waiting', waitingSince: at }),
  }
  return payload.create({ collection, data: data as object as Mentor, overrideAccess: true })
}
for (let n = 0; n < PEOPLE; n += 1) {
  await addPerson('mentors', n)
  await addPerson('mentees', (n * 5) % (PEOPLE + 1))
}
const login = { email: 'coordinator@example.org', password: STORY_PASSWORD }
await payload.create({
  collection: 'users',
  data: { ...login, name: 'Sam', role: 'coordinator' },
  overrideAccess: true,
})
const { token } = await payload.login({ collection: 'users', data: login })

const packSQLite = async (): Promise<Buffer> => {
  const client = createClient({ url })
  const compact = path.join(dataDir, 'compact.db')
  await client.execute({ sql: 'VACUUM INTO ?', args: [compact] })
  client.close()
  return gzipSync(await readFile(compact), { level: 9 })
}

// As it is before the run: what that leaves behind is not part of the question.
const fixture = path.join(import.meta.dirname, 'frozen', mongoURL ? 'mongodb' : 'sqlite')
if (mongoURL) await writeFile(`${fixture}.json.gz`, await dump(url))
else await writeFile(`${fixture}.db.gz`, await packSQLite())
const view = await frozenView(payload, config, token!)
await writeFile(`${fixture}.view.json.gz`, gzipSync(JSON.stringify(view), { level: 9 }))
console.log(`${Object.keys(view.data).length} people, ${view.proposals.length} proposals`)
await rm(dataDir, { recursive: true, force: true })
process.exit(0)
