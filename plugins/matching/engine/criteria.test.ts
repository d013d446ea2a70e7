import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assess, checkCriteria, type Criteria } from './criteria.ts'

/** What is true of a pair: the rules that forbid it, the rungs that hold, its shares by criterion. */
type Facts = { forbidden?: string[]; rungs?: string[]; shares?: Record<string, number> }
type Made = Criteria<Facts, null>

const rule = (name: string): Made['rules'][number] => ({
  name,
  forbids: ({ mentee }) => mentee.forbidden?.includes(name) ?? false,
  sentence: `Sentence of ${name}.`,
})

const rung = (name: string): Made['ladder'][number] => ({
  name,
  label: `Label of ${name}`,
  holds: ({ mentee }) => mentee.rungs?.includes(name) ?? false,
  reason: () => `reason of ${name}`,
})

const points = (name: string, most: number): Made['points'][number] => ({
  name,
  label: name,
  most,
  share: ({ mentee }) => mentee.shares?.[name] ?? 0,
  reason: () => `reason of ${name}`,
  difference: () => (name === 'silent' ? undefined : `difference of ${name}`),
})

const criteria: Made = {
  rules: [rule('noTwins'), rule('noBosses')],
  ladder: [rung('country'), rung('region')],
  ground: { name: 'ground', label: 'Label of ground' },
  points: [points('small', 3), points('big', 10), points('silent', 2)],
}

const of = (facts: Facts) => assess(criteria, { mentee: facts, mentor: null })

describe('an assessment', () => {
  it.each([
    [{}, []],
    [{ forbidden: ['noBosses'] }, ['noBosses']],
    [{ forbidden: ['noBosses', 'noTwins'] }, ['noTwins', 'noBosses']],
  ])('of %j names every rule that forbids the pair: %j', (facts, names) => {
    expect(of(facts).forbiddenBy).toEqual(
      names.map((name) => ({ name, sentence: `Sentence of ${name}.` })),
    )
  })

  it.each<[Facts, string, number]>([
    [{}, 'ground', 0],
    [{ shares: { small: 1, big: 1, silent: 1 } }, 'ground', 15],
    [{ rungs: ['region'] }, 'region', 16],
    [{ rungs: ['region'], shares: { big: 0.5 } }, 'region', 21],
    [{ rungs: ['country'] }, 'country', 32],
    [{ rungs: ['region', 'country'] }, 'country', 32],
    [{ rungs: ['country'], shares: { small: 1, big: 1, silent: 1 } }, 'country', 47],
    [{ shares: { big: 7, small: -2 } }, 'ground', 10],
    [{ shares: { small: 0.5 } }, 'ground', 2],
  ])('of %j stands on %s with a score of %i', (facts, tier, score) => {
    expect(of(facts)).toMatchObject({ tier, tierLabel: `Label of ${tier}`, score, mostPoints: 15 })
  })

  it('gives the tier as the first reason, then the points from most to least', () => {
    expect(of({ rungs: ['region'], shares: { small: 1, big: 1 } }).reasons).toEqual([
      'reason of region',
      'reason of big',
      'reason of small',
    ])
  })

  it('gives a difference where there are no points, if there is one worth saying', () => {
    expect(of({ shares: { small: 1 } })).toMatchObject({
      reasons: ['reason of small'],
      differences: ['difference of big'],
    })
  })
})

describe('any criteria', () => {
  const share = fc.double({ min: -1, max: 2, noNaN: true })
  const cases = fc
    .record({
      rungs: fc.integer({ min: 1, max: 5 }),
      mosts: fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 1, maxLength: 6 }),
    })
    .chain(({ rungs, mosts }) => {
      const shares = fc.array(share, { minLength: mosts.length, maxLength: mosts.length })
      const pair = fc.record({ on: fc.nat(rungs), shares })
      return fc.record({ rungs: fc.constant(rungs), mosts: fc.constant(mosts), a: pair, b: pair })
    })
    .map(({ rungs, mosts, a, b }) => {
      const made: Made = {
        ...criteria,
        ladder: Array.from({ length: rungs }, (_, n) => rung(`rung${n}`)),
        points: mosts.map((most, n) => points(`points${n}`, most)),
      }
      const assessed = ({ on, shares }: typeof a) =>
        assess(made, {
          mentee: {
            rungs: [`rung${on}`],
            shares: Object.fromEntries(shares.map((share, n) => [`points${n}`, share])),
          },
          mentor: null,
        })
      return { a: { on: a.on, ...assessed(a) }, b: { on: b.on, ...assessed(b) } }
    })

  it('put a higher rung above any points, and points in order on one rung', () => {
    fc.assert(
      fc.property(cases, ({ a, b }) => {
        const expected = b.on - a.on || a.points - b.points
        expect(Math.sign(a.score - b.score)).toBe(Math.sign(expected))
      }),
      { numRuns: 2000 },
    )
  })

  it('give whole scores, and never more points than there are', () => {
    fc.assert(
      fc.property(cases, ({ a }) => {
        expect(Number.isInteger(a.score)).toBe(true)
        expect(a.score).toBeGreaterThanOrEqual(0)
        expect(a.points).toBeGreaterThanOrEqual(0)
        expect(a.points).toBeLessThanOrEqual(a.mostPoints)
      }),
    )
  })
})

describe('checkCriteria', () => {
  it('lets good criteria pass', () => {
    expect(() => checkCriteria(criteria)).not.toThrow()
  })

  it.each<[string, Partial<Made>]>([
    ['two rules', { rules: [rule('twice'), rule('twice')] }],
    ['two rungs', { ladder: [rung('twice'), rung('twice')] }],
    ['two points', { points: [points('twice', 1), points('twice', 1)] }],
    ['a rule and a rung', { rules: [rule('twice')], ladder: [rung('twice')] }],
    ['a rung and the ground', { ladder: [rung('twice')], ground: { name: 'twice', label: 'x' } }],
  ])('refuses one name for %s', (_, change) => {
    expect(() => checkCriteria({ ...criteria, ...change })).toThrow(
      'the name "twice" is used twice',
    )
  })

  it.each([0, -1, 1.5, NaN, Infinity])('refuses %d as the most points', (most) => {
    expect(() => checkCriteria({ ...criteria, points: [points('odd', most)] })).toThrow(
      `criteria.points "odd": most must be a positive integer, not ${most}.`,
    )
  })
})
