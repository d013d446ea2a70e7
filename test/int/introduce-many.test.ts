import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'

import { speak } from '../../plugins/matching/languages/index.ts'
import {
  type Introductions,
  introduceWaiting,
} from '../../plugins/matching/operations/introduce-many.ts'
import { optionsOf } from '../../plugins/matching/options.ts'
import type { Answer } from '../helpers/boot.ts'
import { bootMatching, type Matching } from '../helpers/matching.ts'
import { asProcessesOfTheirOwn, forgetWhoIntroduces } from '../helpers/other-processes.ts'
import { createMentee, createMentor } from '../helpers/people.ts'

let app: Matching
beforeAll(async () => {
  app = await bootMatching()
})
afterAll(() => app.close())
afterEach(async () => {
  vi.restoreAllMocks()
  await app.empty()
})

const say = speak({ language: 'en', translations: {} })

/** Proposals of so many pairs, in the order of their ids. */
const propose = async (many: number): Promise<string[]> => {
  for (let n = 0; n < many; n += 1) {
    await createMentor(app.payload)
    await createMentee(app.payload)
  }
  const { status } = await app.act('run', {})
  expect(status).toBe(200)
  const proposals = await app.matches('proposed')
  expect(proposals).toHaveLength(many)
  return proposals.map(({ id }) => id).sort()
}

const introducing = async (since?: string): Promise<Introductions[]> =>
  (await app.act('introducing', { since })).json.introductions

/** Waits until nobody is introduced any more; how far those were that began with this answer. */
const untilDone = async ({ json }: Pick<Answer, 'json'>): Promise<Introductions> => {
  await vi.waitFor(async () => expect(await introducing()).toEqual([]), { timeout: 60_000 })
  return (await introducing(json.startedAt)).find(({ id }) => id === json.id)!
}

const namesOf = async (pair: { mentee: string; mentor: string }) => {
  const nameOf = async (collection: 'mentees' | 'mentors', id: string) =>
    (await app.payload.findByID({ collection, id, depth: 0, overrideAccess: true })).name
  return {
    mentee: await nameOf('mentees', pair.mentee),
    mentor: await nameOf('mentors', pair.mentor),
  }
}

const statusOf = async (id: string) => (await app.matches()).find((one) => one.id === id)?.status

const introductionsTo = async () => {
  const { docs } = await app.payload.find({
    collection: 'mails',
    where: { template: { in: ['introductionToMentor', 'introductionToMentee'] } },
    pagination: false,
    depth: 0,
    overrideAccess: true,
  })
  return docs.map(({ to }) => to).sort()
}

/** Introductions as a process leaves them that dies. */
const leave = async (matches: string[], done: number, changes: object = {}): Promise<string> => {
  const { user } = await app.reqAs('coordinator')
  const { id } = await app.payload.create({
    collection: 'matching-introductions',
    data: {
      pairs: matches.map((match) => ({ match })),
      done,
      refused: [],
      by: user!.id,
      language: 'en',
      ...changes,
    },
    overrideAccess: true,
  })
  return id
}

const goOn = () => introduceWaiting(app.payload, optionsOf(app.payload.config))

const row = async (id: string) =>
  (await introducing('2000-01-01T00:00:00.000Z')).find((one) => one.id === id)!

describe('many introductions', () => {
  it('are answered at once, go on by themselves, and let others write in between', async () => {
    const matches = await propose(12)
    const answer = await app.act('introduce', { matches })
    expect(answer.status).toBe(200)
    expect(answer.json).toMatchObject({ matches, done: 0, refused: [], isFinished: false })
    await createMentor(app.payload)
    const [meanwhile] = await introducing()
    expect(meanwhile!.done).toBeLessThan(12)
    const done = await untilDone(answer)
    expect(done).toMatchObject({ matches, done: 12, refused: [], isFinished: true })
    expect(await app.matches('introduced')).toHaveLength(12)
    const to = await introductionsTo()
    expect(to).toHaveLength(24)
    expect(new Set(to).size).toBe(24)
    const { user } = await app.reqAs('coordinator')
    for (const { decidedBy } of await app.matches('introduced')) expect(decidedBy).toBe(user!.id)
  })

  it('say which were refused and why, and introduce the others', async () => {
    const matches = await propose(4)
    const [, second, third] = matches
    const proposals = await app.matches('proposed')
    const { mentor } = proposals.find(({ id }) => id === second)!
    const names = await namesOf(proposals.find(({ id }) => id === third)!)
    await app.payload.update({
      collection: 'mentors',
      id: mentor,
      data: { status: 'withdrawn' },
      overrideAccess: true,
    })
    // Leaving takes the proposals along: another coordinator's copy of the page still has it.
    await app.payload.db.deleteMany({
      collection: 'matches',
      where: { id: { equals: second! } },
    })
    await app.act('reject', { match: third })
    const done = await untilDone(await app.act('introduce', { matches }))
    expect(done.refused).toEqual([
      { pair: 1, message: say('noProposal') },
      { pair: 2, message: say('decided'), names },
    ])
    expect(done.done).toBe(4)
    expect(await app.matches('introduced')).toHaveLength(2)
  })

  it('that are asked for twice, at once and in one list, are made once', async () => {
    const matches = await propose(5)
    const twice = { matches: [...matches, ...matches] }
    const answers = await Promise.all([app.act('introduce', twice), app.act('introduce', twice)])
    const [first, second] = [await untilDone(answers[0]), await untilDone(answers[1])]
    expect(first.matches).toEqual(matches)
    const refused = [...first.refused, ...second.refused]
    expect(refused.map(({ message }) => message)).toEqual(Array(5).fill(say('decided')))
    expect(await introductionsTo()).toHaveLength(10)
  })

  it('go on after a process died, from where it was', async () => {
    const matches = await propose(5)
    const id = await leave(matches, 2)
    await goOn()
    expect(await row(id)).toMatchObject({ done: 5, refused: [], isFinished: true })
    for (const [at, match] of matches.entries()) {
      expect(await statusOf(match)).toBe(at < 2 ? 'proposed' : 'introduced')
    }
  })

  it('are noted in the transaction of each: nothing is introduced that is not noted', async () => {
    const matches = await propose(3)
    const id = await leave(matches, 0)
    const { db } = app.payload
    const create = db.create.bind(db)
    let mails = 0
    vi.spyOn(db, 'create').mockImplementation(async (args) => {
      // The second mail of the second pair.
      if (args.collection === 'mails' && (mails += 1) === 4) throw new Error('Disk full')
      return create(args)
    })
    await goOn()
    expect(await row(id)).toMatchObject({
      done: 3,
      refused: [{ pair: 1, message: say('confirmFault') }],
    })
    expect(await statusOf(matches[1]!)).toBe('proposed')
    expect(await introductionsTo()).toHaveLength(4)
  })

  it('of somebody who may not introduce any more are refused', async () => {
    const matches = await propose(2)
    const { user } = await app.reqAs('comms')
    for (const by of [user!.id, null]) {
      const id = await leave(matches, 0, { by })
      await goOn()
      expect((await row(id)).refused.map(({ message }) => message)).toEqual(
        Array(2).fill(say('notAllowed')),
      )
    }
    expect(await app.matches('proposed')).toHaveLength(2)
  })

  it('end when whoever asked loses the right meanwhile', async () => {
    const matches = await propose(25)
    const { user } = await app.reqAs('coordinator')
    const become = (role: 'comms' | 'coordinator') =>
      app.payload.update({
        collection: 'users',
        id: user!.id,
        data: { role },
        overrideAccess: true,
      })
    const id = await leave(matches, 0)
    const work = goOn()
    await vi.waitFor(async () => expect((await row(id)).done).toBeGreaterThan(0), { interval: 10 })
    await become('comms')
    await work.finally(() => become('coordinator'))
    const { done, refused } = await row(id)
    const introduced = await app.matches('introduced')
    expect(done).toBe(25)
    expect(introduced.length).toBeGreaterThan(0)
    expect(refused).toHaveLength(25 - introduced.length)
    expect(new Set(refused.map(({ message }) => message))).toEqual(new Set([say('notAllowed')]))
  })

  it('are made once when two processes go on with them', async () => {
    const matches = await propose(8)
    const id = await leave(matches, 0)
    const putBack = asProcessesOfTheirOwn()
    const one = goOn()
    forgetWhoIntroduces()
    const other = goOn()
    await Promise.all([one, other]).finally(putBack)
    expect(await row(id)).toMatchObject({ done: 8, refused: [], isFinished: true })
    expect(await introductionsTo()).toHaveLength(16)
  })

  it('are for coordinators alone, in a list that has an end', async () => {
    expect((await app.act('introduce', { matches: ['1'] }, 'comms')).status).toBe(403)
    expect((await app.act('introducing', {}, 'comms')).status).toBe(403)
    for (const matches of [[], Array(501).fill('1'), 'all']) {
      expect((await app.act('introduce', { matches })).status).toBe(400)
    }
    expect((await app.act('introducing', { since: 'yesterday' })).status).toBe(400)
    const done = await untilDone(await app.act('introduce', { matches: ['no-such-proposal'] }))
    expect(done).toMatchObject({ done: 1, refused: [{ pair: 0, message: say('noProposal') }] })
  })
})
