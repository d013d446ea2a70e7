import type { Mentee } from '../payload-types.ts'
import { demoMentees, demoMentors } from '../scripts/demo/people.ts'
import { boot } from '../test/helpers/boot.ts'
import { median } from './median.ts'

/** A process of its own for `large.ts`: fills the installation it is given, or times searches in it. */

const PEOPLE = { mentees: 1400, mentors: 600 } as const
const MAILS = 20_000
const TIMES = 9

/** What staff ask of the lists. The first three are the search box of each list. */
const SEARCHES: Record<string, string> = {
  'search people by part of a name': '/mentees?where[or][0][name][like]=mentees+139&limit=10',
  'search people, nobody found': '/mentees?where[or][0][name][like]=nobody+has+this&limit=10',
  'search emails by part of a subject': '/mails?where[or][0][subject][like]=Message+1999&limit=10',
  'emails by part of an address': '/mails?where[to][contains]=mentors.59&limit=10',
  'people with one of several answers': '/mentees?where[topics][in]=housing,exams&limit=10',
  'people who may not meet somebody': '/mentees?where[keepApartFrom][exists]=true&limit=10',
  'emails about people of a name': '/mails?where[mentee.name][like]=mentees+139&limit=10',
  'one person by a whole address': '/mentees?where[email][equals]=mentees.7@example.org',
}

const { DATABASE_URL: url = '', DATA_DIR: dataDir = '' } = process.env
const app = await boot({ at: { dataDir, url } })
const { db } = app.payload

const fill = async (): Promise<void> => {
  const now = new Date()
  const ids: string[] = []
  for (const [collection, count] of Object.entries(PEOPLE)) {
    const people = collection === 'mentees' ? demoMentees(now) : demoMentors(now)
    for (let i = 0; i < count; i += 1) {
      const { joinedAt: _, ...person } = people[i % people.length] as { joinedAt?: string }
      const own = { name: `${collection} ${i}`, email: `${collection}.${i}@example.org` }
      const consent = { wording: 'Benchmark', givenAt: now.toISOString() }
      const data = { ...person, ...own, consent, team: '', teamName: '' }
      const made = (await db.create({ collection: collection as 'mentees', data })) as Mentee
      ids.push(made.id)
    }
  }
  for (let i = 0; i < MAILS; i += 1) {
    const place = i % ids.length
    const kind = place < PEOPLE.mentees ? 'mentee' : 'mentor'
    await db.create({
      collection: 'mails',
      data: {
        key: `benchmark:${i}`,
        to: `${kind}s.${place % PEOPLE.mentees}@example.org`,
        subject: `Message ${i} of the programme`,
        text: 'Words as long as those of an introduction are.\n'.repeat(30),
        template: 'introductionToMentee',
        status: 'sent',
        sentAt: now.toISOString(),
        [kind]: ids[place],
        values: { name: `Person ${place}` },
      },
    })
  }
}

const search = async (): Promise<void> => {
  for (const [what, route] of Object.entries(SEARCHES)) {
    const times: number[] = []
    const cpus: number[] = []
    let found = 0
    for (let i = 0; i < TIMES; i += 1) {
      const start = performance.now()
      const cpu = process.cpuUsage()
      const { status, text } = await app.rest('GET', `${route}&depth=0`, {
        as: 'coordinator',
      })
      times.push(performance.now() - start)
      const { system, user } = process.cpuUsage(cpu)
      cpus.push((system + user) / 1000)
      if (status !== 200) throw new Error(text)
      found = (JSON.parse(text) as { totalDocs: number }).totalDocs
    }
    const ms = [median(times), median(cpus)].map((one) => `${Math.round(one)} ms`).join(' | ')
    console.log(`| ${db.name}: ${what} (${found}) | ${ms} |`)
  }
}

await (process.argv[2] === 'fill' ? fill() : search())
await app.close()
process.exit(0)
