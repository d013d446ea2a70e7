import { loadWorkspace, optionsOf, runMatching, suggest } from '@mentoring/matching/operations'

import { boot } from '../test/helpers/boot.ts'
import { demoMentees, demoMentors } from '../scripts/demo/people.ts'
import { timeInBrowser } from './workspace-browser.ts'

/**
 * How long the workspace takes with many people, on a real database and then in a real browser:
 * `npm run bench:workspace`, after a build.
 * The people are those of the demo, repeated with other addresses.
 */

const MENTEES = 2000
const MENTORS = 600

const app = await boot()
const { payload } = app
const now = new Date()

const fill = async (collection: 'mentees' | 'mentors', people: object[], count: number) => {
  for (let i = 0; i < count; i += 1) {
    const { joinedAt: _joinedAt, ...person } = people[i % people.length] as { joinedAt?: string }
    await payload.db.create({
      collection,
      data: {
        ...person,
        name: `${collection} ${i}`,
        email: `${collection}.${i}@example.org`,
        team: '',
        consent: { wording: 'Benchmark', givenAt: now.toISOString() },
      },
    })
  }
}
await fill('mentees', demoMentees(now), MENTEES)
await fill('mentors', demoMentors(now), MENTORS)

const options = optionsOf(payload.config)
const req = await app.reqAs('coordinator')

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
await time('suggestions for one mentee', () =>
  suggest(req, options, { mentee: data.waiting[0]!.id }),
)
for (const row of await timeInBrowser('coordinator@example.org', app.password)) console.log(row)
console.log(`\nSent to the browser: ${Math.round(JSON.stringify(data).length / 1024)} KB`)
await app.close()
