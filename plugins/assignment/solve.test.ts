import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { solveAssignment, verifyAssignment } from './index.ts'
import type { AssignmentProblem } from './problem.ts'
import { bestByTrying, outcomeOf } from './testing/brute-force.ts'
import { largeLists, type Lists, shuffled, someLists, toProblem } from './testing/instances.ts'

const everyProblem = someLists().map(toProblem)

describe('the best assignment', () => {
  it('is the best of all matchings without waiting days', () => {
    fc.assert(
      fc.property(someLists({ waiting: 'never' }).map(toProblem), (problem) => {
        expect(outcomeOf(problem, solveAssignment(problem))).toEqual(bestByTrying(problem))
      }),
      { numRuns: 3000 },
    )
  })

  it('is the best of all matchings with waiting days', () => {
    fc.assert(
      fc.property(someLists({ waiting: 'always' }).map(toProblem), (problem) => {
        expect(outcomeOf(problem, solveAssignment(problem))).toEqual(bestByTrying(problem))
      }),
      { numRuns: 3000 },
    )
  })

  it('is the best of all matchings when two mentors are shared by many', () => {
    const crowded = someLists({ mentees: 9, mentors: 2, maxScore: 2 }).map(toProblem)
    fc.assert(
      fc.property(crowded, (problem) => {
        expect(outcomeOf(problem, solveAssignment(problem))).toEqual(bestByTrying(problem))
      }),
      { numRuns: 1000 },
    )
  })

  it('is the best of all matchings for scores and waiting days far apart', () => {
    const stretched = someLists({ maxScore: 1000 }).map((lists) =>
      toProblem({
        ...lists,
        edges: lists.edges.map((edge) => ({ ...edge, score: edge.score * 100_003 })),
        waiting: lists.waiting?.map((days) => days * 900),
      }),
    )
    fc.assert(
      fc.property(stretched, (problem) => {
        expect(outcomeOf(problem, solveAssignment(problem))).toEqual(bestByTrying(problem))
      }),
      { numRuns: 1000 },
    )
  })

  it('is the best of all matchings for scores as large as there are, and crowded mentors', () => {
    const huge = someLists({ mentees: 9, mentors: 3, maxScore: 2 ** 31 - 1 }).map(toProblem)
    fc.assert(
      fc.property(huge, (problem) => {
        const assignment = solveAssignment(problem)
        expect(outcomeOf(problem, assignment)).toEqual(bestByTrying(problem))
        expect(verifyAssignment(problem, assignment).problems).toEqual([])
      }),
      { numRuns: 500 },
    )
  })

  it('asks no price for a mentor who has more places than mentees who could come', () => {
    // Mentor 0 has three places and one possible mentee; the part as a whole has too few.
    const problem: AssignmentProblem = {
      capacity: Int32Array.of(3, 1, 1),
      rowStart: Int32Array.of(0, 1, 3, 4),
      mentor: Int32Array.of(2, 0, 2, 2),
      score: Int32Array.of(0, 0, 0, 0),
    }
    const assignment = solveAssignment(problem)
    expect(assignment.mentorPrice[0]).toBe(0)
    expect(verifyAssignment(problem, assignment).problems).toEqual([])
  })

  it('is proved by its prices', () => {
    fc.assert(
      fc.property(everyProblem, (problem) => {
        expect(verifyAssignment(problem, solveAssignment(problem)).problems).toEqual([])
      }),
      { numRuns: 2000 },
    )
  })

  it.each([
    { name: 'few places', mentors: 300, maxCapacity: 2 },
    { name: 'nearly as many places', mentors: 400, maxCapacity: 4 },
    { name: 'about as many places', mentors: 500, maxCapacity: 4 },
    { name: 'many places', mentors: 800, maxCapacity: 4 },
  ])('is proved by its prices for a thousand mentees and $name', ({ mentors, maxCapacity }) => {
    for (const waiting of [false, true]) {
      for (let seed = 1; seed <= 4; seed++) {
        const problem = toProblem(
          largeLists({
            mentees: 1000,
            mentors,
            // Short rows are looked through many times.
            degree: [5, 12, 24, 48][seed - 1],
            maxCapacity,
            maxScore: 60,
            seed,
            waiting,
          }),
        )
        const assignment = solveAssignment(problem)
        expect(verifyAssignment(problem, assignment).problems).toEqual([])
      }
    }
  })

  it.each([
    { name: 'equal scores', maxScore: 0 },
    { name: 'few scores', maxScore: 3 },
    { name: 'many scores', maxScore: 1000 },
    { name: 'prices that only just fit into 32 bits', maxScore: 80_000 },
    { name: 'scores as far apart as can be', maxScore: 2 ** 31 - 1 },
  ])('is proved by its prices for rows of hundreds and $name', ({ maxScore }) => {
    for (const waiting of [false, true]) {
      for (const mentors of [220, 250, 300]) {
        const size = { mentees: 500, mentors, degree: 2 * mentors, maxCapacity: 4 }
        const problem = toProblem(largeLists({ ...size, maxScore, seed: mentors, waiting }))
        const assignment = solveAssignment(problem)
        expect(verifyAssignment(problem, assignment).problems).toEqual([])
      }
    }
  })

  it('matches as many as possible before it looks at scores', () => {
    const problem = toProblem({
      capacity: [1, 1],
      mentees: 2,
      edges: [
        { mentee: 0, mentor: 0, score: 1000 },
        { mentee: 0, mentor: 1, score: 0 },
        { mentee: 1, mentor: 0, score: 0 },
      ],
    })
    expect(Array.from(solveAssignment(problem).mentorOf)).toEqual([1, 0])
  })

  it('gives the only place to whoever waited longer, whatever the score', () => {
    const lists: Lists = {
      capacity: [1],
      mentees: 2,
      edges: [
        { mentee: 0, mentor: 0, score: 1000 },
        { mentee: 1, mentor: 0, score: 1 },
      ],
    }
    expect(Array.from(solveAssignment(toProblem(lists)).mentorOf)).toEqual([0, -1])
    const waiting = [3, 4]
    expect(Array.from(solveAssignment(toProblem({ ...lists, waiting })).mentorOf)).toEqual([-1, 0])
  })

  it('never trades two mentees for one who waited longer', () => {
    const problem = toProblem({
      capacity: [1, 1],
      mentees: 3,
      edges: [
        { mentee: 0, mentor: 0, score: 1 },
        { mentee: 0, mentor: 1, score: 1 },
        { mentee: 1, mentor: 0, score: 1 },
        { mentee: 2, mentor: 1, score: 1 },
      ],
      waiting: [365, 0, 0],
    })
    expect(solveAssignment(problem).matched).toBe(2)
  })

  it.each([
    ['nobody', { capacity: [], mentees: 0, edges: [] }],
    ['mentors only', { capacity: [2, 0], mentees: 0, edges: [] }],
    ['mentees only', { capacity: [], mentees: 3, edges: [], waiting: [1, 2, 3] }],
    ['no possible pair', { capacity: [1, 1], mentees: 2, edges: [] }],
    ['no places', { capacity: [0], mentees: 1, edges: [{ mentee: 0, mentor: 0, score: 5 }] }],
  ])('leaves everyone unmatched with %s', (_, lists: Lists) => {
    const problem = toProblem(lists)
    const assignment = solveAssignment(problem)
    expect(assignment.matched).toBe(0)
    expect(assignment.total).toBe(0)
    expect(Array.from(assignment.mentorOf)).toEqual(Array(lists.mentees).fill(-1))
    expect(verifyAssignment(problem, assignment).valid).toBe(true)
  })

  it('leaves the problem as it was', () => {
    fc.assert(
      fc.property(someLists(), (lists) => {
        const problem = toProblem(lists)
        solveAssignment(problem)
        expect(problem).toEqual(toProblem(lists))
      }),
    )
  })
})

describe('the order of the input', () => {
  it('of edges inside a row changes nothing', () => {
    fc.assert(
      fc.property(someLists({ maxScore: 2 }), fc.integer(), (lists, seed) => {
        const edges = shuffled(lists.edges, seed)
        expect(solveAssignment(toProblem({ ...lists, edges }))).toEqual(
          solveAssignment(toProblem(lists)),
        )
      }),
      { numRuns: 1000 },
    )
  })

  it.each([
    { name: 'few places', mentors: 90, maxCapacity: 1 },
    { name: 'about as many places', mentors: 90, maxCapacity: 3 },
    { name: 'many places', mentors: 140, maxCapacity: 6 },
  ])(
    'of edges changes nothing in long rows with equal scores: $name',
    ({ mentors, maxCapacity }) => {
      for (const maxScore of [0, 3, 1_000_000]) {
        for (const waiting of [false, true]) {
          const options = {
            mentees: 150,
            mentors,
            degree: 130,
            maxCapacity,
            maxScore,
            waiting,
            seed: 5,
          }
          const lists = largeLists(options)
          const edges = shuffled(lists.edges, 11)
          expect(solveAssignment(toProblem({ ...lists, edges }))).toEqual(
            solveAssignment(toProblem(lists)),
          )
        }
      }
    },
  )

  it('of mentees and mentors does not change how good the result is', () => {
    fc.assert(
      fc.property(someLists(), fc.integer(), (lists, seed) => {
        const menteeAt = shuffled([...Array(lists.mentees).keys()], seed)
        const mentorAt = shuffled([...lists.capacity.keys()], seed + 1)
        const other = toProblem({
          mentees: lists.mentees,
          capacity: mentorAt.map((j) => lists.capacity[j]),
          edges: lists.edges.map(({ mentee, mentor, score }) => ({
            mentee: menteeAt.indexOf(mentee),
            mentor: mentorAt.indexOf(mentor),
            score,
          })),
          waiting: lists.waiting && menteeAt.map((i) => lists.waiting![i]),
        })
        const problem = toProblem(lists)
        expect(outcomeOf(other, solveAssignment(other))).toEqual(
          outcomeOf(problem, solveAssignment(problem)),
        )
      }),
      { numRuns: 1000 },
    )
  })

  it('gives the same result every time', () => {
    const problem = toProblem(
      largeLists({ mentees: 400, mentors: 150, degree: 9, maxCapacity: 3, maxScore: 4, seed: 3 }),
    )
    expect(solveAssignment(problem)).toEqual(solveAssignment(problem))
  })
})

describe('a change of the problem', () => {
  it('adding the same to every score adds it once per match', () => {
    fc.assert(
      fc.property(someLists(), fc.integer({ min: 0, max: 1000 }), (lists, shift) => {
        const edges = lists.edges.map((edge) => ({ ...edge, score: edge.score + shift }))
        const before = solveAssignment(toProblem(lists))
        const after = solveAssignment(toProblem({ ...lists, edges }))
        expect(after.mentorOf).toEqual(before.mentorOf)
        expect(after.total).toBe(before.total + shift * before.matched)
      }),
    )
  })

  it('adding the same to every waiting time changes nothing', () => {
    fc.assert(
      fc.property(someLists({ waiting: 'always' }), fc.nat(1000), (lists, shift) => {
        const waiting = lists.waiting!.map((days) => days + shift)
        expect(solveAssignment(toProblem({ ...lists, waiting }))).toEqual(
          solveAssignment(toProblem(lists)),
        )
      }),
    )
  })

  it('one place more never matches fewer, and never more than one more', () => {
    fc.assert(
      fc.property(someLists({ mentors: 4 }), fc.nat(), (lists, pick) => {
        fc.pre(lists.capacity.length > 0)
        const capacity = lists.capacity.slice()
        capacity[pick % capacity.length]++
        const before = solveAssignment(toProblem(lists)).matched
        const after = solveAssignment(toProblem({ ...lists, capacity })).matched
        expect([before, before + 1]).toContain(after)
      }),
      { numRuns: 1000 },
    )
  })

  it('places nobody can use change nothing', () => {
    fc.assert(
      fc.property(someLists(), (lists) => {
        const problem = toProblem(lists)
        const roomy = lists.capacity.map((places) => (places >= 3 ? 2 ** 31 - 1 : places))
        const other = toProblem({ ...lists, capacity: roomy })
        expect(verifyAssignment(other, solveAssignment(other)).problems).toEqual([])
        expect(solveAssignment(other).matched).toBeGreaterThanOrEqual(
          solveAssignment(problem).matched,
        )
      }),
    )
  })
})

describe('numbers too large to be exact', () => {
  const huge = (waiting?: number[]): AssignmentProblem =>
    toProblem({
      capacity: [1, 1],
      mentees: 2,
      edges: [
        { mentee: 0, mentor: 0, score: 2 ** 31 - 1 },
        { mentee: 0, mentor: 1, score: 0 },
        { mentee: 1, mentor: 0, score: 2 ** 31 - 1 },
        { mentee: 1, mentor: 1, score: 1 },
      ],
      waiting,
    })

  it('are refused with what is too large', () => {
    expect(() => solveAssignment(huge([0, 1_000_000]))).toThrow(
      'Scores that differ by 2147483647, waiting times that differ by 1000000 days and 2',
    )
  })

  it('are solved as long as they can be ordered exactly', () => {
    const problem = huge()
    const assignment = solveAssignment(problem)
    expect(assignment.total).toBe(2 ** 31)
    expect(verifyAssignment(problem, assignment).valid).toBe(true)
  })

  it('are judged by component, so that one far-off pair harms nobody', () => {
    const problem = toProblem({
      capacity: [1, 1],
      mentees: 2,
      edges: [
        { mentee: 0, mentor: 0, score: 2 ** 31 - 1 },
        { mentee: 1, mentor: 1, score: 0 },
      ],
      waiting: [1_000_000, 0],
    })
    expect(solveAssignment(problem).matched).toBe(2)
  })
})

describe('a malformed problem', () => {
  const good = () =>
    toProblem({
      capacity: [1, 2],
      mentees: 2,
      edges: [
        { mentee: 0, mentor: 0, score: 3 },
        { mentee: 0, mentor: 1, score: 4 },
        { mentee: 1, mentor: 1, score: 5 },
      ],
      waiting: [1, 2],
    })

  it.each([
    ['no problem', () => null, 'must be an object'],
    ['a plain list', () => ({ ...good(), score: [3, 4, 5] }), 'score must be an Int32Array'],
    [
      'a missing list',
      () => ({ ...good(), capacity: undefined }),
      'capacity must be an Int32Array',
    ],
    ['negative places', () => ({ ...good(), capacity: Int32Array.of(1, -1) }), 'capacity[1] is -1'],
    ['a negative score', () => ({ ...good(), score: Int32Array.of(3, -4, 5) }), 'score[1] is -4'],
    ['negative days', () => ({ ...good(), waiting: Int32Array.of(1, -2) }), 'waiting[1] is -2'],
    [
      'endless days',
      () => ({ ...good(), waiting: Int32Array.of(1, 1e9) }),
      'waiting[1] is 1000000000',
    ],
    ['too few days', () => ({ ...good(), waiting: Int32Array.of(1) }), 'waiting has 1 entries'],
    ['an empty rowStart', () => ({ ...good(), rowStart: new Int32Array(0) }), 'rowStart must have'],
    ['rows from 1', () => ({ ...good(), rowStart: Int32Array.of(1, 2, 3) }), 'rowStart[0] is 1'],
    ['rows that go back', () => ({ ...good(), rowStart: Int32Array.of(0, 4, 3) }), 'rowStart[2]'],
    [
      'rows too short',
      () => ({ ...good(), rowStart: Int32Array.of(0, 1, 2) }),
      'there are 3 edges',
    ],
    ['fewer scores', () => ({ ...good(), score: Int32Array.of(3, 4) }), 'but score has 2'],
    [
      'an unknown mentor',
      () => ({ ...good(), mentor: Int32Array.of(0, 2, 1) }),
      'mentor[1] is 2, but mentors are numbered 0 to 1.',
    ],
    [
      'a negative mentor',
      () => ({ ...good(), mentor: Int32Array.of(0, -1, 1) }),
      'mentor[1] is -1',
    ],
    [
      'an edge twice',
      () => ({ ...good(), mentor: Int32Array.of(1, 1, 1) }),
      'Mentee 0 has more than one edge to mentor 1',
    ],
  ])('with %s is refused, naming what is wrong', (_, make, message) => {
    const problem = make() as AssignmentProblem
    expect(() => solveAssignment(problem)).toThrow(message)
    const assignment = solveAssignment(good())
    expect(verifyAssignment(problem, assignment).problems[0]).toContain(message)
  })

  it('does not stop anyone from reading a good one', () => {
    expect(solveAssignment(good()).total).toBe(9)
  })
})
