import { createLocalReq } from 'payload'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'

import { makeRandom } from '../../bench/random.ts'
import type { Match } from '../../payload-types.ts'
import { addDays } from '../../programme/clock/dates.ts'
import { DEFAULT_PERIOD, ROLES } from '../../programme/clock/facts.ts'
import { isOver, reminderDue } from '../../programme/clock/reminders.ts'
import { OPEN, type State, STATES, stepsFrom } from '../../programme/clock/states.ts'
import {
  ATTENTION,
  type AttentionKind,
  attentionOf,
} from '../../programme/coordinators/attention.ts'
import type { AttentionPlace, AttentionRow } from '../../programme/coordinators/attention-page.ts'
import { countAttention, loadAttention } from '../../programme/coordinators/load-attention.ts'
import { loadStatistics } from '../../programme/coordinators/load-statistics.ts'
import { factsOf } from '../../programme/matches/facts-of.ts'
import { followMatches, type FollowPlace } from '../../programme/matches/follow-matches.ts'
import { REMINDERS } from '../../programme/messages/index.ts'
import { inPortions } from '../../programme/matches/portions.ts'
import { makeMatches } from '../helpers/many-matches.ts'
import { bootMatching, type Matching } from '../helpers/matching.ts'
import { createMentor } from '../helpers/people.ts'
import { countReads } from '../helpers/reads.ts'

/** More matches than fit on a page or into a round: what is asked of the database stays the same. */

const NOW = new Date('2026-10-26T10:00:00.000Z')

let app: Matching
beforeAll(async () => {
  app = await bootMatching()
  vi.useFakeTimers({ toFake: ['Date'] })
})
afterAll(async () => {
  vi.useRealTimers()
  await app.close()
})
beforeEach(async () => {
  vi.setSystemTime(NOW)
  await app.empty()
})

const KINDS = Object.keys(ATTENTION) as AttentionKind[]

const STATE_NAMES = Object.keys(STATES) as State[]

/** Any match: near the moments at which something begins, and often with the same date as another. */
const anyMatch = (next: () => number): Partial<Match> => {
  const of = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)]!
  const day = () =>
    addDays(NOW, of([-60, -21, -15, -14, -4, -3, -1, 0, 0, 1, 3, 4, 30])).toISOString()
  const some = <T>(value: T): T | undefined => (next() < 0.3 ? value : undefined)
  const isAsked = next() < 0.4
  return {
    status: of([...STATE_NAMES, 'introduced', 'agreed', 'agreed', 'endedEarly']),
    confirmedAt: day(),
    firstContactDue: day(),
    endsOn: day(),
    closedAt: day(),
    heardNothingAt: next() < 0.15 ? day() : undefined,
    metFaceToFaceOn: some(day()),
    extendedAt: next() < 0.1 ? day() : undefined,
    extensionAskedBy: isAsked ? of(ROLES) : undefined,
    extensionAskedAt: isAsked ? day() : undefined,
    extensionRefusedAt: next() < 0.1 ? day() : undefined,
    exitSeenAt: some(day()),
    mentorGoesOn: of(['asked', 'yes', 'no', undefined]),
    menteeGoesOn: of(['asked', 'yes', 'no', undefined]),
  }
}

const manyMatches = async (count: number, seed: number) => {
  const next = makeRandom(seed)
  const mentors: string[] = []
  for (let n = 0; n < 5; n += 1) mentors.push((await createMentor(app.payload)).id)
  const all = Array.from({ length: count }, (_, n) => ({
    ...anyMatch(next),
    mentor: mentors[n % 5],
  }))
  return makeMatches(app.payload, all)
}

type ListedRow = { id: string; kind: AttentionKind; since: string }

/** The whole list as a plain program has it, and what may stand in any order: rows of one moment. */
const plainly = (matches: Match[]): ListedRow[] =>
  matches
    .flatMap((match) => {
      const found = attentionOf(match, NOW)
      return found ? [{ id: match.id, kind: found.kind, since: found.since.toISOString() }] : []
    })
    .sort(
      (a, b) =>
        KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) ||
        (a.since < b.since ? -1 : a.since > b.since ? 1 : a.id < b.id ? -1 : 1),
    )

const listed = ({ id, kind, since }: AttentionRow): ListedRow => ({ id, kind, since })

const readPages = async (limit: number, between = async () => {}): Promise<ListedRow[]> => {
  const rows: AttentionRow[] = []
  let after: AttentionPlace | undefined
  do {
    const page = await loadAttention(await app.reqAs('coordinator'), NOW, { after }, limit)
    expect(page.rows.length).toBeLessThanOrEqual(limit)
    rows.push(...page.rows)
    after = page.next
    await between()
  } while (after)
  return rows.map(listed)
}

describe('the attention list', () => {
  it('has on all its pages what a plain program finds, in its order', async () => {
    const matches = await manyMatches(150, 1)
    const expected = plainly(matches)
    // Of every kind that lies with a match there is something, or this would say little.
    expect(new Set(expected.map(({ kind }) => kind)).size).toBe(KINDS.length - 2)
    for (const limit of [7, 1000]) expect(await readPages(limit)).toEqual(expected)
    const { counts } = await countAttention(await app.reqAs('coordinator'), NOW)
    for (const kind of KINDS) {
      expect(counts[kind], kind).toBe(expected.filter((row) => row.kind === kind).length)
      const page = await loadAttention(await app.reqAs('coordinator'), NOW, { kind }, 1000)
      expect(page.rows.map(listed)).toEqual(expected.filter((row) => row.kind === kind))
    }
  })

  it('leaves nobody out between two pages while others are dealt with', async () => {
    const matches = await manyMatches(120, 2)
    const expected = plainly(matches)
    const shuffled = makeRandom(3)
    const left = new Set(expected.map(({ id }) => id))
    const rows = await readPages(5, async () => {
      // One that was shown is off the list now, or one that was still to come.
      const ids = [...left]
      const id = ids[Math.floor(shuffled() * ids.length)]
      if (id === undefined) return
      left.delete(id)
      await app.payload.db.updateOne({ collection: 'matches', id, data: { status: 'completed' } })
    })
    const shown = rows.map(({ id }) => id)
    expect(new Set(shown).size).toBe(shown.length)
    for (const id of left) expect(shown).toContain(id)
  })

  it('asks as much of the database for hundreds as for a few, and names those shown alone', async () => {
    const readsOf = async () => {
      const req = await app.reqAs('coordinator')
      return countReads(app.payload, async () => {
        const { rows } = await loadAttention(req, NOW, { kind: 'overdue' }, 10)
        expect(rows).toHaveLength(10)
      })
    }
    const overdue = {
      firstContactDue: addDays(NOW, -2).toISOString(),
      endsOn: addDays(NOW, 60).toISOString(),
    }
    await makeMatches(
      app.payload,
      Array.from({ length: 11 }, () => overdue),
    )
    const few = await readsOf()
    await makeMatches(
      app.payload,
      Array.from({ length: 89 }, () => overdue),
    )
    const many = await readsOf()
    expect(many.statements).toBe(few.statements)
    expect(many.rows).toBe(few.rows)
  })

  it('is open to coordinators only', async () => {
    for (const as of ['comms', undefined] as const) {
      for (const name of ['attention', 'figures']) {
        expect((await app.rest('POST', `/mentoring/${name}`, { as, body: {} })).status).toBe(403)
      }
    }
    const odd = { after: { kind: 'exit', at: 'yesterday', id: 'x' } }
    const asked = { as: 'coordinator', body: odd } as const
    expect((await app.rest('POST', '/mentoring/attention', asked)).status).toBe(400)
  })
})

it('the figures count what was introduced and not taken back', async () => {
  const matches = await manyMatches(30, 4)
  const { total } = await loadStatistics(await app.reqAs('coordinator'), NOW)
  const counted = matches.filter(({ status }) =>
    [...OPEN, 'completed', 'endedEarly'].includes(status),
  )
  expect(total.introduced).toBe(counted.length)
})

it('portions have every record once, though many are of one moment and some go meanwhile', async () => {
  const matches = await manyMatches(23, 6)
  const createdAt = NOW.toISOString()
  await app.payload.db.updateMany({ collection: 'matches', where: {}, data: { createdAt } })
  const found: string[] = []
  const req = await app.reqAs('coordinator')
  const asked = { collection: 'matches', where: {}, fields: ['status'], limit: 5 } as const
  for await (const portion of inPortions(req, asked)) {
    expect(portion.length).toBeLessThanOrEqual(5)
    found.push(...portion.map(({ id }) => id))
    const [first] = portion
    await app.payload.db.deleteOne({ collection: 'matches', where: { id: { equals: first!.id } } })
  }
  expect(found.toSorted()).toEqual(matches.map(({ id }) => id).toSorted())
})

/** What a plain program would have done in a round without bounds: mails and ends, in words. */
const dueNow = (matches: Match[]): string[] =>
  matches
    .flatMap((match) => {
      const facts = factsOf(match)
      if (!OPEN.includes(facts.state)) return []
      if (isOver(facts, NOW)) {
        return stepsFrom(facts.state).includes('complete') ? [`${match.id} ends`] : []
      }
      return ROLES.flatMap((role) => {
        const reminder = reminderDue(REMINDERS, facts, role, DEFAULT_PERIOD, [], NOW)
        return reminder ? [`${match.id} ${role} ${reminder.name}`] : []
      })
    })
    .sort()

const doneSoFar = async (): Promise<string[]> => {
  const { docs } = await app.payload.find({
    collection: 'match-steps',
    where: { by: { equals: 'clock' } },
    pagination: false,
    depth: 0,
    overrideAccess: true,
  })
  return docs
    .map(({ match, message, to, what }) =>
      what === 'complete' ? `${match as string} ends` : `${match as string} ${to} ${message}`,
    )
    .sort()
}

describe('a round of the clock that finds much to do', () => {
  /** Rounds until all have had their turn. @returns how much each did */
  const goRound = async (most: number): Promise<number[]> => {
    const done: number[] = []
    let before = (await doneSoFar()).length
    let place: FollowPlace | undefined
    let left = Infinity
    do {
      const req = await createLocalReq({}, app.payload)
      const followed = await followMatches(req, NOW, place, most)
      place = followed.place
      if (place) expect(followed.left).toBeLessThanOrEqual(left)
      else expect(followed.left).toBe(0)
      left = followed.left
      const after = (await doneSoFar()).length
      done.push(after - before)
      before = after
    } while (place)
    return done
  }

  it('does a part at a time, goes on where it stopped, and does all of it once', async () => {
    const matches = await makeMatches(
      app.payload,
      Array.from(
        { length: 80 },
        (
          (next) => () =>
            anyMatch(next)
        )(makeRandom(5)),
      ),
    )
    const expected = dueNow(matches)
    const done = await goRound(5)
    expect(await doneSoFar()).toEqual(expected)
    // A match is finished once it is begun: a reminder to each of the two.
    expect(Math.max(...done)).toBeLessThanOrEqual(6)
    expect(done.length).toBeGreaterThan(expected.length / 7)
    expect(await goRound(5)).toEqual([0])
    expect(await doneSoFar()).toEqual(expected)
  }, 120_000)

  it('comes to everybody, also behind many who want no reminders', async () => {
    const late = {
      firstContactDue: addDays(NOW, -2).toISOString(),
      endsOn: addDays(NOW, 60).toISOString(),
    }
    const silent = await createMentor(app.payload, { wantsNoReminders: true })
    await makeMatches(
      app.payload,
      Array.from({ length: 12 }, () => ({ ...late, mentor: silent.id })),
    )
    const [last] = await makeMatches(app.payload, [
      { ...late, firstContactDue: addDays(NOW, -1).toISOString() },
    ])
    await goRound(4)
    expect(await doneSoFar()).toContain(`${last!.id} mentor contactOverdueToMentor`)
  })

  it('reads no more at a time for hundreds than for a few', async () => {
    const well = { status: 'introduced', confirmedAt: NOW.toISOString() } as const
    const dates = {
      firstContactDue: addDays(NOW, 7).toISOString(),
      endsOn: addDays(NOW, 120).toISOString(),
    }
    const reads = async () => {
      const req = await createLocalReq({}, app.payload)
      return countReads(app.payload, async () => {
        await followMatches(req, NOW)
      })
    }
    await makeMatches(app.payload, [{ ...well, ...dates }])
    const few = await reads()
    await makeMatches(
      app.payload,
      Array.from({ length: 99 }, () => ({ ...well, ...dates })),
    )
    const many = await reads()
    expect(many).toEqual(few)
  })
})
