import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assess, type Criteria, mostPointsOf } from './criteria.ts'
import { findEdges, LEFT_OUT, type NoEdge, type People } from './edges.ts'
import { criteriaOfPeople, type Person, somebody, someCriteria } from './testing/people.ts'

type Case = {
  people: People<Person, Person>
  criteria: Criteria<Person, Person>
  least: number
}

const people: fc.Arbitrary<People<Person, Person>> = fc.record({
  mentees: fc
    .array(somebody, { maxLength: 6 })
    .map((all) => all.map((person, i) => ({ id: `mentee${i}`, person }))),
  mentors: fc
    .array(fc.record({ person: somebody, places: fc.integer({ min: -1, max: 3 }) }), {
      maxLength: 8,
    })
    .map((all) => all.map((mentor, j) => ({ id: `mentor${j}`, ...mentor }))),
  // Some of them twice, some of people who are not there.
  leftOut: fc.array(
    fc.record({
      mentee: fc.nat(6).map((i) => `mentee${i}`),
      mentor: fc.nat(8).map((j) => `mentor${j}`),
    }),
    { maxLength: 12 },
  ),
})

/** With a least score of 0, of a rung exactly or one beside it, or anything up to above all. */
const cases: fc.Arbitrary<Case> = fc
  .record({
    people,
    criteria: someCriteria,
    rungs: fc.nat(4),
    part: fc.oneof(fc.constantFrom(-1, 0, 1), fc.nat(110)),
  })
  .map(({ people, criteria, part, rungs }) => {
    const step = mostPointsOf(criteria) + 1
    const within = Math.abs(part) > 1 ? Math.round((part / 100) * step) : part
    return { people, criteria, least: Math.max(0, rungs * step + within) }
  })

/** What the criteria say of a pair, asked one by one. */
const ask = ({ criteria, people }: Case, i: number, j: number) => {
  const [mentee, mentor] = [people.mentees[i]!, people.mentors[j]!]
  const { forbiddenBy, score } = assess(criteria, { mentee: mentee.person, mentor: mentor.person })
  const by = forbiddenBy.map(({ name }) => name)
  const isLeftOut = people.leftOut.some((p) => p.mentee === mentee.id && p.mentor === mentor.id)
  return { score, places: mentor.places, by: isLeftOut ? [...by, LEFT_OUT] : by }
}

/** Possible pairs of each mentee by asking about every pair there is. */
const edgesByAsking = (given: Case) =>
  given.people.mentees.map((_, i) =>
    given.people.mentors
      .map((_, mentor) => ({ mentor, ...ask(given, i, mentor) }))
      .filter(({ by, places, score }) => by.length === 0 && places > 0 && score >= given.least)
      .map(({ mentor, score }) => ({ mentor, score })),
  )

const edgesFound = ({ criteria, least, people }: Case) => {
  const { mentor, rowStart, score } = findEdges(people, criteria, least)
  expect(rowStart.length).toBe(people.mentees.length + 1)
  expect([mentor.length, score.length]).toEqual([rowStart.at(-1), rowStart.at(-1)])
  return people.mentees.map((_, i) =>
    Array.from(mentor.subarray(rowStart[i], rowStart[i + 1]), (j, x) => ({
      mentor: j,
      score: score[rowStart[i]! + x]!,
    })),
  )
}

/** The numbers of somebody whom nobody can take, by asking about every mentor. */
const countByAsking = (given: Case, i: number): NoEdge => {
  const asked = given.people.mentors.map((_, j) => ask(given, i, j))
  const allowed = asked.filter(({ by }) => by.length === 0)
  return {
    forbiddenBy: [...given.criteria.rules.map(({ name }) => name), LEFT_OUT]
      .map((name) => ({ name, mentors: asked.filter(({ by }) => by.includes(name)).length }))
      .filter(({ mentors }) => mentors > 0)
      .sort((a, b) => b.mentors - a.mentors),
    full: allowed.filter(({ places }) => places <= 0).length,
    belowLeast: allowed.filter(({ places }) => places > 0).length,
  }
}

describe('the possible pairs', () => {
  it('are those that asking about every pair gives, with the same scores, by mentor', () => {
    fc.assert(
      fc.property(cases, (given) => {
        expect(edgesFound(given)).toEqual(edgesByAsking(given))
      }),
      { numRuns: 700 },
    )
  })

  it('are all there when no least score is given', () => {
    fc.assert(
      fc.property(people, (people) => {
        const { mentor } = findEdges(people, criteriaOfPeople)
        const given = { people, criteria: criteriaOfPeople, least: -Infinity }
        expect(mentor.length).toBe(edgesByAsking(given).flat().length)
      }),
    )
  })

  it('are many more than there was room for at first', () => {
    const person: Person = { town: ['A'], clubs: [], age: 22, hobbies: [] }
    const mentees = Array.from({ length: 5 }, (_, i) => ({ id: `mentee${i}`, person }))
    const mentors = Array.from({ length: 2000 }, (_, j) => ({
      id: `mentor${j}`,
      person: { ...person, age: 22 + (j % 5) },
      places: 1,
    }))
    const given = {
      people: { mentees, mentors, leftOut: [] },
      criteria: criteriaOfPeople,
      least: 0,
    }
    expect(edgesFound(given)).toEqual(edgesByAsking(given))
  })

  it.each<[string, unknown[]]>([
    ['numbers and what is none', [NaN, Infinity, -Infinity, null, undefined, 0, -1.5]],
    ['texts that look like something else', ['null', 'NaN', '0', '', '[]', '["a"]', '"']],
    ['lists', [[], ['a'], ['a', 'b'], ['b', 'a'], ['a,b'], ['a', 'a'], [null], [1], ['1']]],
    ['something of everything', [1, '1', ['1'], [1], null, 'null', [], '', undefined]],
  ])('tell values apart: %s', (_, values) => {
    const criteria: Criteria<unknown, unknown> = {
      rules: [],
      ladder: [],
      ground: { name: 'ground', label: 'Ground' },
      points: [
        {
          name: 'equal',
          label: 'Equal',
          most: 1,
          of: { mentee: (value) => value, mentor: (value) => value },
          share: (a, b) => (Object.is(a, b) ? 1 : 0),
          reason: () => 'Equal',
        },
      ],
    }
    const all = values.map((person, n) => ({ id: `${n}`, person, places: 1 }))
    const { score } = findEdges({ mentees: all, mentors: all, leftOut: [] }, criteria)
    const expected = values.flatMap((a) => values.map((b) => (Object.is(a, b) ? 1 : 0)))
    expect([...score]).toEqual(expected)
  })
})

describe('where nobody is possible', () => {
  it('the numbers are those that asking about every mentor gives', () => {
    fc.assert(
      fc.property(cases, (given) => {
        const { noEdge } = findEdges(given.people, given.criteria, given.least)
        const lonely = edgesByAsking(given).flatMap((row, i) => (row.length === 0 ? [i] : []))
        expect([...noEdge]).toEqual(lonely.map((i) => [i, countByAsking(given, i)]))
      }),
      { numRuns: 700 },
    )
  })
})
