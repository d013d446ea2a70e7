import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type ForcedChange,
  forcePairCost,
  nextBestMentors,
  prove,
  solveAssignment,
} from './index.ts'
import type { Assignment, AssignmentProblem } from './problem.ts'
import { bestByTrying, type Outcome } from './testing/brute-force.ts'
import { largeLists, someLists, toProblem } from './testing/instances.ts'

const difference = (a: Outcome, b: Outcome): ForcedChange => ({
  matched: a.matched - b.matched,
  waiting: a.waiting - b.waiting,
  total: a.total - b.total,
})

const isLess = (a: ForcedChange, b: ForcedChange): boolean =>
  (a.matched - b.matched || a.waiting - b.waiting || a.total - b.total) < 0

/** The next best of mentee i, from what insisting on each other mentor would change. */
function bestOther(
  { capacity, rowStart, mentor }: AssignmentProblem,
  { mentorOf }: Assignment,
  i: number,
  changeWith: (j: number) => ForcedChange,
) {
  if (mentorOf[i] < 0) return undefined
  const others = Array.from(mentor.subarray(rowStart[i], rowStart[i + 1]))
    .filter((j) => j !== mentorOf[i] && capacity[j] > 0)
    .sort((a, b) => a - b)
    .map((j) => ({ mentor: j, change: changeWith(j) }))
  return others.reduce<(typeof others)[number] | undefined>(
    (best, other) => (best && !isLess(best.change, other.change) ? best : other),
    undefined,
  )
}

const everyone = ({ rowStart }: AssignmentProblem) => [...Array(rowStart.length - 1).keys()]

describe('the next best mentors', () => {
  it.each([
    { name: 'any places', lists: someLists({ mentees: 5 }), numRuns: 1000 },
    { name: 'few scores', lists: someLists({ mentees: 5, maxScore: 1 }), numRuns: 1000 },
    { name: 'two mentors', lists: someLists({ mentees: 7, mentors: 2 }), numRuns: 1000 },
    {
      name: 'more mentors than mentees',
      lists: someLists({ mentees: 3, mentors: 6, maxScore: 3 }),
      numRuns: 1000,
    },
    {
      name: 'scores as large as there are',
      lists: someLists({ mentees: 5, maxScore: 2 ** 31 - 1 }),
      numRuns: 500,
    },
  ])('change the result least, as trying every matching shows: $name', ({ lists, numRuns }) => {
    fc.assert(
      fc.property(lists.map(toProblem), (problem) => {
        const assignment = solveAssignment(problem)
        const best = bestByTrying(problem)!
        const expected = everyone(problem).map((mentee) =>
          bestOther(problem, assignment, mentee, (mentor) =>
            difference(bestByTrying(problem, { mentee, mentor })!, best),
          ),
        )
        expect(nextBestMentors(prove(problem, assignment), everyone(problem))).toEqual(expected)
      }),
      { numRuns },
    )
  })

  it.each([
    { name: 'few places', mentors: 12, maxCapacity: 3 },
    { name: 'about as many places', mentors: 30, maxCapacity: 3 },
    { name: 'many places', mentors: 40, maxCapacity: 5 },
  ])('are those that are cheapest to insist on one by one: $name', ({ mentors, maxCapacity }) => {
    for (let seed = 1; seed <= 6; seed++) {
      const problem = toProblem(
        largeLists({
          mentees: 40,
          mentors,
          degree: seed * 2,
          maxCapacity,
          maxScore: seed % 2 === 0 ? 4 : 400,
          seed,
          waiting: seed > 3,
        }),
      )
      const assignment = solveAssignment(problem)
      const expected = everyone(problem).map((i) =>
        bestOther(problem, assignment, i, (j) => forcePairCost(prove(problem, assignment), i, j)),
      )
      expect(nextBestMentors(prove(problem, assignment), everyone(problem))).toEqual(expected)
    }
  })

  // Mentor 2 has room, mentee 2 only mentor 0, and mentee 3 nobody.
  const problem = toProblem({
    capacity: [1, 1, 2],
    mentees: 4,
    edges: [
      { mentee: 0, mentor: 0, score: 9 },
      { mentee: 0, mentor: 1, score: 8 },
      { mentee: 0, mentor: 2, score: 7 },
      { mentee: 1, mentor: 1, score: 9 },
      { mentee: 1, mentor: 2, score: 6 },
      { mentee: 2, mentor: 2, score: 4 },
    ],
  })
  const assignment = solveAssignment(problem)

  it('count what others lose too', () => {
    expect(Array.from(assignment.mentorOf)).toEqual([0, 1, 2, -1])
    // With mentor 1, mentee 0 would lose 1 point but push out mentee 1, who would lose 3.
    expect(nextBestMentors(prove(problem, assignment), [0])).toEqual([
      { mentor: 2, change: { matched: 0, waiting: 0, total: -2 } },
    ])
  })

  it('are given for those asked about, in the order asked', () => {
    const [of0, of1] = nextBestMentors(prove(problem, assignment), [0, 1])
    expect(nextBestMentors(prove(problem, assignment), [1, 3, 0, 2, 1])).toEqual([
      of1,
      undefined,
      of0,
      undefined,
      of1,
    ])
    expect(nextBestMentors(prove(problem, assignment), new Set<number>())).toEqual([])
  })

  it('are refused for somebody unknown and without a proved result', () => {
    expect(() => nextBestMentors(prove(problem, assignment), [4])).toThrow('There is no mentee 4.')
    expect(() => nextBestMentors(prove(problem, assignment), [-1])).toThrow(
      'There is no mentee -1.',
    )
    expect(() => nextBestMentors(prove(problem, assignment), [0.5])).toThrow(
      'There is no mentee 0.5.',
    )
    const worse = { ...assignment, mentorOf: Int32Array.of(2, 1, 2, -1), total: 20 }
    expect(() => nextBestMentors(prove(problem, worse), [0])).toThrow('not proved optimal')
  })
})
