import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Criteria } from './criteria.ts'
import { matchPool, type Pool } from './pool.ts'
import { shuffled } from './testing/instances.ts'

/** A person's country, and a skill from 0 to 4: the nearer two skills, the more points. */
type Person = { country: number; skill: number; team?: number }

const criteria: Criteria<Person, Person> = {
  rules: [
    {
      name: 'sameTeam',
      forbids: ({ mentee, mentor }) => mentee.team !== undefined && mentee.team === mentor.team,
      sentence: 'Same team.',
    },
  ],
  ladder: [
    {
      name: 'sameCountry',
      label: 'Same country',
      holds: ({ mentee, mentor }) => mentee.country === mentor.country,
      reason: () => 'Same country',
    },
  ],
  ground: { name: 'other', label: 'Other' },
  points: [
    {
      name: 'skill',
      label: 'Skill',
      most: 4,
      share: ({ mentee, mentor }) => 1 - Math.abs(mentee.skill - mentor.skill) / 4,
      reason: () => 'Near in skill',
    },
  ],
}

/** Score by the rules above, written out: 5 for the country, up to 4 for the skill. */
const scoreOf = (mentee: Person, mentor: Person): number | undefined =>
  mentee.team !== undefined && mentee.team === mentor.team
    ? undefined
    : (mentee.country === mentor.country ? 5 : 0) + 4 - Math.abs(mentee.skill - mentor.skill)

type Made = Pool<Person, Person>
type Outcome = [matched: number, days: number, total: number]

/** The best there is, by trying everything. */
const bestByTrying = ({ mentees, mentors, isLeftOut }: Made): Outcome => {
  const free = mentors.map(({ places }) => places)
  const bestFrom = (i: number): Outcome => {
    if (i === mentees.length) return [0, 0, 0]
    const { id, person, daysWaited } = mentees[i]!
    let best = bestFrom(i + 1)
    mentors.forEach((mentor, j) => {
      const score = scoreOf(person, mentor.person)
      if (score === undefined || free[j]! <= 0 || isLeftOut?.(id, mentor.id)) return
      free[j]! -= 1
      const [matched, days, total] = bestFrom(i + 1)
      const found: Outcome = [matched + 1, days + daysWaited, total + score]
      if (isBetter(found, best)) best = found
      free[j]! += 1
    })
    return best
  }
  return bestFrom(0)
}

const isBetter = (a: Outcome, b: Outcome): boolean => {
  const at = a.findIndex((value, n) => value !== b[n])
  return at >= 0 && a[at]! > b[at]!
}

const person: fc.Arbitrary<Person> = fc.record({
  country: fc.nat(2),
  skill: fc.nat(4),
  team: fc.option(fc.nat(2), { nil: undefined }),
})

const pools: fc.Arbitrary<Made> = fc
  .record({
    mentees: fc.array(fc.record({ person, daysWaited: fc.nat(5) }), { maxLength: 5 }),
    mentors: fc.array(fc.record({ person, places: fc.integer({ min: -1, max: 2 }) }), {
      maxLength: 4,
    }),
    leftOut: fc.uniqueArray(
      fc.tuple(fc.nat(4), fc.nat(3)).map(([i, j]) => `mentee${i} mentor${j}`),
    ),
  })
  .map(({ mentees, mentors, leftOut }) => ({
    mentees: mentees.map((mentee, n) => ({ id: `mentee${n}`, ...mentee })),
    mentors: mentors.map((mentor, n) => ({ id: `mentor${n}`, ...mentor })),
    isLeftOut: (mentee, mentor) => leftOut.includes(`${mentee} ${mentor}`),
  }))

describe('a matching run', () => {
  it('finds the most matches, then the longest waits, then the best scores', () => {
    fc.assert(
      fc.property(pools, (pool) => {
        const { pairs, total } = matchPool(pool, criteria)
        const waits = new Map(pool.mentees.map(({ id, daysWaited }) => [id, daysWaited]))
        const days = pairs.reduce((sum, { mentee }) => sum + waits.get(mentee)!, 0)
        expect([pairs.length, days, total]).toEqual(bestByTrying(pool))
      }),
      { numRuns: 2000 },
    )
  })

  it('keeps the places, forms no pair that must not be, and mentions every mentee once', () => {
    fc.assert(
      fc.property(pools, (pool) => {
        const { pairs, unmatched, total, isCertified } = matchPool(pool, criteria)
        for (const { crowd, reason } of unmatched) {
          if (crowd) expect(crowd.mentees).toBeGreaterThan(crowd.places)
          if (crowd) expect(reason).toBe('allPlacesTaken')
        }
        const mentions = [...pairs, ...unmatched].map(({ mentee }) => mentee)
        expect(mentions.sort()).toEqual(pool.mentees.map(({ id }) => id))
        for (const { id, places } of pool.mentors) {
          const taken = pairs.filter(({ mentor }) => mentor === id).length
          expect(taken).toBeLessThanOrEqual(Math.max(0, places))
        }
        for (const { mentee, mentor, assessment } of pairs) {
          const one = pool.mentees.find(({ id }) => id === mentee)!.person
          const other = pool.mentors.find(({ id }) => id === mentor)!.person
          expect(assessment.score).toBe(scoreOf(one, other))
          expect(pool.isLeftOut!(mentee, mentor)).toBe(false)
        }
        expect(total).toBe(pairs.reduce((sum, { assessment }) => sum + assessment.score, 0))
        expect(isCertified).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })

  it('gives the same result in whatever order people come', () => {
    fc.assert(
      fc.property(pools, fc.integer(), (pool, seed) => {
        const other = {
          ...pool,
          mentees: shuffled(pool.mentees, seed),
          mentors: shuffled(pool.mentors, seed + 1),
        }
        expect(matchPool(other, criteria)).toEqual(matchPool(pool, criteria))
      }),
      { numRuns: 1000 },
    )
  })

  it('leaves the pool as it was', () => {
    const pool: Made = {
      mentees: ['b', 'a'].map((id) => ({ id, person: { country: 1, skill: 1 }, daysWaited: 1 })),
      mentors: ['d', 'c'].map((id) => ({ id, person: { country: 1, skill: 1 }, places: 1 })),
    }
    const before = structuredClone(pool)
    expect(matchPool(pool, criteria).pairs).toHaveLength(2)
    expect(pool).toEqual(before)
  })
})

describe('nobody is matched', () => {
  const mentee = { id: 'mentee', person: { country: 1, skill: 1, team: 1 }, daysWaited: 3 }
  const mentor = { id: 'mentor', person: { country: 1, skill: 1 }, places: 1 }
  const sameTeam = { ...mentor, person: { ...mentor.person, team: 1 } }
  const full = { ...mentor, id: 'full', places: 0 }

  it.each<[string, Made, string[], number]>([
    ['in an empty pool', { mentees: [], mentors: [] }, [], 0],
    ['without mentees', { mentees: [], mentors: [mentor] }, [], 0],
    ['without mentors', { mentees: [mentee], mentors: [] }, ['nobodyPossible'], 0],
    ['when a rule forbids it', { mentees: [mentee], mentors: [sameTeam] }, ['nobodyPossible'], 0],
    [
      'when the pair is left out',
      { mentees: [mentee], mentors: [mentor, full], isLeftOut: () => true },
      ['nobodyPossible'],
      0,
    ],
    ['without places', { mentees: [mentee], mentors: [full] }, ['allPlacesTaken'], 0],
    [
      'with fewer places than none',
      { mentees: [mentee], mentors: [{ ...mentor, places: -2 }] },
      ['allPlacesTaken'],
      0,
    ],
    [
      'when only those are free whom a rule forbids',
      { mentees: [mentee], mentors: [sameTeam, full] },
      ['allPlacesTaken'],
      0,
    ],
  ])('%s', (_, pool, reasons, edges) => {
    const result = matchPool(pool, criteria)
    expect(result).toMatchObject({ pairs: [], edges, total: 0, isCertified: true })
    expect(result.unmatched.map(({ reason }) => reason)).toEqual(reasons)
  })

  it('in place of somebody who waited longer', () => {
    const newcomer = { ...mentee, id: 'a newcomer', daysWaited: 2 }
    const result = matchPool({ mentees: [newcomer, mentee], mentors: [mentor] }, criteria)
    expect(result.pairs.map(({ mentee }) => mentee)).toEqual(['mentee'])
    expect(result.unmatched).toEqual([
      { mentee: 'a newcomer', reason: 'allPlacesTaken', crowd: { mentees: 2, places: 1 } },
    ])
  })
})
