import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { loadWorkspace, optionsFor, runMatching, suggest } from '@mentoring/matching/operations'

import { boot } from '../test/helpers/boot.ts'
import { fillPeople } from './fill.ts'
import { timeInBrowser } from './workspace-browser.ts'

/**
 * How long the workspace takes with many people, on a real database and then in a real browser:
 * `npm run bench:workspace`, after a build.
 */

const MENTEES = 2030
const MENTORS = 2058

const dataDir = await mkdtemp(path.join(tmpdir(), 'workspace-'))
const at = { dataDir, url: `file:${path.join(dataDir, 'mentoring.db')}` }
const app = await boot({ at })
const { payload } = app
await fillPeople(payload, 'mentees', MENTEES, { status: 'waiting' })
await fillPeople(payload, 'mentors', MENTORS, {
  status: 'active',
  takesMentees: true,
  capacity: 1,
})

const req = await app.reqAs('coordinator')
const options = await optionsFor(req)

const time = async <T>(what: string, work: () => Promise<T>): Promise<T> => {
  const times: number[] = []
  let result: T
  for (let i = 0; i < 3; i += 1) {
    const start = performance.now()
    result = await work()
    times.push(performance.now() - start)
  }
  console.log(`| ${what} | ${times.map((ms) => Math.round(ms)).join(', ')} |`)
  return result!
}

console.log(`| ${MENTEES} mentees, ${MENTORS} mentors, ${payload.db.name} | ms |\n| --- | --- |`)
await time('the workspace, no draft', () => loadWorkspace(req, options))
const { proposed } = await time('a matching run', () => runMatching(req, options))
const data = await time(`the workspace, ${proposed} proposals`, () => loadWorkspace(req, options))
const { docs } = await payload.find({
  collection: 'mentees',
  sort: 'waitingSince',
  limit: 1,
  overrideAccess: true,
})
await time('suggestions for one mentee', () => suggest(req, options, { mentee: docs[0]!.id }))
// One process at a time has the data folder.
await app.close()
const env = { DATABASE_URL: at.url, DATA_DIR: dataDir, PAYLOAD_SECRET: 'only for tests' }
for (const row of await timeInBrowser('coordinator@example.org', app.password, env)) {
  console.log(row)
}
console.log(`\nData of the page: ${Math.round(JSON.stringify(data).length / 1024)} KB`)
await rm(dataDir, { recursive: true, force: true, maxRetries: 5 })
process.exit(0)
