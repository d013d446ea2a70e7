import { createLocalReq, type Payload } from 'payload'

import type { Match } from '../payload-types.ts'
import { addDays, addMonths } from '../programme/clock/dates.ts'
import { demoMentees, demoMentors } from '../scripts/demo/people.ts'

/** Rows in one transaction. */
const PORTION = 500

/** Writes rows straight into the database, many in one transaction. */
const write = async (
  payload: Payload,
  collection: 'match-steps' | 'matches' | 'mentees' | 'mentors',
  rows: Record<string, unknown>[],
): Promise<string[]> => {
  const ids: string[] = []
  for (let at = 0; at < rows.length; at += PORTION) {
    const req = await createLocalReq({}, payload)
    req.transactionID = (await payload.db.beginTransaction())!
    for (const data of rows.slice(at, at + PORTION)) {
      const { id } = (await payload.db.create({ collection, data, req })) as { id: string }
      ids.push(id)
    }
    await payload.db.commitTransaction(req.transactionID)
  }
  return ids
}

/** People of the demo, repeated with other addresses. @returns their ids */
export const fillPeople = (
  payload: Payload,
  collection: 'mentees' | 'mentors',
  count: number,
  changes: object = {},
): Promise<string[]> => {
  const now = new Date()
  const people = collection === 'mentees' ? demoMentees(now) : demoMentors(now)
  const rows = Array.from({ length: count }, (_, n) => {
    const { joinedAt: _joinedAt, ...person } = people[n % people.length] as { joinedAt?: string }
    return {
      ...person,
      name: `${collection} ${n}`,
      email: `${collection}.${n}@example.org`,
      team: '',
      teamName: '',
      consent: { wording: 'Benchmark', givenAt: now.toISOString() },
      ...changes,
    }
  })
  return write(payload, collection, rows)
}

/** How long ago a match was introduced, and what has become of it. */
const LIVES: [days: number, changes: Partial<Match>, sent: string[]][] = [
  [1, { status: 'introduced' }, []],
  [5, { status: 'introduced' }, ['contactGentle', 'contactAgain']],
  [12, { status: 'introduced' }, ['contactGentle', 'contactAgain', 'contactOverdueToMentor']],
  [10, { status: 'inContact' }, []],
  [25, { status: 'inContact' }, ['agreementMissing']],
  [50, { status: 'inContact' }, ['agreementMissing', 'meetingMissing']],
  [30, { status: 'agreed' }, []],
  [60, { status: 'agreed', metFaceToFaceOn: 'then' }, []],
  [80, { status: 'agreed', metFaceToFaceOn: 'then' }, []],
  [100, { status: 'agreed', metFaceToFaceOn: 'then' }, []],
]

/**
 * Open matches, each with two people of its own, of all ages. Either everything that was due has been
 * sent, or nothing was for weeks.
 */
export const fillMatches = async (
  payload: Payload,
  count: number,
  isLate: boolean,
): Promise<void> => {
  const mentors = await fillPeople(payload, 'mentors', count)
  const mentees = await fillPeople(payload, 'mentees', count, { status: 'matched' })
  const now = new Date()
  const lives = mentors.map((_, n) => LIVES[n % LIVES.length]!)
  const matches = await write(
    payload,
    'matches',
    lives.map(([days, { metFaceToFaceOn, ...changes }], n) => {
      const introducedAt = addDays(now, -days)
      return {
        mentor: mentors[n],
        mentee: mentees[n],
        tier: 'country',
        tierLabel: 'Same country',
        score: 100,
        madeBy: 'run',
        reasons: ['Both from Sudan', 'Both speak Arabic', 'Same specialty: cardiology'],
        differences: ['Different hospitals'],
        confirmedAt: introducedAt.toISOString(),
        firstContactDue: addDays(introducedAt, 7).toISOString(),
        endsOn: addMonths(introducedAt, 4).toISOString(),
        metFaceToFaceOn: metFaceToFaceOn && introducedAt.toISOString(),
        ...changes,
      }
    }),
  )
  if (isLate) return
  const steps = lives.flatMap(([, , sent], n) =>
    sent.flatMap((message) => {
      const toBoth = !message.startsWith('contact')
      const overdue = message === 'contactOverdueToMentor' ? ['contactOverdueToMentee'] : []
      const step = { match: matches[n], what: 'remind', at: now.toISOString(), by: 'clock' }
      return [
        { ...step, message, to: 'mentor' },
        ...(toBoth ? [{ ...step, message, to: 'mentee' }] : []),
        ...overdue.map((other) => ({ ...step, message: other, to: 'mentee' })),
      ]
    }),
  )
  await write(payload, 'match-steps', steps)
}
