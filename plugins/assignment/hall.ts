import { menteesOf } from './mentees-of.ts'
import type { Assignment, AssignmentProblem } from './problem.ts'

/** Mentees who share too few places, by index and in rising order. */
export type CrowdedGroup = {
  mentees: number[]
  /** All mentors with places whom any of the mentees could go to; every one of them is full. */
  mentors: number[]
  /** Places of those mentors together: fewer than there are mentees. */
  places: number
}

/**
 * Says why mentees stay unmatched although somebody is possible: the groups of mentees in which,
 * with all the mentors they could go to, there are fewer places than mentees (Hall 1935). A group is
 * everyone who can be reached from an unmatched mentee by going to a possible mentor, from there to
 * a mentee who has them now, and so on; groups that meet are one. Each unmatched mentee with a
 * possible mentor is in exactly one group. Mentors without places are not listed.
 *
 * @throws Error when a group turns out to have a free place: the assignment is then not the largest
 *   possible.
 *
 * @example
 * crowdedGroups(problem, solveAssignment(problem))
 * // [{ mentees: [1, 4, 7], mentors: [0], places: 2 }]
 */
export function crowdedGroups(problem: AssignmentProblem, assignment: Assignment): CrowdedGroup[] {
  const { capacity, rowStart, mentor } = problem
  const { mentorOf } = assignment
  const { start, list } = menteesOf(mentorOf, capacity.length)
  const groups: CrowdedGroup[] = []
  /** Number of the group a mentor is in, as a chain of groups that were joined; -1 for none. */
  const groupOf = new Int32Array(capacity.length).fill(-1)
  const joinedTo: number[] = []
  const root = (g: number): number => {
    while (joinedTo[g] !== g) g = joinedTo[g]
    return g
  }
  for (let first = 0; first < mentorOf.length; first++) {
    if (mentorOf[first] >= 0) continue
    const own = groups.length
    const group: CrowdedGroup = { mentees: [first], mentors: [], places: 0 }
    const met = new Set<number>()
    for (let x = 0; x < group.mentees.length; x++) {
      const i = group.mentees[x]
      for (let e = rowStart[i]; e < rowStart[i + 1]; e++) {
        const j = mentor[e]
        if (capacity[j] === 0 || groupOf[j] === own) continue
        if (groupOf[j] >= 0) {
          met.add(root(groupOf[j]))
          continue
        }
        if (start[j + 1] - start[j] < capacity[j]) {
          throw new Error(`Mentee ${first} could still be matched: mentor ${j} has a free place.`)
        }
        groupOf[j] = own
        group.mentors.push(j)
        group.places += capacity[j]
        for (let s = start[j]; s < start[j + 1]; s++) group.mentees.push(list[s])
      }
    }
    groups.push(group)
    joinedTo.push(own)
    // Into the largest, so that nobody is copied more often than groups can double.
    const [largest, ...others] = [own, ...met].sort(
      (a, b) => groups[b].mentees.length - groups[a].mentees.length,
    )
    for (const g of others) join(groups[largest], groups[g])
    for (const g of others) joinedTo[g] = largest
  }
  return groups
    .filter((group, g) => joinedTo[g] === g && group.mentors.length > 0)
    .map(({ mentees, mentors, places }) => ({
      mentees: mentees.sort(byNumber),
      mentors: mentors.sort(byNumber),
      places,
    }))
}

function join(group: CrowdedGroup, other: CrowdedGroup): void {
  group.places += other.places
  for (const i of other.mentees) group.mentees.push(i)
  for (const j of other.mentors) group.mentors.push(j)
}

function byNumber(a: number, b: number): number {
  return a - b
}
