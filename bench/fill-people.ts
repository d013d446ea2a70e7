import path from 'node:path'

import { inTransaction } from '@mentoring/kit/in-transaction'
import type { PayloadRequest } from 'payload'

import { createManyOf } from '../database/create-many.ts'
import { boot, type Installation } from '../test/helpers/boot.ts'
import { generatePeople } from './generate-people.ts'

/** How many records are made at once. */
const AT_ONCE = 500

const HOUR = 60 * 60 * 1000
const DAY = 24 * HOUR

/** Fills an empty installation with made-up people, all of whom can be matched. */
export const fillWithPeople = async (
  { payload, reqAs }: Installation,
  counts: { mentees: number; mentors: number },
): Promise<void> => {
  const req = await reqAs('coordinator')
  const people = generatePeople(counts.mentees, counts.mentors, 1)
  // Nobody has come or changed anything in the last hour: what is new is looked at again before a draft is stored.
  const before = new Date(Date.now() - HOUR).toISOString()
  const consent = { wording: 'Benchmark', givenAt: before }
  const times = { confirmedAt: before, createdAt: before, updatedAt: before }
  const common = { grade: 'higher', consent, ...times }
  await createAll(payload, req, 'mentors', people.mentors, ({ person, places }, n) => ({
    ...person,
    ...common,
    name: `Mentor ${n}`,
    capacity: places,
    takesMentees: true,
    status: 'active',
  }))
  const { docs } = await payload.find({
    collection: 'mentors',
    pagination: false,
    depth: 0,
    select: { email: true },
    overrideAccess: true,
  })
  const idOf = new Map(docs.map(({ email, id }) => [email, id]))
  await createAll(payload, req, 'mentees', people.mentees, ({ daysWaited, person }, n) => ({
    ...person,
    ...common,
    keepApartFrom: person.keepApartFrom?.map((id) => idOf.get(`${id as string}@example.org`)),
    name: `Mentee ${n}`,
    status: 'waiting',
    waitingSince: new Date(Date.now() - daysWaited * DAY).toISOString(),
  }))
}

const createAll = async <T>(
  payload: Installation['payload'],
  req: PayloadRequest,
  collection: 'mentees' | 'mentors',
  people: T[],
  recordOf: (person: T, n: number) => object,
): Promise<void> => {
  for (let at = 0; at < people.length; at += AT_ONCE) {
    const data = people.slice(at, at + AT_ONCE).map((person, n) => {
      const { id: _id, ...record } = recordOf(person, at + n) as Record<string, unknown>
      return record
    })
    await inTransaction(req, () => createManyOf(payload).createMany({ collection, data, req }))
  }
}

/** The same for the data folder of a server that is not running. */
export const fill = async (
  dataDir: string,
  counts: { mentees: number; mentors: number },
): Promise<void> => {
  const app = await boot({ at: { dataDir, url: `file:${path.join(dataDir, 'mentoring.db')}` } })
  await fillWithPeople(app, counts)
  await app.close()
}
