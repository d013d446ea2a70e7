import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { crowdedGroup, solveAssignment } from './index.ts'
import { someLists, toProblem } from './testing/instances.ts'

describe('crowdedGroup', () => {
  it('has fewer places than mentees, and no way out of the group', () => {
    fc.assert(
      fc.property(someLists({ mentees: 9, mentors: 4 }).map(toProblem), (problem) => {
        const assignment = solveAssignment(problem)
        assignment.mentorOf.forEach((j, i) => {
          if (j >= 0) return
          const group = crowdedGroup(problem, assignment, i)
          expect(group.mentees).toContain(i)
          expect(group.places).toBe(sum(group.mentors.map((x) => problem.capacity[x])))
          expect(group.mentees.length).toBe(group.places + 1)
          const neighbours = new Set<number>()
          for (const k of group.mentees) {
            for (let e = problem.rowStart[k]; e < problem.rowStart[k + 1]; e++) {
              if (problem.capacity[problem.mentor[e]] > 0) neighbours.add(problem.mentor[e])
            }
          }
          expect([...neighbours].sort((a, b) => a - b)).toEqual(group.mentors)
        })
      }),
      { numRuns: 1000 },
    )
  })

  it('is the mentee alone when there is no possible mentor', () => {
    const problem = toProblem({ capacity: [1], mentees: 1, edges: [] })
    expect(crowdedGroup(problem, solveAssignment(problem), 0)).toEqual({
      mentees: [0],
      mentors: [],
      places: 0,
    })
  })

  it('refuses a mentee who is matched or does not exist', () => {
    const problem = toProblem({
      capacity: [1],
      mentees: 1,
      edges: [{ mentee: 0, mentor: 0, score: 1 }],
    })
    const assignment = solveAssignment(problem)
    expect(() => crowdedGroup(problem, assignment, 0)).toThrow('Mentee 0 is matched')
    expect(() => crowdedGroup(problem, assignment, 1)).toThrow('no mentee 1')
    assignment.mentorOf[0] = -1
    expect(() => crowdedGroup(problem, assignment, 0)).toThrow('mentor 0 has a free place')
  })
})

function sum(values: number[]): number {
  return values.reduce((a, b) => a + b, 0)
}
