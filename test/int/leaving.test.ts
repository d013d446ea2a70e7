import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'

import { addDays } from '../../programme/clock/dates.ts'
import { takePlace } from '../../programme/training/training.ts'
import { erase, withdraw } from '../../programme/people/person-actions.ts'
import type { Mentor, TrainingDay } from '../../payload-types.ts'
import { bootMentoring, type Mentoring, START } from '../helpers/mentoring.ts'
import { createMentee, createMentor } from '../helpers/people.ts'

const everything = { overrideAccess: true, depth: 0, pagination: false } as const

let app: Mentoring
beforeAll(async () => {
  app = await bootMentoring()
})
afterAll(() => app.shutDown())
beforeEach(async () => {
  vi.setSystemTime(START)
  await app.empty()
  app.postbox.messages.length = 0
})

const makeDay = (days: number): Promise<TrainingDay> =>
  app.payload.create({
    ...everything,
    collection: 'training-days',
    data: {
      title: `Training in ${days} days`,
      startsAt: addDays(START, days).toISOString(),
      place: 'Room 2',
      places: 1,
    },
  })
const take = async (mentor: Mentor, day: TrainingDay) =>
  takePlace(await app.reqAs('admin'), mentor, day.id, new Date())
const placesOf = async (mentor: Mentor) =>
  (
    await app.payload.find({
      ...everything,
      collection: 'training-places',
      where: { mentor: { equals: mentor.id } },
    })
  ).docs.map(({ day }) => day)

const byHand = async (mentor: Mentor) => {
  const { status, text } = await app.rest('PATCH', `/mentors/${mentor.id}`, {
    as: 'coordinator',
    body: { status: 'withdrawn' },
  })
  expect(status, text).toBe(200)
}
const onTheirPage = async (person: Mentor) =>
  withdraw(await app.reqAs('admin'), { role: 'mentor', person })
const byErasure = async (person: Mentor) =>
  erase(await app.reqAs('admin'), { role: 'mentor', person })

describe.each([
  ['on their own page', onTheirPage],
  ['by a coordinator', byHand],
  ['by erasure', byErasure],
])('a mentor who leaves %s', (_way, leave) => {
  it('gives back places on days to come, and hears no more of them', async () => {
    const leaver = await createMentor(app.payload)
    const other = await createMentor(app.payload)
    const past = await makeDay(2)
    const day = await makeDay(30)
    await take(leaver, past)
    await take(leaver, day)
    await app.tick()
    vi.setSystemTime(addDays(START, 5))
    await expect(take(other, day)).rejects.toThrow('All places on this training day are taken')

    // Written and not yet sent when they leave.
    await app.rest('PATCH', `/training-days/${day.id}`, {
      as: 'coordinator',
      body: { place: 'Room 3' },
    })
    await leave(leaver)
    app.postbox.messages.length = 0
    await take(other, day)
    await app.rest('PATCH', `/training-days/${day.id}`, {
      as: 'coordinator',
      body: { place: 'Room 4' },
    })
    await app.tick()

    expect(app.inbox(leaver)).toEqual([])
    expect(app.inbox(other).length).toBeGreaterThan(0)
    // Where they were stays on record, for as long as they do.
    expect(await placesOf(leaver)).toEqual(leave === byErasure ? [] : [past.id])
  })

  it('is proposed to nobody any more', async () => {
    const mentor = await createMentor(app.payload)
    const mentee = await createMentee(app.payload)
    await app.act('run', {})
    const [proposal] = await app.matches('proposed')
    expect(proposal).toMatchObject({ mentor: mentor.id, mentee: mentee.id })
    await app.act('lock', { matches: [proposal!.id], isLocked: true })
    await leave(mentor)
    expect(await app.matches('proposed')).toEqual([])
  })
})
