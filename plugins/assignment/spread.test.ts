import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { solveAssignment, solveSpread, spreadProblem, verifyAssignment } from './index.ts'
import type { AssignmentProblem } from './problem.ts'
import { outcomeOf } from './testing/brute-force.ts'
import { largeLists, type Lists, shuffled, someLists, toProblem } from './testing/instances.ts'

/** Few scores, so that many assignments are equally good, and mentors who have mentees already. */
const someLoads = (options: Parameters<typeof someLists>[0] = {}) =>
  someLists({ mentees: 6, mentors: 4, maxScore: 1, ...options }).chain((lists) =>
    fc.record({
      lists: fc.constant(lists),
      load: fc
        .array(fc.nat(3), { minLength: 4, maxLength: 4 })
        .map((load) => Int32Array.from(load.slice(0, lists.capacity.length))),
    }),
  )

/** What counts, best first: matched, waiting days, total and the least crowding as a minus. */
function bestWithLeastCrowding(problem: AssignmentProblem, load: Int32Array): number[] {
  const { rowStart, mentor, score, waiting, capacity } = problem
  const mentees = load.slice()
  let best = [-1, 0, 0, 0]
  const place = (i: number, so: number[]): void => {
    if (i === rowStart.length - 1) {
      const at = so.findIndex((value, x) => value !== best[x])
      if (at >= 0 && so[at] > best[at]) best = so
      return
    }
    place(i + 1, so)
    for (let e = rowStart[i]; e < rowStart[i + 1]; e++) {
      const j = mentor[e]
      if (mentees[j] === load[j] + capacity[j]) continue
      const [matched, days, total, crowding] = so
      const had = mentees[j]++
      const now = [matched + 1, days + (waiting ? waiting[i] : 0), total + score[e]]
      place(i + 1, [...now, crowding - had])
      mentees[j]--
    }
  }
  place(0, [0, 0, 0, 0])
  return best
}

describe('a spread assignment', () => {
  it.each([
    { name: 'few scores', options: {}, numRuns: 1000 },
    { name: 'equal scores', options: { maxScore: 0 }, numRuns: 1000 },
    { name: 'many scores', options: { maxScore: 60 }, numRuns: 500 },
    { name: 'two mentors', options: { mentees: 8, mentors: 2 }, numRuns: 500 },
  ])('is the least crowded of all best ones: $name', ({ options, numRuns }) => {
    fc.assert(
      fc.property(someLoads(options), ({ lists, load }) => {
        const problem = toProblem(lists)
        const {
          proved: { assignment },
          crowding,
        } = solveSpread(problem, load)
        const { matched, waiting, total } = outcomeOf(problem, assignment)
        const least = bestWithLeastCrowding(problem, load)
        // 0 - 0 rather than -0.
        expect([matched, waiting, total, 0 - crowding]).toEqual(least)
      }),
      { numRuns },
    )
  })

  it('is proved by its prices and by those of its seats', () => {
    fc.assert(
      fc.property(someLoads(), ({ lists, load }) => {
        const problem = toProblem(lists)
        const { proved, seated } = solveSpread(problem, load)
        const { assignment } = proved
        expect(verifyAssignment(problem, assignment).problems).toEqual([])
        const proof = verifyAssignment(seated.problem, seated.assignment)
        expect(proof).toMatchObject({ valid: true, gap: 0, matched: assignment.matched })
      }),
      { numRuns: 500 },
    )
  })

  it('is as good as any other, and less crowded, for many mentees with many ties', () => {
    for (const waiting of [false, true]) {
      const options = { mentees: 400, mentors: 200, degree: 12, maxCapacity: 5, maxScore: 2 }
      const problem = toProblem(largeLists({ ...options, seed: 4, waiting }))
      const load = new Int32Array(200)
      const plain = solveAssignment(problem)
      const {
        proved: { assignment },
        crowding,
      } = solveSpread(problem)
      expect(outcomeOf(problem, assignment)).toEqual(outcomeOf(problem, plain))
      expect(crowding).toBeLessThan(crowdingOf(plain.mentorOf, load))
      expect(crowding).toBe(crowdingOf(assignment.mentorOf, load))
    }
  })

  it('is the same whatever the order of edges inside a row', () => {
    fc.assert(
      fc.property(someLoads(), fc.integer(), ({ lists, load }, seed) => {
        const edges = shuffled(lists.edges, seed)
        const solve = (problem: AssignmentProblem) => {
          const { proved, crowding, seated } = solveSpread(problem, load)
          return [proved.assignment, crowding, seated.assignment.matched]
        }
        expect(solve(toProblem({ ...lists, edges }))).toEqual(solve(toProblem(lists)))
      }),
      { numRuns: 500 },
    )
  })

  const alike: Lists = {
    capacity: [2, 1, 1],
    mentees: 2,
    edges: [0, 1].flatMap((mentee) => [0, 1, 2].map((mentor) => ({ mentee, mentor, score: 5 }))),
  }

  it('counts the mentees a mentor already has', () => {
    const {
      proved: { assignment },
      crowding,
    } = solveSpread(toProblem(alike), Int32Array.of(1, 0, 0))
    expect(Array.from(assignment.mentorOf).sort()).toEqual([1, 2])
    expect(crowding).toBe(0)
    const other = solveSpread(toProblem(alike), Int32Array.of(0, 2, 2))
    expect(Array.from(other.proved.assignment.mentorOf)).toEqual([0, 0])
    expect(other.crowding).toBe(1)
  })

  it('gives up no point of score for it', () => {
    const edges = alike.edges.map((edge) => ({ ...edge, score: edge.mentor === 0 ? 6 : 5 }))
    const { assignment } = solveSpread(
      toProblem({ ...alike, edges }),
      Int32Array.of(9, 0, 0),
    ).proved
    expect(Array.from(assignment.mentorOf)).toEqual([0, 0])
  })

  it('takes mentors with more places than anyone can use', () => {
    const problem = toProblem({ ...alike, capacity: [2 ** 31 - 1, 1, 1] })
    const {
      proved: { assignment },
      crowding,
    } = solveSpread(problem, Int32Array.of(0, 2, 3))
    expect(Array.from(assignment.mentorOf)).toEqual([0, 0])
    expect(crowding).toBe(1)
  })
})

describe('the seat problem', () => {
  it('has as many seats as places that can be used, and the best assignments of the problem', () => {
    fc.assert(
      fc.property(someLoads(), ({ lists, load }) => {
        const problem = toProblem(lists)
        const seats = spreadProblem(problem, load)
        const seated = solveAssignment(seats.problem)
        const mentorOf = seated.mentorOf.map((s) => (s < 0 ? -1 : seats.mentorOfSeat[s]))
        const best = solveAssignment(problem)
        // The prices of any best assignment prove every other.
        expect(verifyAssignment(problem, { ...best, mentorOf }).problems).toEqual([])
        expect(crowdingOf(mentorOf, load)).toBe(solveSpread(problem, load).crowding)
      }),
      { numRuns: 500 },
    )
  })

  it('scores the seats of a mentor in falling order, and leaves a point worth more', () => {
    const problem = toProblem({
      capacity: [2, 9],
      mentees: 2,
      edges: [
        { mentee: 0, mentor: 0, score: 3 },
        { mentee: 0, mentor: 1, score: 4 },
        { mentee: 1, mentor: 1, score: 3 },
      ],
    })
    const seats = spreadProblem(problem, Int32Array.of(2, 0))
    expect(Array.from(seats.mentorOfSeat)).toEqual([0, 1, 1])
    // Seats cost 2, 0 and 1; two pairs differ by at most 4, so a point counts 5.
    expect(seats.problem).toEqual({
      capacity: Int32Array.of(1, 1, 1),
      rowStart: Int32Array.of(0, 3, 5),
      mentor: Int32Array.of(0, 1, 2, 1, 2),
      score: Int32Array.of(0, 5 + 2, 5 + 1, 2, 1),
    })
  })

  const two = (score: number, waiting?: number[]) =>
    toProblem({
      capacity: [2, 2],
      mentees: 2,
      edges: [
        { mentee: 0, mentor: 0, score },
        { mentee: 0, mentor: 1, score: 0 },
        { mentee: 1, mentor: 0, score },
        { mentee: 1, mentor: 1, score: 0 },
      ],
      waiting,
    })

  it.each([
    [
      'scores',
      two(2 ** 30),
      undefined,
      'Scores that differ by 1073741824, mentors with 0 to 2 men',
    ],
    ['loads', two(9), Int32Array.of(0, 2 ** 30), 'mentors with 0 to 1073741826 mentees and 2 poss'],
    [
      'waiting days',
      two(2 ** 28, [0, 1_000_000]),
      undefined,
      'are together too large to be spread',
    ],
  ])('refuses %s too large to be exact', (_, problem, load, message) => {
    expect(() => spreadProblem(problem, load)).toThrow(message)
  })

  it('refuses more seats than there is memory for, unless only few can be in a best result', () => {
    const mentees = 6000
    const capacity = Array<number>(mentees + 1).fill(1)
    capacity[0] = mentees
    const edges = capacity.slice(1).flatMap((_, mentee) => [
      { mentee, mentor: 0, score: 4 },
      { mentee, mentor: mentee + 1, score: 5 },
    ])
    const problem = toProblem({ capacity, mentees, edges })
    expect(() => spreadProblem(problem)).toThrow('36006000 ways to give them to somebody')
    expect(solveSpread(problem).crowding).toBe(0)
  })

  it('refuses a load that does not fit', () => {
    const problem = two(1)
    expect(() => spreadProblem(problem, Int32Array.of(1))).toThrow('load has 1 entries')
    expect(() => spreadProblem(problem, Int32Array.of(1, -1))).toThrow('load[1] is -1')
    // From a caller without types.
    expect(() => spreadProblem(problem, [1, 1] as unknown as Int32Array)).toThrow(
      'must be an Int32Array',
    )
  })
})

function crowdingOf(mentorOf: Int32Array, load: Int32Array): number {
  const mentees = Array.from(load)
  return mentorOf.reduce((sum, j) => (j < 0 ? sum : sum + mentees[j]++), 0)
}
