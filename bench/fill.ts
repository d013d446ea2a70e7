import { createLocalReq, type Payload } from 'payload'

import { demoMentees, demoMentors } from '../scripts/demo/people.ts'

/** Writes people of the demo, repeated with other addresses, straight into the database. */
export const fillPeople = async (
  payload: Payload,
  collection: 'mentees' | 'mentors',
  count: number,
  changes: object,
): Promise<void> => {
  const now = new Date()
  const people = collection === 'mentees' ? demoMentees(now) : demoMentors(now)
  const req = await createLocalReq({}, payload)
  req.transactionID = (await payload.db.beginTransaction())!
  for (let n = 0; n < count; n += 1) {
    const { joinedAt: _joinedAt, ...person } = people[n % people.length] as { joinedAt?: string }
    const data = {
      ...person,
      name: `${collection} ${n}`,
      email: `${collection}.${n}@example.org`,
      team: '',
      consent: { wording: 'Benchmark', givenAt: now.toISOString() },
      ...changes,
    }
    await payload.db.create({ collection, data, req })
  }
  await payload.db.commitTransaction(req.transactionID)
}
