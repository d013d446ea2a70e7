import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { forcePairCost, forcePairCosts, prove, solveAssignment, solveProved } from './index.ts'
import { bestByTrying } from './testing/brute-force.ts'
import { shuffled, someLists, toProblem } from './testing/instances.ts'

describe('forcePairCost', () => {
  it('is the difference to the best of all matchings with that pair', () => {
    fc.assert(
      fc.property(someLists({ mentees: 5 }), fc.nat(), (lists, pick) => {
        const edges = lists.edges.filter(({ mentor }) => lists.capacity[mentor] > 0)
        fc.pre(edges.length > 0)
        const { mentee, mentor } = edges[pick % edges.length]
        const problem = toProblem(lists)
        const best = bestByTrying(problem)!
        const forced = bestByTrying(problem, { mentee, mentor })!
        expect(forcePairCost(solveProved(problem), mentee, mentor)).toEqual({
          matched: forced.matched - best.matched,
          waiting: forced.waiting - best.waiting,
          total: forced.total - best.total,
        })
      }),
      { numRuns: 1000 },
    )
  })

  it('is nothing for a pair that is already chosen', () => {
    fc.assert(
      fc.property(someLists().map(toProblem), (problem) => {
        const assignment = solveAssignment(problem)
        assignment.mentorOf.forEach((j, i) => {
          if (j < 0) return
          expect(forcePairCost(prove(problem, assignment), i, j)).toEqual({
            matched: 0,
            waiting: 0,
            total: 0,
          })
        })
      }),
      { numRuns: 300 },
    )
  })

  it('is the same for each of many pairs, however they are asked', () => {
    fc.assert(
      fc.property(someLists(), fc.integer(), (lists, seed) => {
        const problem = toProblem(lists)
        const assignment = solveAssignment(problem)
        const pairs = shuffled(lists.edges, seed)
          .filter(({ mentor }) => lists.capacity[mentor] > 0)
          .map(({ mentee, mentor }) => [mentee, mentor] as const)
        expect(forcePairCosts(prove(problem, assignment), pairs)).toEqual(
          pairs.map(([i, j]) => forcePairCost(prove(problem, assignment), i, j)),
        )
      }),
      { numRuns: 300 },
    )
  })

  it('refuses a pair that can never be', () => {
    const problem = toProblem({
      capacity: [0, 1, 1],
      mentees: 2,
      edges: [
        { mentee: 0, mentor: 0, score: 1 },
        { mentee: 1, mentor: 0, score: 1 },
        { mentee: 1, mentor: 1, score: 1 },
      ],
    })
    const assignment = solveAssignment(problem)
    expect(() => forcePairCost(prove(problem, assignment), 0, 1)).toThrow('not a possible pair')
    expect(() => forcePairCost(prove(problem, assignment), 1, 2)).toThrow('not a possible pair')
    expect(() => forcePairCost(prove(problem, assignment), 0, 0)).toThrow('Mentor 0 has no places')
    expect(() => forcePairCost(prove(problem, assignment), 1, 0)).toThrow('Mentor 0 has no places')
    expect(() => forcePairCost(prove(problem, assignment), 7, 0)).toThrow('not a possible pair')
  })

  it('refuses to compare with a result that is not the best', () => {
    const problem = toProblem({
      capacity: [1],
      mentees: 1,
      edges: [{ mentee: 0, mentor: 0, score: 1 }],
    })
    const nobody = {
      ...solveAssignment(problem),
      mentorOf: Int32Array.of(-1),
      matched: 0,
      total: 0,
    }
    expect(() => forcePairCost(prove(problem, nobody), 0, 0)).toThrow('not proved optimal')
  })
})
