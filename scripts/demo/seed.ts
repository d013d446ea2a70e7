import { inTransaction } from '@mentoring/kit/in-transaction'
import { matchPool } from '@mentoring/matching/pool'
import {
  createLocalReq,
  getPayload,
  type PayloadRequest,
  type RequiredDataFromCollectionSlug,
} from 'payload'

import {
  countRecords,
  createRecord,
  findFirstRecord,
  findRecords,
  updateRecord,
} from '../../database/records.ts'
import config from '../../payload.config.ts'
import { addDays } from '../../programme/clock/dates.ts'
import { startClock } from '../../programme/matches/start-clock.ts'
import { takePlace } from '../../programme/training/training.ts'
import { criteriaOf } from '../../programme/matches/criteria.ts'
import { editionInForce } from '@mentoring/forms/editions/in-force'
import { MATCHING } from '../../programme/matches/matching.ts'
import { demoMentees, demoMentors } from './people.ts'
import { seedQuotes } from './quotes.ts'
import { DEMO_RESOURCE_LINKS } from './resource-links.ts'
import { countAsSent, play, STORIES } from './stories.ts'

/**
 * Fills an installation with demo content: staff, resource links, stories, synthetic people, and some
 * matches with what became of them. What is there already is kept, so it can run at every start. Nobody is written to.
 */

const STAFF = [
  { email: 'admin@example.org', name: 'Alex', role: 'admin' },
  { email: 'coordinator@example.org', name: 'Sam', role: 'coordinator' },
  { email: 'comms@example.org', name: 'Robin', role: 'comms' },
] as const

/** Says that what is written is of the demo, whose passwords may be simple. */
const DEMO = { isDemo: true }

const CONSENT = 'Demo data: a made-up person who agreed to nothing.'

const seedStaff = async (req: PayloadRequest, password: string) => {
  for (const person of STAFF) {
    const known = await findFirstRecord(req, 'users', { email: { equals: person.email } })
    if (known) await updateRecord(req, 'users', known.id, { password }, DEMO)
    else await createRecord(req, 'users', { ...person, password }, DEMO)
  }
}

const isEmpty = async (req: PayloadRequest, collection: 'mentees' | 'mentors' | 'resource-links') =>
  (await countRecords(req, collection, {})) === 0

const seedResourceLinks = async (req: PayloadRequest) => {
  if (!(await isEmpty(req, 'resource-links'))) return
  for (const link of DEMO_RESOURCE_LINKS) {
    await createRecord(req, 'resource-links', { ...link, _status: 'published' })
  }
}

type NewMentor = RequiredDataFromCollectionSlug<'mentors'>
type NewMentee = RequiredDataFromCollectionSlug<'mentees'>

const seedPeople = async (req: PayloadRequest, now: Date) => {
  if (!(await isEmpty(req, 'mentees')) || !(await isEmpty(req, 'mentors'))) return
  const consent = { wording: CONSENT, givenAt: now.toISOString() }
  for (const { joinedAt, ...mentor } of demoMentors(now)) {
    await createRecord(req, 'mentors', { ...mentor, consent, confirmedAt: joinedAt } as NewMentor)
  }
  for (const mentee of demoMentees(now)) {
    const confirmedAt = mentee.waitingSince
    await createRecord(req, 'mentees', { ...mentee, consent, confirmedAt } as NewMentee)
  }
  await seedMatches(req, now)
  await seedTraining(req, now)
}

const seedTraining = async (req: PayloadRequest, now: Date) => {
  const startsAt = addDays(now, 17)
  startsAt.setUTCHours(9, 30, 0, 0)
  const { id } = await createRecord(req, 'training-days', {
    title: 'Training for mentors',
    startsAt: startsAt.toISOString(),
    place: 'Education centre, room 2',
    places: 12,
    details: 'Lunch is there. Please bring a question from your mentoring.',
  })
  const active = { status: { equals: 'active' } }
  for (const mentor of await findRecords(req, 'mentors', active, { sort: 'email', limit: 4 }))
    await takePlace(req, mentor, id, now)
  await countAsSent(req, now)
}

const seedMatches = async (req: PayloadRequest, now: Date) => {
  const mentees = await findRecords(req, 'mentees', MATCHING.mentees.available)
  const mentors = await findRecords(req, 'mentors', MATCHING.mentors.available)
  const { pairs } = matchPool(
    {
      mentees: mentees.map((person) => ({ id: person.id, person, daysWaited: 0 })),
      mentors: mentors.map((person) => ({ id: person.id, person, places: person.capacity })),
    },
    criteriaOf(await editionInForce(req)),
  )
  const emailOf = new Map(mentees.map(({ email, id }) => [id, email]))
  // By address, not by id: ids are random, and every demo should look the same.
  const byEmail = pairs.sort((a, b) => (emailOf.get(a.mentee)! < emailOf.get(b.mentee)! ? -1 : 1))
  const coordinator = await findFirstRecord(req, 'users', { role: { equals: 'coordinator' } })
  for (const [index, story] of STORIES.entries()) {
    const pair = byEmail[index]!
    const { tier, tierLabel, score, reasons, differences } = pair.assessment
    const introducedAt = addDays(now, -story.introducedDaysAgo)
    const match = await createRecord(req, 'matches', {
      mentee: pair.mentee,
      mentor: pair.mentor,
      tier,
      tierLabel,
      score,
      reasons,
      differences,
      status: 'introduced',
      madeBy: 'run',
      decidedBy: coordinator?.id,
      decidedAt: introducedAt.toISOString(),
      confirmedAt: introducedAt.toISOString(),
    })
    const waitingSince = addDays(introducedAt, -20).toISOString()
    const matched = { status: 'matched', waitingSince } as const
    await updateRecord(req, 'mentees', pair.mentee, matched, { followsMatch: true })
    await startClock(req, match.id, introducedAt)
    await play(req, match.id, introducedAt, story)
  }
}

const payload = await getPayload({ config })
const req = await createLocalReq({}, payload)
await seedStaff(req, process.env.DEMO_PASSWORD!)
// All of it or nothing: half of the people would be taken for all of them at the next start.
await inTransaction(req, async () => {
  await seedResourceLinks(req)
  await seedQuotes(req)
  await seedPeople(req, new Date())
})
await payload.destroy()
process.exit(0)
