import { inTransaction } from '@mentoring/kit/in-transaction'
import { matchPool } from '@mentoring/matching/pool'
import {
  createLocalReq,
  getPayload,
  type Payload,
  type PayloadRequest,
  type RequiredDataFromCollectionSlug,
} from 'payload'

import config from '../../payload.config.ts'
import { addDays } from '../../programme/clock/dates.ts'
import { startClock } from '../../programme/matches/start-clock.ts'
import { takePlace } from '../../programme/training/training.ts'
import { CRITERIA } from '../../programme/matches/criteria.ts'
import { MATCHING } from '../../programme/matches/matching.ts'
import { demoMentees, demoMentors } from './people.ts'
import { DEMO_RESOURCE_LINKS } from './resource-links.ts'
import { countAsSent, play, STORIES } from './stories.ts'

/**
 * Fills an installation with demo content: staff, resource links, synthetic people, and some
 * matches with what became of them. What is there already is kept, so it can run at every start. Nobody is written to.
 */

const STAFF = [
  { email: 'admin@example.org', name: 'Alex', role: 'admin' },
  { email: 'coordinator@example.org', name: 'Sam', role: 'coordinator' },
  { email: 'comms@example.org', name: 'Robin', role: 'comms' },
] as const

const CONSENT = 'Demo data: a made-up person who agreed to nothing.'

const seedStaff = async (payload: Payload, password: string) => {
  for (const { email, name, role } of STAFF) {
    const { docs } = await payload.find({
      collection: 'users',
      where: { email: { equals: email } },
      limit: 1,
      overrideAccess: true,
    })
    if (docs[0]) {
      await payload.update({
        collection: 'users',
        id: docs[0].id,
        data: { password },
        context: { isDemo: true },
        overrideAccess: true,
      })
    } else {
      await payload.create({
        collection: 'users',
        data: { email, name, role, password },
        context: { isDemo: true },
        overrideAccess: true,
      })
    }
  }
}

const isEmpty = async (req: PayloadRequest, collection: 'mentees' | 'mentors' | 'resource-links') =>
  (await req.payload.count({ collection, overrideAccess: true, req })).totalDocs === 0

const seedResourceLinks = async (req: PayloadRequest) => {
  if (!(await isEmpty(req, 'resource-links'))) return
  for (const link of DEMO_RESOURCE_LINKS) {
    await req.payload.create({
      collection: 'resource-links',
      data: { ...link, _status: 'published' },
      overrideAccess: true,
      req,
    })
  }
}

type NewMentor = RequiredDataFromCollectionSlug<'mentors'>
type NewMentee = RequiredDataFromCollectionSlug<'mentees'>

const seedPeople = async (req: PayloadRequest, now: Date) => {
  if (!(await isEmpty(req, 'mentees')) || !(await isEmpty(req, 'mentors'))) return
  const consent = { wording: CONSENT, givenAt: now.toISOString() }
  for (const { joinedAt, ...mentor } of demoMentors(now)) {
    await req.payload.create({
      collection: 'mentors',
      data: { ...mentor, consent, confirmedAt: joinedAt } as NewMentor,
      overrideAccess: true,
      req,
    })
  }
  for (const mentee of demoMentees(now)) {
    await req.payload.create({
      collection: 'mentees',
      data: { ...mentee, consent, confirmedAt: mentee.waitingSince } as NewMentee,
      overrideAccess: true,
      req,
    })
  }
  await seedMatches(req, now)
  await seedTraining(req, now)
}

const seedTraining = async (req: PayloadRequest, now: Date) => {
  const startsAt = addDays(now, 17)
  startsAt.setUTCHours(9, 30, 0, 0)
  const { id } = await req.payload.create({
    collection: 'training-days',
    data: {
      title: 'Training for mentors',
      startsAt: startsAt.toISOString(),
      place: 'Education centre, room 2',
      places: 12,
      details: 'Lunch is there. Please bring a question from your mentoring.',
    },
    overrideAccess: true,
    req,
  })
  const { docs: mentors } = await req.payload.find({
    collection: 'mentors',
    where: { status: { equals: 'active' } },
    sort: 'email',
    limit: 4,
    depth: 0,
    overrideAccess: true,
    req,
  })
  for (const mentor of mentors) await takePlace(req, mentor, id, now)
  await countAsSent(req, now)
}

const seedMatches = async (req: PayloadRequest, now: Date) => {
  const { payload } = req
  const all = { pagination: false, depth: 0, overrideAccess: true, req } as const
  const { docs: mentees } = await payload.find({
    ...all,
    collection: 'mentees',
    where: MATCHING.mentees.available,
  })
  const { docs: mentors } = await payload.find({
    ...all,
    collection: 'mentors',
    where: MATCHING.mentors.available,
  })
  const { pairs } = matchPool(
    {
      mentees: mentees.map((person) => ({ id: person.id, person, daysWaited: 0 })),
      mentors: mentors.map((person) => ({ id: person.id, person, places: person.capacity })),
    },
    CRITERIA,
  )
  const emailOf = new Map(mentees.map(({ email, id }) => [id, email]))
  // By address, not by id: ids are random, and every demo should look the same.
  const byEmail = pairs.sort((a, b) => (emailOf.get(a.mentee)! < emailOf.get(b.mentee)! ? -1 : 1))
  const coordinator = await payload.find({
    ...all,
    collection: 'users',
    where: { role: { equals: 'coordinator' } },
  })
  for (const [index, story] of STORIES.entries()) {
    const pair = byEmail[index]!
    const { tier, tierLabel, score, reasons, differences } = pair.assessment
    const introducedAt = addDays(now, -story.introducedDaysAgo)
    const match = await payload.create({
      collection: 'matches',
      data: {
        mentee: pair.mentee,
        mentor: pair.mentor,
        tier,
        tierLabel,
        score,
        reasons,
        differences,
        status: 'introduced',
        madeBy: 'run',
        decidedBy: coordinator.docs[0]?.id,
        decidedAt: introducedAt.toISOString(),
        confirmedAt: introducedAt.toISOString(),
      },
      overrideAccess: true,
      req,
    })
    await payload.update({
      collection: 'mentees',
      id: pair.mentee,
      data: { status: 'matched', waitingSince: addDays(introducedAt, -20).toISOString() },
      context: { followsMatch: true },
      overrideAccess: true,
      req,
    })
    await startClock(req, match.id, introducedAt)
    await play(req, match.id, introducedAt, story)
  }
}

const payload = await getPayload({ config })
await seedStaff(payload, process.env.DEMO_PASSWORD!)
const req = await createLocalReq({}, payload)
// All of it or nothing: half of the people would be taken for all of them at the next start.
await inTransaction(req, async () => {
  await seedResourceLinks(req)
  await seedPeople(req, new Date())
})
await payload.destroy()
process.exit(0)
