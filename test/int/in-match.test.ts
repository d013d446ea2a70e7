import { setTimeout as sleep } from 'node:timers/promises'

import { afterAll, beforeAll, expect, it } from 'vitest'

import { queueMail } from '../../plugins/outbox/queue-mail.ts'
import type { MatchContext } from '../../programme/matches/types.ts'
import { bootMentoring, type Mentoring, type Pair } from '../helpers/mentoring.ts'
import { asProcessesOfTheirOwn } from '../helpers/other-processes.ts'
import { createMentee } from '../helpers/people.ts'

/**
 * What is decided in a match may rest on what was read about its people. Only on MongoDB can this
 * fail: there two transactions run side by side, while on SQLite the second waits for the first in
 * any case. `DATABASE_URL=mongodb://… npm test -- int` runs it there.
 */

let app: Mentoring
beforeAll(async () => {
  app = await bootMentoring()
})
afterAll(() => app.shutDown())

const DAY = { template: 'matchWithdrawn', occasion: 'undone' }

it('two who decide about two matches of one mentor do so one after the other', async () => {
  const first = await app.introduce({ capacity: 2 })
  const { matchByHand } = await import('../../plugins/matching/operations/introduce.ts')
  const { optionsFor } = await import('../../plugins/matching/options-for.ts')
  const mentee = await createMentee(app.payload)
  const req = await app.reqAs('coordinator')
  const id = await matchByHand(req, await optionsFor(req), {
    mentee: mentee.id,
    mentor: first.mentor.id,
  })
  const second: Pair = { ...first, id, mentee }

  let hasRead = 0
  let bothHaveRead!: () => void
  const both = new Promise<void>((resolve) => (bothHaveRead = resolve))
  /** Writes to the mentor unless they have been written to: as with the one mail of a day. */
  const writeOnce = async ({ match, mentor, req }: MatchContext) => {
    const { totalDocs } = await app.payload.count({
      collection: 'mails',
      where: {
        and: [{ template: { equals: DAY.template } }, { mentor: { equals: mentor.id } }],
      },
      overrideAccess: true,
      req,
    })
    hasRead += 1
    if (hasRead === 2) bothHaveRead()
    // Whoever may read at the same moment has the time to.
    await Promise.race([both, sleep(1000)])
    if (totalDocs > 0) return
    await queueMail({
      req,
      ...DAY,
      about: { mentor: mentor.id, match: match.id },
      to: mentor.email,
      values: { name: mentor.name, other: 'Amina', contact: 'team@example.org' },
    })
  }
  // In one process the second would wait for its turn before it reads.
  const putBack = asProcessesOfTheirOwn()
  await Promise.all([app.with(first, writeOnce), app.with(second, writeOnce)]).finally(putBack)
  const { totalDocs } = await app.payload.count({
    collection: 'mails',
    where: { template: { equals: DAY.template } },
    overrideAccess: true,
  })
  expect(totalDocs).toBe(1)
})
