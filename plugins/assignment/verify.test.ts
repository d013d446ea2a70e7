import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Assignment, solveAssignment, verifyAssignment } from './index.ts'
import { outcomeOf } from './testing/brute-force.ts'
import { largeLists, someLists, toProblem } from './testing/instances.ts'
import { MAX_PROBLEMS } from './verify.ts'

// Mentors 0 and 1 are full, mentor 2 has room, mentee 3 is left over.
const problem = toProblem({
  capacity: [1, 1, 2],
  mentees: 4,
  edges: [
    { mentee: 0, mentor: 0, score: 5 },
    { mentee: 0, mentor: 2, score: 3 },
    { mentee: 1, mentor: 0, score: 4 },
    { mentee: 1, mentor: 1, score: 4 },
    { mentee: 2, mentor: 1, score: 2 },
    { mentee: 3, mentor: 1, score: 1 },
    { mentee: 3, mentor: 0, score: 1 },
  ],
  waiting: [5, 5, 5, 4],
})

/** The solved example with some fields replaced. */
function changed(change: (assignment: Assignment) => Partial<Assignment> | void): Assignment {
  const assignment = solveAssignment(problem)
  return { ...assignment, ...change(assignment) }
}

function problemsOf(assignment: unknown): string {
  const result = verifyAssignment(problem, assignment as Assignment)
  expect(result.valid).toBe(result.problems.length === 0)
  return result.problems.join('\n')
}

describe('verifyAssignment', () => {
  it('accepts the optimum and counts it', () => {
    const assignment = solveAssignment(problem)
    expect(Array.from(assignment.mentorOf)).toEqual([2, 0, 1, -1])
    expect(verifyAssignment(problem, assignment)).toEqual({
      valid: true,
      problems: [],
      matched: 3,
      total: 9,
      waiting: 15,
      gap: 0,
    })
  })

  it.each([
    ['nothing at all', null, 'not an object'],
    ['no pairs', changed(() => ({ mentorOf: undefined })), 'mentorOf is not a Int32Array'],
    ['a short list', changed(() => ({ mentorOf: Int32Array.of(2, 0) })), 'mentorOf has 2 entries'],
    ['no prices', changed(() => ({ menteePrice: new Float64Array(0) })), 'menteePrice has 0'],
    ['a wrong count', changed(() => ({ matched: 4 })), 'matched says 4'],
    ['a wrong total', changed(() => ({ total: 10 })), 'total says 10'],
    ['a pair without an edge', changed((a) => void (a.mentorOf[2] = 2)), 'not a possible pair'],
    ['an unknown mentor', changed((a) => void (a.mentorOf[3] = 7)), 'mentor 7, who does not exist'],
    ['a strange -2', changed((a) => void (a.mentorOf[3] = -2)), 'mentor -2, who does not exist'],
    ['a place given twice', changed((a) => void (a.mentorOf[3] = 1)), 'only 1 places'],
    ['half a price', changed((a) => void (a.mentorPrice[0] += 0.5)), 'must be a whole number'],
    ['a price of NaN', changed((a) => void (a.menteePrice[0] = NaN)), 'must be a whole number'],
    ['a price below 0', changed((a) => void (a.menteePrice[3] = -1)), 'must be a whole number'],
    ['a price beyond all', changed((a) => void (a.mentorPrice[1] = Infinity)), 'a whole number'],
    ['a price too low', changed((a) => void a.mentorPrice[0]--), 'worth more than their prices'],
    ['a price too high', changed((a) => void a.mentorPrice[0]++), '1 off its weight'],
    ['a price for room', changed((a) => void a.mentorPrice[2]++), '1 free places'],
    ['a price for nobody', changed((a) => void a.menteePrice[3]++), 'but is not matched'],
  ])('refuses %s', (_, assignment, message) => {
    expect(problemsOf(assignment)).toContain(message)
  })

  it('refuses a worse matching with the prices of the best', () => {
    const worse = changed(() => ({ mentorOf: Int32Array.of(0, 1, -1, -1), matched: 2, total: 9 }))
    expect(verifyAssignment(problem, worse).gap).toBeGreaterThan(0)
    expect(problemsOf(worse)).not.toBe('')
  })

  it('refuses prices for people who cannot be matched at all', () => {
    const alone = toProblem({
      capacity: [0, 1],
      mentees: 1,
      edges: [{ mentee: 0, mentor: 0, score: 1 }],
    })
    const assignment = solveAssignment(alone)
    expect(verifyAssignment(alone, assignment).valid).toBe(true)
    assignment.menteePrice[0] = 1
    assignment.mentorPrice[0] = 1
    assignment.mentorPrice[1] = 1
    expect(verifyAssignment(alone, assignment).problems).toHaveLength(3)
  })

  it('refuses any single change of who goes where', () => {
    const cases = someLists().chain((lists) =>
      fc.record({
        lists: fc.constant(lists),
        mentee: fc.nat(),
        mentor: fc.integer({ min: -1, max: lists.capacity.length }),
      }),
    )
    fc.assert(
      fc.property(cases, ({ lists, mentee, mentor }) => {
        fc.pre(lists.mentees > 0)
        const original = toProblem(lists)
        const assignment = solveAssignment(original)
        const i = mentee % lists.mentees
        fc.pre(assignment.mentorOf[i] !== mentor)
        assignment.mentorOf[i] = mentor
        const { matched, total, waiting } = verifyAssignment(original, assignment)
        // With honest numbers too, it only passes when it is as good as the best.
        const honest = verifyAssignment(original, { ...assignment, matched, total })
        const best = outcomeOf(original, solveAssignment(original))
        if (honest.valid) expect({ matched, waiting, total }).toEqual(best)
      }),
      { numRuns: 2000 },
    )
  })

  it('refuses any single change of a price that still has to prove something', () => {
    const cases = fc.record({
      lists: someLists(),
      isMentee: fc.boolean(),
      at: fc.nat(),
      by: fc.constantFrom(-3, -1, 1, 3),
    })
    fc.assert(
      fc.property(cases, ({ lists, isMentee, at, by }) => {
        const original = toProblem(lists)
        const assignment = solveAssignment(original)
        const price = isMentee ? assignment.menteePrice : assignment.mentorPrice
        fc.pre(price.length > 0)
        const x = at % price.length
        price[x] += by
        // A matched person's price is tied to their partner's, an unmatched one's to 0.
        expect(verifyAssignment(original, assignment).valid).toBe(false)
      }),
      { numRuns: 2000 },
    )
  })

  it('lists no more problems than anyone would read', () => {
    const large = toProblem(
      largeLists({ mentees: 200, mentors: 80, degree: 5, maxCapacity: 2, maxScore: 9, seed: 1 }),
    )
    const assignment = solveAssignment(large)
    const nobody = { ...assignment, mentorOf: assignment.mentorOf.slice().fill(-1) }
    const { problems } = verifyAssignment(large, nobody)
    expect(problems).toHaveLength(MAX_PROBLEMS + 1)
    expect(problems[MAX_PROBLEMS]).toMatch(/^… and \d+ more\.$/)
  })
})
