import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assess, MOST_POINTS } from './criteria.ts'
import {
  applySettings,
  defaultSettings,
  leastScore,
  type MatchingSettings,
  withNewRungs,
} from './settings.ts'
import { criteriaOfPeople, type Person, somebody, someCriteria } from './testing/people.ts'

const defaults = defaultSettings(criteriaOfPeople)
const namesOf = (all: { name: string }[]) => all.map(({ name }) => name)
const applied = (change: Partial<MatchingSettings>) =>
  applySettings(criteriaOfPeople, { ...defaults, ...change })

const plain: Person = { town: [], clubs: [], age: 20, hobbies: [] }

/** Valid settings: any ladder, any weights, any optional rules, any goal. */
const someSettings: fc.Arbitrary<MatchingSettings> = fc
  .record({
    ladder: fc.shuffledSubarray(defaults.ladder),
    points: fc.record({
      colour: fc.nat(MOST_POINTS),
      age: fc.nat(MOST_POINTS),
      hobbies: fc.constantFrom(0, MOST_POINTS),
    }),
    rules: fc.dictionary(fc.constantFrom('askedByMentee', 'askedByMentor'), fc.boolean()),
    goal: fc.constantFrom('bestFit', 'mostMatched'),
    tier: fc.nat(),
    leastPoints: fc.oneof(fc.nat(20), fc.nat(4 * MOST_POINTS)),
    isSpread: fc.boolean(),
  })
  .map(({ tier, ...settings }) => {
    const tiers = [...settings.ladder, 'ground']
    return { ...settings, leastTier: tiers[tier % tiers.length]! }
  })

describe('a saved ladder', () => {
  it.each<[string, string[], string[], string[], string[]]>([
    [
      'has a new rung below the one declared above it',
      ['b', 'a'],
      ['a', 'n', 'b'],
      ['a', 'b'],
      ['b', 'a', 'n'],
    ],
    ['has it on top when none of those is there', ['b'], ['n', 'a', 'b'], ['a', 'b'], ['n', 'b']],
    ['has several in their order', [], ['n', 'm'], [], ['n', 'm']],
    ['does without what was left out', ['b'], ['a', 'b'], ['a', 'b'], ['b']],
    ['keeps what is gone', ['gone', 'a'], ['a'], ['a', 'gone'], ['gone', 'a']],
    ['has a rung that is there no second time', ['a'], ['a'], [], ['a']],
  ])('%s', (_what, saved, declared, known, expected) => {
    expect(withNewRungs(saved, { declared, known })).toEqual(expected)
  })
})

describe('settings that nobody has changed', () => {
  it('match as many as possible, on all tiers, by every optional rule', () => {
    const { ground, ladder, points, rules } = criteriaOfPeople
    const optional = rules.filter(({ isOptional }) => isOptional)
    expect(optional.length).toBeLessThan(rules.length)
    expect(defaults).toEqual({
      ladder: namesOf(ladder),
      points: Object.fromEntries(points.map(({ most, name }) => [name, most])),
      rules: Object.fromEntries(namesOf(optional).map((name) => [name, true])),
      goal: 'mostMatched',
      leastTier: ladder.at(-1)!.name,
      leastPoints: 0,
      isSpread: false,
    })
    expect(defaultSettings({ ground, ladder: [], points: [], rules: [] }).leastTier).toBe('ground')
  })

  it('leave every assessment as it is', () => {
    fc.assert(
      fc.property(someCriteria, somebody, somebody, (criteria, mentee, mentor) => {
        const used = criteria.points.filter(({ most }) => most > 0)
        const settings = defaultSettings(criteria)
        expect(assess(applySettings(criteria, settings), { mentee, mentor })).toEqual(
          assess({ ...criteria, points: used }, { mentee, mentor }),
        )
      }),
    )
  })

  it('ask for nobody better than anybody, and can be asked for the lowest rung', () => {
    expect(leastScore(applied({}), defaults)).toBe(0)
    expect(defaults).toMatchObject({ goal: 'mostMatched', leastTier: 'sameThing', isSpread: false })
    expect(defaultSettings({ ...criteriaOfPeople, ladder: [] }).leastTier).toBe('ground')
  })

  it('offer to switch the optional rules, and no others', () => {
    expect(defaults.rules).toEqual({ askedByMentee: true, askedByMentor: true })
  })
})

describe('settings', () => {
  it.each([
    [['sameClub', 'sameTown', 'sameThing']],
    [['sameThing', 'sameTown']],
    [['sameClub']],
    [[]],
  ])('put the rungs in the order %j and leave out the rest', (ladder) => {
    expect(namesOf(applied({ ladder }).ladder)).toEqual(ladder)
  })

  it('put a pair that stands on two rungs on the higher one of their ladder', () => {
    const person = { ...plain, town: ['A'], clubs: ['p'] }
    const tier = (ladder: string[]) =>
      assess(applied({ ladder }), { mentee: person, mentor: person }).tier
    expect(tier(['sameTown', 'sameClub'])).toBe('sameTown')
    expect(tier(['sameClub', 'sameTown'])).toBe('sameClub')
    expect(tier(['sameThing'])).toBe('ground')
  })

  it('give weights, leave out what weighs 0, and leave as declared what they do not name', () => {
    const { points } = applied({ points: { colour: 0, age: MOST_POINTS } })
    expect(points.map(({ name, most }) => [name, most])).toEqual([
      ['age', MOST_POINTS],
      ['hobbies', 20],
    ])
  })

  it('with all weights 0 say nothing of points, neither reasons nor differences', () => {
    const criteria = applied({ points: { colour: 0, age: 0, hobbies: 0 } })
    expect(assess(criteria, { mentee: plain, mentor: plain })).toMatchObject({
      score: 0,
      mostPoints: 0,
      reasons: [],
      differences: [],
    })
  })

  it('switch optional rules off and on, and leave on what they do not name', () => {
    const rules = (rules: Record<string, boolean>) => namesOf(applied({ rules }).rules)
    expect(rules({ askedByMentee: false })).toEqual(['keptApart', 'askedByMentor'])
    expect(rules({ askedByMentee: false, askedByMentor: false })).toEqual(['keptApart'])
    expect(rules({ askedByMentee: true })).toEqual(['keptApart', 'askedByMentee', 'askedByMentor'])
    expect(rules({})).toEqual(['keptApart', 'askedByMentee', 'askedByMentor'])
  })

  it('can not switch off a rule that is there for safety', () => {
    expect(namesOf(applied({ rules: { keptApart: false } }).rules)).toContain('keptApart')
    fc.assert(
      fc.property(someSettings, somebody, somebody, (settings, mentee, mentor) => {
        const rules = { ...settings.rules, keptApart: false }
        const criteria = applySettings(criteriaOfPeople, { ...settings, rules })
        const isForbidden = (made: typeof criteria) =>
          namesOf(assess(made, { mentee, mentor }).forbiddenBy).includes('keptApart')
        expect(isForbidden(criteria)).toBe(isForbidden(criteriaOfPeople))
      }),
    )
  })

  it('leave the criteria as they were declared', () => {
    const mosts = () => criteriaOfPeople.points.map(({ most }) => most)
    const before = mosts()
    applied({ ladder: [], points: { colour: 99, age: 0 } })
    expect(mosts()).toEqual(before)
    expect(criteriaOfPeople.ladder).toHaveLength(3)
  })

  it.each<[Partial<MatchingSettings>, string]>([
    [{ ladder: ['sameTown', 'sameShoes'] }, 'settings.ladder: there is no rung "sameShoes".'],
    [{ ladder: ['ground'] }, 'settings.ladder: there is no rung "ground".'],
    [{ ladder: ['sameTown', 'sameTown'] }, 'settings.ladder: a rung can stand on the ladder once'],
    [{ points: { age: -1 } }, 'settings.points.age must be a whole number from 0 to 100, not -1.'],
    [{ points: { age: 101 } }, 'settings.points.age must be'],
    [{ points: { age: 0.5 } }, 'settings.points.age must be'],
    [{ points: { hobbies: NaN } }, 'settings.points.hobbies must be'],
  ])('%j are refused: %s', (change, message) => {
    expect(() => applied(change)).toThrow(message.replace('ladder once', 'ladder only once'))
  })
})

describe('the least score', () => {
  it('lets pass who is on a higher tier than the least one, or on it with points enough', () => {
    fc.assert(
      fc.property(someSettings, somebody, somebody, (settings, mentee, mentor) => {
        const criteria = applySettings(criteriaOfPeople, settings)
        const tiers = [...settings.ladder, 'ground']
        const { points, score, tier } = assess(criteria, { mentee, mentor })
        const above = tiers.indexOf(settings.leastTier) - tiers.indexOf(tier)
        const mostPoints = criteria.points.reduce((sum, { most }) => sum + most, 0)
        const isGood =
          above > 0 || (above === 0 && points >= Math.min(settings.leastPoints, mostPoints))
        expect(score >= leastScore(criteria, settings)).toBe(
          settings.goal === 'mostMatched' || isGood,
        )
      }),
      { numRuns: 1000 },
    )
  })

  it('never leaves out a whole tier by asking for more points than there are', () => {
    const least = (leastPoints: number, leastTier = 'sameClub') =>
      leastScore(applied({}), { ...defaults, goal: 'bestFit', leastPoints, leastTier })
    expect([least(0), least(34), least(35), least(1000)]).toEqual([70, 104, 104, 104])
    expect(least(1000, 'sameTown')).toBe(3 * 35 + 34)
    expect(least(1000, 'ground')).toBe(34)
  })

  it.each<[Partial<MatchingSettings>, string]>([
    [{ leastTier: 'sameShoes' }, 'settings.leastTier: there is no tier "sameShoes" in use.'],
    [
      { leastTier: 'sameThing', ladder: ['sameTown'] },
      'settings.leastTier: there is no tier "sameThing" in use.',
    ],
    [{ leastPoints: -1 }, 'settings.leastPoints must be a whole number from 0, not -1.'],
    [{ leastPoints: 1.5 }, 'settings.leastPoints must be'],
    [{ leastPoints: NaN }, 'settings.leastPoints must be'],
  ])('is refused rather than guessed: %j', (change, message) => {
    const settings: MatchingSettings = { ...defaults, goal: 'bestFit', ...change }
    expect(() => leastScore(applied(settings), settings)).toThrow(message)
    expect(leastScore(applied(settings), { ...settings, goal: 'mostMatched' })).toBe(0)
  })
})
