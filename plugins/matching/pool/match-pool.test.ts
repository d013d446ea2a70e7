import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Criteria, pointsFor } from './criteria.ts'
import { matchPool, prepare, solveInput } from './match-pool.ts'
import { indexPairs } from './numbers.ts'
import { atOnce } from './slices.ts'
import { costsOfPairs } from './task.ts'
import type { Choice, Pool } from './types.ts'
import { applySettings, defaultSettings } from './settings.ts'
import { shuffled } from '../../assignment/testing/instances.ts'

/** A person's country, and a skill from 0 to 4: the nearer two skills, the more points. */
type Person = { country: number; skill: number; team?: number }

const criteria: Criteria<Person, Person> = {
  rules: [
    {
      name: 'sameTeam',
      label: 'Not the same team',
      kind: 'mustNot',
      of: { mentee: teamOf, mentor: teamOf },
      sentence: 'Same team.',
    },
  ],
  ladder: [
    {
      name: 'sameCountry',
      label: 'Same country',
      of: { mentee: ({ country }) => [`${country}`], mentor: ({ country }) => [`${country}`] },
      reason: () => 'Same country',
    },
  ],
  ground: { name: 'other', label: 'Other' },
  points: [
    pointsFor<Person, Person>()({
      name: 'skill',
      label: 'Skill',
      most: 4,
      of: { mentee: ({ skill }) => skill, mentor: ({ skill }) => skill },
      share: (a, b) => 1 - Math.abs(a - b) / 4,
      reason: () => 'Near in skill',
    }),
  ],
}

function teamOf({ team }: Person): string[] {
  return team === undefined ? [] : [`${team}`]
}

/** Score by the rules above, written out: 5 for the country, up to 4 for the skill. */
const scoreOf = (mentee: Person, mentor: Person): number | undefined =>
  mentee.team !== undefined && mentee.team === mentor.team
    ? undefined
    : (mentee.country === mentor.country ? 5 : 0) + 4 - Math.abs(mentee.skill - mentor.skill)

type Made = Pool<Person, Person>
type PairOfIds = { mentee: string; mentor: string }
/** Written like a `ForcedChange`, so that two of them can be compared with one. */
type Outcome = { matched: number; waiting: number; total: number }

const isIn = (pairs: PairOfIds[] | undefined, mentee: string, mentor: string): boolean =>
  pairs?.some((pair) => pair.mentee === mentee && pair.mentor === mentor) ?? false

/** The score of two people by id, places aside; nothing when they must not be a pair. */
const allowedScore = ({ leftOut, mentees, mentors }: Made, pair: PairOfIds): number | undefined =>
  isIn(leftOut, pair.mentee, pair.mentor)
    ? undefined
    : scoreOf(
        mentees.find(({ id }) => id === pair.mentee)!.person,
        mentors.find(({ id }) => id === pair.mentor)!.person,
      )

/** Whether two people can be a pair and fit well enough. */
const isPossible = (pool: Made, pair: PairOfIds, least: number): boolean =>
  pool.mentors.find(({ id }) => id === pair.mentor)!.places > 0 &&
  (allowedScore(pool, pair) ?? -1) >= least

/** The best there is with the forced pairs, by trying everything; they may score below `least`. */
const bestByTrying = (pool: Made, least = 0, forced: PairOfIds[] = []): Outcome => {
  const { mentees, mentors } = pool
  const free = mentors.map(({ places }) => places)
  const bestFrom = (i: number): Outcome | undefined => {
    if (i === mentees.length) return { matched: 0, waiting: 0, total: 0 }
    const { id, daysWaited } = mentees[i]!
    const only = forced.find(({ mentee }) => mentee === id)
    let best = only ? undefined : bestFrom(i + 1)
    mentors.forEach((mentor, j) => {
      if (free[j]! <= 0 || (only && only.mentor !== mentor.id)) return
      const pair = { mentee: id, mentor: mentor.id }
      if (!isPossible(pool, pair, only ? 0 : least)) return
      free[j]! -= 1
      const rest = bestFrom(i + 1)
      free[j]! += 1
      const found = rest && {
        matched: rest.matched + 1,
        waiting: rest.waiting + daysWaited,
        total: rest.total + allowedScore(pool, pair)!,
      }
      if (found && (!best || compare(found, best) > 0)) best = found
    })
    return best
  }
  return bestFrom(0)!
}

const compare = (a: Outcome, b: Outcome): number =>
  a.matched - b.matched || a.waiting - b.waiting || a.total - b.total

const minus = (a: Outcome, b: Outcome): Outcome => ({
  matched: a.matched - b.matched,
  waiting: a.waiting - b.waiting,
  total: a.total - b.total,
})

/** What a result adds up to. */
const outcomeOf = (
  { mentees }: Made,
  { pairs, total }: { pairs: PairOfIds[]; total: number },
): Outcome => {
  const days = new Map(mentees.map(({ id, daysWaited }) => [id, daysWaited]))
  const waiting = pairs.reduce((sum, { mentee }) => sum + days.get(mentee)!, 0)
  return { matched: pairs.length, waiting, total }
}

const run = (pool: Made, choice?: Choice) => matchPool(pool, criteria, choice)

/** Which locks can be kept, in their order; the others with the reason. */
const sortLocks = (pool: Made) => {
  const held: PairOfIds[] = []
  const dropped: (PairOfIds & { reason: string })[] = []
  for (const lock of pool.locks ?? []) {
    const mentor = pool.mentors.find(({ id }) => id === lock.mentor)
    const isThere = mentor && pool.mentees.some(({ id }) => id === lock.mentee)
    const taken = held.filter(({ mentor }) => mentor === lock.mentor).length
    if (!isThere || held.some(({ mentee }) => mentee === lock.mentee)) {
      dropped.push({ ...lock, reason: 'gone' })
    } else if (allowedScore(pool, lock) === undefined) {
      dropped.push({ ...lock, reason: 'forbidden' })
    } else if (taken >= mentor.places) {
      dropped.push({ ...lock, reason: 'noPlace' })
    } else held.push(lock)
  }
  return { held, dropped }
}

const person: fc.Arbitrary<Person> = fc.record({
  country: fc.nat(2),
  skill: fc.nat(4),
  team: fc.option(fc.nat(2), { nil: undefined }),
})

/** Pairs of ids, now and then of somebody who is not there. */
const somePairs = (maxLength: number): fc.Arbitrary<PairOfIds[]> =>
  fc.array(
    fc.record({
      mentee: fc.nat(5).map((i) => `mentee${i}`),
      mentor: fc.nat(4).map((j) => `mentor${j}`),
    }),
    { maxLength },
  )

const pools: fc.Arbitrary<Made> = fc
  .record({
    mentees: fc.array(fc.record({ person, daysWaited: fc.nat(5) }), { maxLength: 5 }),
    mentors: fc.array(
      fc.record({ person, places: fc.integer({ min: -1, max: 2 }), load: fc.nat(2) }),
      { maxLength: 4 },
    ),
    leftOut: somePairs(4),
    locks: fc.oneof(fc.constant<PairOfIds[]>([]), somePairs(4)),
  })
  .map(({ mentees, mentors, leftOut, locks }) => ({
    mentees: mentees.map((mentee, n) => ({ id: `mentee${n}`, ...mentee })),
    mentors: mentors.map((mentor, n) => ({ id: `mentor${n}`, ...mentor })),
    leftOut,
    locks,
  }))

const choices: fc.Arbitrary<Required<Choice>> = fc.record({
  least: fc.oneof(fc.constant(0), fc.nat(10)),
  isSpread: fc.boolean(),
  seed: fc.oneof(fc.constant(0), fc.nat()),
})

describe('a matching run', () => {
  it('finds the most matches, then the longest waits, then the best scores, around any locks', () => {
    fc.assert(
      fc.property(pools, choices, (pool, choice) => {
        const { held } = sortLocks(pool)
        expect(outcomeOf(pool, run(pool, choice))).toEqual(bestByTrying(pool, choice.least, held))
      }),
      { numRuns: 400 },
    )
  })

  it('keeps the places, forms no pair that must not be, and mentions every mentee once', () => {
    fc.assert(
      fc.property(pools, choices, (pool, choice) => {
        const { pairs, unmatched, total, edges } = run(pool, choice)
        const mentions = [...pairs, ...unmatched].map(({ mentee }) => mentee)
        expect(mentions.sort()).toEqual(pool.mentees.map(({ id }) => id))
        for (const { id, places } of pool.mentors) {
          const taken = pairs.filter(({ mentor }) => mentor === id).length
          expect(taken).toBeLessThanOrEqual(Math.max(0, places))
        }
        for (const { assessment, isLocked, ...pair } of pairs) {
          expect(isPossible(pool, pair, isLocked ? 0 : choice.least)).toBe(true)
          expect(assessment.score).toBe(allowedScore(pool, pair))
        }
        expect(total).toBe(pairs.reduce((sum, { assessment }) => sum + assessment.score, 0))
        const all = pool.mentees.flatMap(({ id: mentee }) =>
          pool.mentors.map(({ id: mentor }) => ({ mentee, mentor })),
        )
        expect(edges).toBe(all.filter((pair) => isPossible(pool, pair, choice.least)).length)
      }),
      { numRuns: 250 },
    )
  })

  it('gives the same result in whatever order people come', () => {
    fc.assert(
      fc.property(pools, choices, fc.integer(), (pool, choice, seed) => {
        const other = {
          ...pool,
          mentees: shuffled(pool.mentees, seed),
          mentors: shuffled(pool.mentors, seed + 1),
          leftOut: shuffled(pool.leftOut!, seed + 2),
        }
        expect(run(other, choice)).toEqual(run(pool, choice))
      }),
      { numRuns: 250 },
    )
  })

  it('leaves the pool as it was', () => {
    const pool: Made = {
      mentees: ['b', 'a'].map((id) => ({ id, person: { country: 1, skill: 1 }, daysWaited: 1 })),
      mentors: ['d', 'c'].map((id) => ({ id, person: { country: 1, skill: 1 }, places: 1 })),
      leftOut: [{ mentee: 'a', mentor: 'c' }],
      locks: [{ mentee: 'b', mentor: 'c' }],
    }
    const before = structuredClone(pool)
    expect(run(pool, { seed: 3 }).pairs).toHaveLength(2)
    expect(pool).toEqual(before)
  })
})

describe('a seed', () => {
  it('changes who is matched with whom, but not what it is worth', () => {
    fc.assert(
      fc.property(pools, choices, (pool, choice) => {
        const one = run(pool, { ...choice, seed: 0 })
        const other = run(pool, choice)
        expect(outcomeOf(pool, other)).toEqual(outcomeOf(pool, one))
        expect(other.locksCost).toEqual(one.locksCost)
        expect(other.droppedLocks).toEqual(one.droppedLocks)
      }),
      { numRuns: 150 },
    )
  })

  const person = { country: 1, skill: 1 }
  const mentees = Array.from('abcdef', (id) => ({ id, person, daysWaited: 1 }))
  const mentors = Array.from('ABCDEF', (id) => ({ id, person, places: 1 }))
  const seeds = Array.from({ length: 60 }, (_, seed) => seed)

  it('draws among equals, the same ones every time', () => {
    const drawn = (seed: number) =>
      run({ mentees, mentors }, { seed })
        .pairs.map(({ mentee, mentor }) => mentee + mentor)
        .join()
    expect(new Set(seeds.map(drawn)).size).toBeGreaterThan(30)
    expect(seeds.map(drawn)).toEqual(seeds.map(drawn))
  })

  it('can draw any of equal mentors, and any of equal mentees', () => {
    const drawnMentors = seeds.map(
      (seed) => run({ mentees: mentees.slice(0, 1), mentors }, { seed }).pairs[0]!.mentor,
    )
    expect([...new Set(drawnMentors)].sort()).toEqual(mentors.map(({ id }) => id))
    const drawnMentees = seeds.map(
      (seed) => run({ mentees, mentors: mentors.slice(0, 1) }, { seed }).pairs[0]!.mentee,
    )
    expect([...new Set(drawnMentees)].sort()).toEqual(mentees.map(({ id }) => id))
  })
})

describe('spreading', () => {
  const person = { country: 1, skill: 1 }
  const mentees = ['a', 'b'].map((id) => ({ id, person, daysWaited: 1 }))
  const chosen = (pool: Made, choice: Choice) => run(pool, choice).pairs.map(({ mentor }) => mentor)

  it('gives everybody a first mentee before anybody a second, whatever the seed', () => {
    const mentors = ['A', 'B'].map((id) => ({ id, person, places: 2 }))
    for (let seed = 0; seed < 10; seed++) {
      expect(chosen({ mentees, mentors }, { isSpread: true, seed }).sort()).toEqual(['A', 'B'])
    }
  })

  it('counts the mentees somebody has already', () => {
    const mentors = ['A', 'B'].map((id) => ({ id, person, places: 2, load: id === 'A' ? 2 : 0 }))
    for (let seed = 0; seed < 10; seed++) {
      expect(chosen({ mentees, mentors }, { isSpread: true, seed })).toEqual(['B', 'B'])
    }
  })

  it('counts locked pairs', () => {
    const mentors = ['A', 'B'].map((id) => ({ id, person, places: 2 }))
    for (const mentor of ['A', 'B']) {
      const locks = [{ mentee: 'a', mentor }]
      const expected = [mentor, mentor === 'A' ? 'B' : 'A']
      expect(chosen({ mentees, mentors, locks }, { isSpread: true })).toEqual(expected)
    }
  })

  it('costs no score', () => {
    const mentors = ['A', 'B'].map((id) => ({
      id,
      person: { ...person, skill: id === 'A' ? 1 : 2 },
      places: 2,
    }))
    expect(chosen({ mentees, mentors }, { isSpread: true })).toEqual(['A', 'A'])
  })
})

describe('a lock', () => {
  it('is kept, or dropped with the reason why it can not be', () => {
    fc.assert(
      fc.property(pools, choices, (pool, choice) => {
        const { pairs, droppedLocks } = run(pool, choice)
        const { held, dropped } = sortLocks(pool)
        const locked = pairs.filter(({ isLocked }) => isLocked)
        expect(locked.length).toBe(held.length)
        for (const { mentee, mentor } of held) expect(isIn(locked, mentee, mentor)).toBe(true)
        expect(droppedLocks).toEqual(dropped)
      }),
      { numRuns: 250 },
    )
  })

  it('costs what it changes by itself, and all together what they change', () => {
    fc.assert(
      fc.property(pools, choices, (pool, choice) => {
        const result = run(pool, choice)
        const { held } = sortLocks(pool)
        const best = bestByTrying(pool, choice.least)
        for (const { isLocked, lockCost, mentee, mentor } of result.pairs) {
          const lock = { mentee, mentor }
          expect(lockCost).toEqual(
            isLocked && isPossible(pool, lock, choice.least)
              ? minus(bestByTrying(pool, choice.least, [lock]), best)
              : undefined,
          )
        }
        expect(result.locksCost).toEqual(
          held.length > 0 ? minus(outcomeOf(pool, result), best) : undefined,
        )
      }),
      { numRuns: 250 },
    )
  })

  it('would cost what was said before it was set', () => {
    fc.assert(
      fc.property(pools, choices, somePairs(3), ({ locks: _, ...pool }, choice, pairs) => {
        const best = bestByTrying(pool, choice.least)
        const isThere = ({ mentee, mentor }: PairOfIds) =>
          pool.mentees.some(({ id }) => id === mentee) &&
          pool.mentors.some(({ id }) => id === mentor)
        const prepared = atOnce(prepare(pool, criteria, choice))
        const costs = atOnce(costsOfPairs(prepared.task, indexPairs(prepared, pairs)))
        expect(costs).toEqual(
          pairs.map((pair) =>
            isThere(pair) && isPossible(pool, pair, choice.least)
              ? minus(bestByTrying(pool, choice.least, [pair]), best)
              : undefined,
          ),
        )
      }),
      { numRuns: 150 },
    )
  })

  it('may be worth more than it looks: it can have no cost, or cost a match', () => {
    const mentee = (id: string, country: number) => ({
      id,
      person: { country, skill: 0 },
      daysWaited: 0,
    })
    const pool: Made = {
      mentees: [mentee('a', 1), mentee('b', 2)],
      mentors: [
        { id: 'A', person: { country: 1, skill: 0 }, places: 1 },
        { id: 'B', person: { country: 2, skill: 0 }, places: 1 },
      ],
      leftOut: [{ mentee: 'a', mentor: 'B' }],
    }
    const cost = (mentee: string, mentor: string) =>
      run({ ...pool, locks: [{ mentee, mentor }] }).locksCost
    expect(cost('a', 'A')).toEqual({ matched: 0, waiting: 0, total: 0 })
    expect(cost('b', 'A')).toEqual({ matched: -1, waiting: 0, total: -14 })
  })
})

describe('the next best mentor', () => {
  it('is whoever changes the result least when insisted on by hand', () => {
    fc.assert(
      fc.property(pools, choices, (pool, choice) => {
        const { held } = sortLocks(pool)
        const taken = (id: string) => held.filter(({ mentor }) => mentor === id).length
        const best = bestByTrying(pool, choice.least, held)
        for (const { isLocked, mentee, mentor, nextBest } of run(pool, choice).pairs) {
          const others = pool.mentors
            .filter(({ id, places }) => id !== mentor && places > taken(id))
            .map(({ id }) => ({ mentee, mentor: id }))
            .filter((pair) => isPossible(pool, pair, choice.least))
            .map((pair) => ({
              mentor: pair.mentor,
              change: minus(bestByTrying(pool, choice.least, [...held, pair]), best),
            }))
            .sort((a, b) => compare(b.change, a.change))
          if (isLocked || others.length === 0) expect(nextBest).toBeUndefined()
          // Of equally good ones the first, in the drawn order.
          else if (choice.seed === 0) expect(nextBest).toEqual(others[0])
          else {
            expect(others).toContainEqual(nextBest)
            expect(nextBest!.change).toEqual(others[0]!.change)
          }
        }
      }),
      { numRuns: 250 },
    )
  })
})

describe('what was solved', () => {
  it('gives the same pairs again, also after it was stored', () => {
    fc.assert(
      fc.property(pools, choices, (pool, choice) => {
        const { input, pairs } = run(pool, choice)
        const { mentees, mentors } = input
        const again = [...solveInput(structuredClone(input)).assignment.mentorOf].flatMap((j, i) =>
          j >= 0 ? [{ mentee: mentees[i]!, mentor: mentors[j]! }] : [],
        )
        expect(again.sort((a, b) => (a.mentee < b.mentee ? -1 : 1))).toEqual(
          pairs
            .filter(({ isLocked }) => !isLocked)
            .map(({ mentee, mentor }) => ({ mentee, mentor })),
        )
      }),
      { numRuns: 150 },
    )
  })
})

describe('whoever is unmatched', () => {
  it('is told why, in numbers that can be counted', () => {
    fc.assert(
      fc.property(pools, choices, (pool, choice) => {
        const { held } = sortLocks(pool)
        for (const { mentee, crowd, ...found } of run(pool, choice).unmatched) {
          const { person } = pool.mentees.find(({ id }) => id === mentee)!
          const mentors = pool.mentors.map(({ id, places, person: other }) => ({
            isSameTeam: scoreOf(person, other) === undefined,
            isLeftOut: isIn(pool.leftOut, mentee, id),
            score: allowedScore(pool, { mentee, mentor: id }),
            places,
            free: places - held.filter(({ mentor }) => mentor === id).length,
          }))
          const allowed = mentors.filter(({ score }) => score !== undefined)
          const withPlace = allowed.filter(({ places }) => places > 0)
          const good = withPlace.filter(({ score }) => score! >= choice.least)
          const numbers = {
            full: allowed.length - withPlace.length,
            belowLeast: withPlace.length,
            forbiddenBy: [
              { name: 'sameTeam', mentors: mentors.filter((one) => one.isSameTeam).length },
              { name: 'leftOut', mentors: mentors.filter((one) => one.isLeftOut).length },
            ]
              .filter(({ mentors }) => mentors > 0)
              .sort((a, b) => b.mentors - a.mentors),
          }
          const reasonWhenNoneIsGood = () => {
            if (mentors.length === 0) return 'noMentors'
            if (allowed.length === 0) return 'nobodyPossible'
            return withPlace.length > 0 ? 'noGoodFit' : 'allPlacesTaken'
          }
          expect(found).toEqual(
            good.length > 0
              ? { reason: 'allPlacesTaken' }
              : { reason: reasonWhenNoneIsGood(), ...numbers },
          )
          expect(crowd !== undefined).toBe(good.some(({ free }) => free > 0))
          if (crowd) expect(crowd.mentees).toBeGreaterThan(crowd.places)
        }
      }),
      { numRuns: 250 },
    )
  })

  const mentee = { id: 'mentee', person: { country: 1, skill: 1, team: 1 }, daysWaited: 3 }
  const mentor = { id: 'mentor', person: { country: 1, skill: 1 }, places: 1 }
  const abroad = { ...mentor, id: 'abroad', person: { country: 2, skill: 1 } }
  const sameTeam = { ...mentor, id: 'sameTeam', person: { ...mentor.person, team: 1 } }
  const full = { ...mentor, id: 'full', places: 0 }

  it.each<[string, Made['mentors'], object, Partial<Made>?]>([
    ['without mentors', [], { reason: 'noMentors', forbiddenBy: [], full: 0, belowLeast: 0 }],
    [
      'when a rule forbids it',
      [sameTeam],
      { reason: 'nobodyPossible', forbiddenBy: [{ name: 'sameTeam', mentors: 1 }] },
    ],
    [
      'when the pairs are left out',
      [mentor, full],
      { reason: 'nobodyPossible', forbiddenBy: [{ name: 'leftOut', mentors: 2 }], full: 0 },
      {
        leftOut: [
          { mentee: 'mentee', mentor: 'mentor' },
          { mentee: 'mentee', mentor: 'full' },
        ],
      },
    ],
    ['without places', [full], { reason: 'allPlacesTaken', full: 1 }],
    [
      'with fewer places than none',
      [{ ...mentor, places: -2 }],
      { reason: 'allPlacesTaken', full: 1 },
    ],
    [
      'when only those are free whom a rule forbids',
      [sameTeam, full],
      { reason: 'allPlacesTaken', forbiddenBy: [{ name: 'sameTeam', mentors: 1 }], full: 1 },
    ],
    [
      'when nobody fits as well as was asked for',
      [abroad, sameTeam, full],
      { reason: 'noGoodFit', belowLeast: 1, full: 1 },
    ],
  ])('%s hears that', (_, mentors, expected, more) => {
    const result = run({ mentees: [mentee], mentors, ...more }, { least: 5 })
    expect(result).toMatchObject({ pairs: [], edges: 0, total: 0 })
    expect(result.unmatched).toEqual([expect.objectContaining({ mentee: 'mentee', ...expected })])
  })

  it('because somebody waited longer hears how many wanted the same places', () => {
    const newcomer = { ...mentee, id: 'a newcomer', daysWaited: 2 }
    const result = run({ mentees: [newcomer, mentee], mentors: [mentor] })
    expect(result.pairs.map(({ mentee }) => mentee)).toEqual(['mentee'])
    expect(result.unmatched).toEqual([
      { mentee: 'a newcomer', reason: 'allPlacesTaken', crowd: { mentees: 2, places: 1 } },
    ])
  })

  it('because of a lock hears that the places are taken, not that nobody is possible', () => {
    const newcomer = { ...mentee, id: 'newcomer', daysWaited: 0 }
    const result = run({
      mentees: [mentee, newcomer],
      mentors: [mentor],
      locks: [{ mentee: 'newcomer', mentor: 'mentor' }],
    })
    expect(result.unmatched).toEqual([{ mentee: 'mentee', reason: 'allPlacesTaken' }])
    expect(result.locksCost).toEqual({ matched: 0, waiting: -3, total: 0 })
  })
})

describe('unusual input', () => {
  const person = { country: 1, skill: 1 }
  const mentees = Array.from({ length: 200 }, (_, n) => ({
    id: `mentee${n}`,
    person: { country: 1, skill: n % 5 },
    daysWaited: n % 7,
  }))
  const mentors = Array.from({ length: 200 }, (_, n) => ({
    id: `mentor${n}`,
    person: { country: 1, skill: n % 5 },
    places: 1,
  }))

  it.each<[string, Made]>([
    ['nobody at all', { mentees: [], mentors: [] }],
    ['no mentees', { mentees: [], mentors: mentors.slice(0, 3) }],
  ])('%s gives no pairs and nobody unmatched', (_, pool) => {
    for (const isSpread of [false, true]) {
      expect(run(pool, { isSpread, least: 3, seed: 9 })).toMatchObject({
        pairs: [],
        unmatched: [],
        droppedLocks: [],
        edges: 0,
        total: 0,
      })
    }
  })

  it.each([0, 77])('everybody from one country is matched with their like, seed %i', (seed) => {
    for (const isSpread of [false, true]) {
      const result = run({ mentees, mentors }, { isSpread, seed })
      expect(result).toMatchObject({ edges: 40_000, total: 200 * 9 })
      expect(result.pairs).toHaveLength(200)
      expect(new Set(result.pairs.map(({ mentor }) => mentor)).size).toBe(200)
      for (const { nextBest } of result.pairs) {
        expect(nextBest!.change).toEqual({ matched: 0, waiting: 0, total: 0 })
      }
    }
  })

  it('two and more locks for one mentee: the first that can be kept counts', () => {
    const full = { id: 'full', person, places: 0 }
    const lock = (mentor: string) => ({ mentee: 'mentee1', mentor })
    const locks = [lock('full'), lock('mentor3'), lock('mentor4'), lock('mentor3')]
    const { droppedLocks, pairs } = run({
      mentees: mentees.slice(0, 2),
      mentors: [full, ...mentors],
      locks,
    })
    expect(pairs.find(({ mentee }) => mentee === 'mentee1')).toMatchObject({
      mentor: 'mentor3',
      isLocked: true,
    })
    expect(droppedLocks.map(({ mentor, reason }) => [mentor, reason])).toEqual([
      ['full', 'noPlace'],
      ['mentor4', 'gone'],
      ['mentor3', 'gone'],
    ])
  })

  it('everybody locked leaves nothing to solve', () => {
    const some = mentees.slice(0, 3)
    const locks = some.map(({ id }, n) => ({ mentee: id, mentor: `mentor${n + 1}` }))
    const result = run({ mentees: some, mentors, locks }, { isSpread: true, least: 9 })
    expect(result).toMatchObject({ unmatched: [], droppedLocks: [] })
    // One point below their like each, which is less than was asked for.
    expect(result.pairs.map(({ isLocked, lockCost }) => [isLocked, lockCost])).toEqual([
      [true, undefined],
      [true, undefined],
      [true, undefined],
    ])
    expect(result.locksCost).toEqual({ matched: 0, waiting: 0, total: -3 })
  })

  it.each([
    [0, 5 * 1],
    [100, 5 * (101 + 100)],
  ])('all weights %i: the tiers still count first', (weight, total) => {
    const settings = { ...defaultSettings(criteria), points: { skill: weight } }
    const weighed = applySettings(criteria, settings)
    const result = matchPool(
      { mentees: mentees.slice(0, 5), mentors: mentors.slice(0, 5) },
      weighed,
      { least: weight + 1 },
    )
    expect(result).toMatchObject({ total })
    expect(result.pairs).toHaveLength(5)
  })

  it('ids that are no words', () => {
    const ids = ['', ' ', '0', '__proto__', 'constructor', 'ä', '🙂']
    const pool: Made = {
      mentees: ids.map((id) => ({ id, person, daysWaited: 0 })),
      mentors: ids.map((id) => ({ id, person, places: 1 })),
      locks: [{ mentee: '__proto__', mentor: 'constructor' }],
      leftOut: ids.slice(1).map((id) => ({ mentee: '', mentor: id })),
    }
    const { pairs } = run(pool)
    expect(pairs).toHaveLength(ids.length)
    expect(isIn(pairs, '', '')).toBe(true)
    expect(isIn(pairs, '__proto__', 'constructor')).toBe(true)
  })
})
