import fc from 'fast-check'
import { type Criteria, MOST_POINTS, pointsFor, type Rule, type Rung } from '../criteria.ts'

/** Somebody on either side; few different values, so that people often share one. */
export type Person = {
  apart?: string[]
  asked?: string[]
  has?: string[]
  town: string[]
  clubs: string[]
  colour?: string
  age: number
  hobbies: string[]
}

const keys = (...from: string[]) => fc.array(fc.constantFrom(...from), { maxLength: 3 })

/** Lists may name a key twice; numbers may be none. */
export const somebody: fc.Arbitrary<Person> = fc.record(
  {
    apart: keys('x', 'y', 'z'),
    asked: keys('m', 'n', 'mn'),
    has: keys('m', 'n', 'mn'),
    town: fc.array(fc.constantFrom('A', 'B', 'C'), { maxLength: 1 }),
    clubs: keys('p', 'q', 'r', 's'),
    colour: fc.constantFrom('red', 'blue', 'null', ''),
    age: fc.oneof(fc.integer({ min: 20, max: 26 }), fc.constantFrom(NaN, Infinity, 22.5)),
    hobbies: keys('a', 'b', 'c', 'd'),
  },
  { requiredKeys: ['town', 'clubs', 'age', 'hobbies'] },
)

type Rules = Rule<Person, Person>[]
type Ladder = Rung<Person, Person>[]

const named = (name: string) => ({ name, label: `Label of ${name}` })

export const RULES: Rules = [
  {
    ...named('keptApart'),
    kind: 'mustNot',
    of: { mentee: ({ apart }) => apart, mentor: ({ apart }) => apart },
    sentence: 'Kept apart.',
  },
  {
    ...named('askedByMentee'),
    kind: 'must',
    of: { mentee: ({ asked }) => asked, mentor: ({ has }) => has },
    sentence: 'Not what the mentee asked for.',
    isOptional: true,
  },
  {
    ...named('askedByMentor'),
    kind: 'must',
    of: { mentee: ({ has }) => has, mentor: ({ asked }) => asked },
    sentence: 'Not what the mentor asked for.',
    isOptional: true,
  },
]

export const LADDER: Ladder = [
  {
    ...named('sameTown'),
    of: { mentee: ({ town }) => town, mentor: ({ town }) => town },
    reason: (towns) => `Both from ${towns}`,
  },
  {
    ...named('sameClub'),
    of: { mentee: ({ clubs }) => clubs, mentor: ({ clubs }) => clubs },
    reason: (clubs) => `Both in ${clubs}`,
  },
  {
    ...named('sameThing'),
    of: { mentee: ({ has }) => has ?? [], mentor: ({ has }) => has ?? [] },
    reason: (things) => `Both have ${things}`,
  },
]

const points = pointsFor<Person, Person>()

export const POINTS = [
  points({
    ...named('colour'),
    most: 5,
    of: { mentee: ({ colour }) => colour, mentor: ({ colour }) => colour },
    share: (a, b) => (a === b ? 1 : a === undefined ? 0.2 : 0),
    reason: (colour) => `Both like ${colour}`,
  }),
  points({
    ...named('age'),
    most: 9,
    of: { mentee: ({ age }) => age, mentor: ({ age }) => age },
    share: (a, b) => 1 - Math.abs(a - b) / 5,
    reason: () => 'Near in age',
  }),
  points({
    ...named('hobbies'),
    most: 20,
    of: { mentee: ({ hobbies }) => hobbies, mentor: ({ hobbies }) => hobbies },
    share: (wanted, offered) =>
      wanted.filter((hobby) => offered.includes(hobby)).length / Math.max(1, wanted.length),
    reason: () => 'Share a hobby',
  }),
]

export const criteriaOfPeople: Criteria<Person, Person> = {
  rules: RULES,
  ladder: LADDER,
  ground: named('ground'),
  points: POINTS,
}

/** Some of the criteria above, the ladder in any order, with any weights. */
export const someCriteria: fc.Arbitrary<Criteria<Person, Person>> = fc.record({
  rules: fc.subarray(RULES),
  ladder: fc.shuffledSubarray(LADDER),
  ground: fc.constant(named('ground')),
  points: fc
    .tuple(fc.subarray(POINTS), fc.array(fc.nat(MOST_POINTS), { minLength: 3, maxLength: 3 }))
    .map(([some, mosts]) => some.map((criterion, n) => ({ ...criterion, most: mosts[n]! }))),
})
