import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { crowdedGroups, solveAssignment } from './index.ts'
import { someLists, toProblem } from './testing/instances.ts'

describe('the crowded groups', () => {
  it('hold each unmatched mentee with a possible mentor once, have too few places and no way out', () => {
    fc.assert(
      fc.property(someLists({ mentees: 9, mentors: 5 }).map(toProblem), (problem) => {
        const assignment = solveAssignment(problem)
        const groups = crowdedGroups(problem, assignment)
        const possible = (i: number) =>
          [...problem.mentor.subarray(problem.rowStart[i], problem.rowStart[i + 1])].filter(
            (j) => problem.capacity[j] > 0,
          )
        const members = groups.flatMap(({ mentees }) => mentees)
        const mentors = groups.flatMap(({ mentors }) => mentors)
        expect(new Set(members).size).toBe(members.length)
        expect(new Set(mentors).size).toBe(mentors.length)
        assignment.mentorOf.forEach((j, i) => {
          if (j < 0) expect(members.includes(i)).toBe(possible(i).length > 0)
        })
        for (const group of groups) {
          const left = group.mentees.filter((i) => assignment.mentorOf[i] < 0).length
          expect(left).toBeGreaterThan(0)
          expect(group.places).toBe(sum(group.mentors.map((j) => problem.capacity[j])))
          expect(group.mentees.length).toBe(group.places + left)
          const neighbours = new Set(group.mentees.flatMap(possible))
          expect([...neighbours].sort((a, b) => a - b)).toEqual(group.mentors)
        }
      }),
      { numRuns: 2000 },
    )
  })

  it('are joined when they meet', () => {
    // Two mentees fight for mentor 0, two for mentor 1, and a fifth could go to either.
    const edges = [
      [0, 0],
      [1, 0],
      [2, 1],
      [3, 1],
      [4, 0],
      [4, 1],
    ].map(([mentee, mentor]) => ({ mentee: mentee, mentor: mentor, score: 1 }))
    const problem = toProblem({ capacity: [1, 1], mentees: 5, edges })
    expect(crowdedGroups(problem, solveAssignment(problem))).toEqual([
      { mentees: [0, 1, 2, 3, 4], mentors: [0, 1], places: 2 },
    ])
  })

  it('do not exist for an assignment that is not the largest', () => {
    const edges = [{ mentee: 0, mentor: 0, score: 1 }]
    const problem = toProblem({ capacity: [1], mentees: 1, edges })
    const assignment = solveAssignment(problem)
    assignment.mentorOf[0] = -1
    expect(() => crowdedGroups(problem, assignment)).toThrow('mentor 0 has a free place')
  })

  it('do not exist either when it is a later mentor who has a free place', () => {
    const edges = [0, 1, 2].map((mentee) => ({ mentee, mentor: Math.min(mentee, 1), score: 1 }))
    const problem = toProblem({ capacity: [1, 2], mentees: 3, edges })
    const assignment = solveAssignment(problem)
    assignment.mentorOf[2] = -1
    expect(() => crowdedGroups(problem, assignment)).toThrow('mentor 1 has a free place')
  })
})

function sum(values: number[]): number {
  return values.reduce((a, b) => a + b, 0)
}
