import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assess, checkCriteria, type Criteria, MOST_POINTS, pointsFor } from './criteria.ts'

/** What is true of a pair: the rules that forbid it, the rungs that hold, its shares by criterion. */
type Facts = { forbidden?: string[]; rungs?: string[]; shares?: Record<string, number> }
type Made = Criteria<Facts, null>

const rule = (name: string): Made['rules'][number] => ({
  name,
  label: `Label of ${name}`,
  kind: 'mustNot',
  of: { mentee: ({ forbidden }) => forbidden, mentor: () => [name] },
  sentence: `Sentence of ${name}.`,
})

const rung = (name: string): Made['ladder'][number] => ({
  name,
  label: `Label of ${name}`,
  of: { mentee: ({ rungs }) => rungs ?? [], mentor: () => [name] },
  reason: (shared) => `reason of ${shared}`,
})

const points = (name: string, most: number): Made['points'][number] =>
  pointsFor<Facts, null>()({
    name,
    label: name,
    most,
    of: { mentee: ({ shares }) => shares?.[name], mentor: () => 0 },
    share: (share) => share ?? NaN,
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
    [{ shares: { small: NaN, big: Infinity, silent: -Infinity } }, 'ground', 10],
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

  it('gives a reason once where a rung and points look at the same', () => {
    const made: Made = {
      ...criteria,
      points: [
        { ...points('big', 10), reason: () => 'reason of region' },
        { ...points('small', 3), reason: () => 'another reason' },
      ],
    }
    const mentee = { rungs: ['region'], shares: { small: 1, big: 1 } }
    expect(assess(made, { mentee, mentor: null })).toMatchObject({
      points: 13,
      reasons: ['reason of region', 'another reason'],
    })
  })

  it('gives a difference where there are no points, if there is one worth saying', () => {
    expect(of({ shares: { small: 1 } })).toMatchObject({
      reasons: ['reason of small'],
      differences: ['difference of big'],
    })
  })

  it('tells points what both sides look like, each on its own side', () => {
    const made: Criteria<string, string> = {
      rules: [],
      ladder: [],
      ground: { name: 'ground', label: 'Ground' },
      points: ['one', 'none'].map((name) => ({
        name,
        label: name,
        most: 1,
        of: { mentee: (m) => `mentee ${m}`, mentor: (m) => `mentor ${m}` },
        share: (a, b) => (a === 'mentee A' && b === 'mentor B' && name === 'one' ? 1 : 0),
        reason: (a, b) => `${a}, ${b}`,
        difference: (a, b) => `${a} is not ${b}`,
      })),
    }
    expect(assess(made, { mentee: 'A', mentor: 'B' })).toMatchObject({
      points: 1,
      reasons: ['mentee A, mentor B'],
      differences: ['mentee A is not mentor B'],
    })
  })
})

type Keys = string[] | undefined

const withKeys = (kind: 'must' | 'mustNot'): Criteria<Keys, Keys> => ({
  rules: [
    {
      name: 'keys',
      label: 'Keys',
      kind,
      of: { mentee: (keys) => keys, mentor: (keys) => keys },
      sentence: 'Keys.',
    },
  ],
  ladder: [
    {
      name: 'shared',
      label: 'Shared',
      of: { mentee: (keys) => keys ?? [], mentor: (keys) => keys ?? [] },
      reason: (shared) => `Both have ${shared.join(' and ')}`,
    },
  ],
  ground: { name: 'ground', label: 'Ground' },
  points: [],
})

describe('a rule', () => {
  it.each<[Keys, Keys, must: boolean, mustNot: boolean]>([
    [['a'], ['a'], true, false],
    [['a', 'b'], ['c', 'b'], true, false],
    [['a'], ['b'], false, true],
    [['a', 'b'], ['c'], false, true],
    [[], ['a'], false, true],
    [['a'], [], false, true],
    [[], [], false, true],
    [undefined, ['a'], true, true],
    [['a'], undefined, true, true],
    [undefined, [], true, true],
    [undefined, undefined, true, true],
  ])('of %j and %j: possible when they must share a key %s, must not %s', (...row) => {
    const [mentee, mentor, must, mustNot] = row
    const isPossible = (kind: 'must' | 'mustNot') =>
      assess(withKeys(kind), { mentee, mentor }).forbiddenBy.length === 0
    expect([isPossible('must'), isPossible('mustNot')]).toEqual([must, mustNot])
  })
})

describe('a rung', () => {
  it.each<[string[], string[], string[]]>([
    [['a'], ['a'], ['Both have a']],
    [['a', 'b', 'c'], ['c', 'a'], ['Both have a and c']],
    [['a'], ['b'], []],
    [[], [], []],
  ])('of %j and %j says all they share, and only that: %j', (mentee, mentor, reasons) => {
    expect(assess(withKeys('mustNot'), { mentee, mentor })).toMatchObject({
      tier: reasons.length > 0 ? 'shared' : 'ground',
      reasons,
    })
  })
})

describe('any criteria', () => {
  const share = fc.double({ min: -1, max: 2 })
  const cases = fc
    .record({
      rungs: fc.integer({ min: 1, max: 5 }),
      mosts: fc.array(fc.integer({ min: 0, max: MOST_POINTS }), { minLength: 1, maxLength: 6 }),
    })
    .chain(({ rungs, mosts }) => {
      const shares = fc.array(share, { minLength: mosts.length, maxLength: mosts.length })
      const pair = fc.record({ on: fc.nat(rungs), shares })
      return fc.record({ rungs: fc.constant(rungs), mosts: fc.constant(mosts), a: pair, b: pair })
    })
    .map(({ rungs, mosts, a, b }) => {
      const made: Made = {
        ...criteria,
        ladder: Array.from({ length: rungs }, (_, n) => rung(`rung${rungs - n}`)),
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
        const expected = a.on - b.on || a.points - b.points
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
    const rules: Made['rules'] = [rule('never'), { ...rule('always'), kind: 'must' }]
    expect(() => checkCriteria({ ...criteria, rules })).not.toThrow()
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

  it.each(['', 'two words', 'Capital', '1st', 'dots.in', '__proto__'])(
    'refuses "%s" as a name, which could not name a field',
    (name) => {
      expect(() => checkCriteria({ ...criteria, rules: [rule(name)] })).toThrow(
        `criteria: the name "${name}" must be letters and digits`,
      )
    },
  )

  const only = (given: object, change: object) => [{ ...given, ...change }]
  const side = { mentee: () => [], mentor: () => [] }

  it.each<[object, string]>([
    [{ rules: undefined }, 'criteria.rules must be a list.'],
    [{ ladder: {} }, 'criteria.ladder must be a list.'],
    [{ points: null }, 'criteria.points must be a list.'],
    [{ ground: undefined }, 'criteria.ground must have a name and a label.'],
    [{ ground: { name: 'ground' } }, 'criteria: "ground" must have a label.'],
    [{ rules: only(rule('odd'), { label: 7 }) }, 'criteria: "odd" must have a label.'],
    [{ rules: only(rule('odd'), { of: undefined }) }, 'rules "odd": of.mentee must be a function.'],
    [
      { ladder: only(rung('odd'), { of: { ...side, mentor: [] } }) },
      'criteria.ladder "odd": of.mentor must be a function.',
    ],
    [
      { points: only(points('odd', 1), { of: { ...side, mentee: 'site' } }) },
      'criteria.points "odd": of.mentee must be a function.',
    ],
    [{ ladder: only(rung('odd'), { reason: 'x' }) }, 'ladder "odd": reason must be a function.'],
    [{ points: only(points('odd', 1), { share: 1 }) }, 'points "odd": share must be a function.'],
    [
      { points: only(points('odd', 1), { reason: undefined }) },
      'criteria.points "odd": reason must be a function.',
    ],
    [
      { rules: only(rule('odd'), { kind: 'may' }) },
      'criteria.rules "odd": kind must be must or mustNot, not may.',
    ],
    [
      { rules: only(rule('odd'), { sentence: undefined }) },
      'criteria.rules "odd": sentence must say why a pair is forbidden.',
    ],
  ])('refuses %j, naming what is wrong', (change, message) => {
    expect(() => checkCriteria({ ...criteria, ...change })).toThrow(message)
  })

  it.each([-1, 1.5, NaN, Infinity, MOST_POINTS + 1])('refuses %d as the most points', (most) => {
    expect(() => checkCriteria({ ...criteria, points: [points('odd', most)] })).toThrow(
      `criteria.points "odd": most must be a whole number from 0 to ${MOST_POINTS}, not ${most}.`,
    )
  })

  it.each([0, MOST_POINTS])('lets %d pass as the most points', (most) => {
    expect(() => checkCriteria({ ...criteria, points: [points('odd', most)] })).not.toThrow()
  })
})
