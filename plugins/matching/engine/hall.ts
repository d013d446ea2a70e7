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
 * Says why a mentee stays unmatched: the group of mentees, with all the mentors they could go to,
 * in which there are fewer places than mentees (Hall 1935). It is everyone who can be reached from
 * the mentee by going to a possible mentor, from there to a mentee who has them now, and so on.
 * Mentors without places are not listed. A mentee without any possible mentor is a group alone.
 *
 * @throws Error when there is no such mentee, when the mentee is matched, or when the group turns
 *   out to have a free place (the assignment is then not the largest possible).
 *
 * @example
 * crowdedGroup(problem, solveAssignment(problem), 4)
 * // { mentees: [1, 4, 7], mentors: [0], places: 2 }
 */
export function crowdedGroup(
  problem: AssignmentProblem,
  assignment: Assignment,
  menteeIndex: number,
): CrowdedGroup {
  const { capacity, rowStart, mentor } = problem
  const { mentorOf } = assignment
  if (!Number.isInteger(menteeIndex) || menteeIndex < 0 || menteeIndex >= mentorOf.length) {
    throw new Error(`There is no mentee ${menteeIndex}.`)
  }
  if (mentorOf[menteeIndex] >= 0) throw new Error(`Mentee ${menteeIndex} is matched.`)
  const { start, list } = menteesByMentor(mentorOf, capacity.length)
  const mentees = [menteeIndex]
  const mentors: number[] = []
  const isReached = new Uint8Array(capacity.length)
  let places = 0
  for (let x = 0; x < mentees.length; x++) {
    const i = mentees[x]
    for (let e = rowStart[i]; e < rowStart[i + 1]; e++) {
      const j = mentor[e]
      if (isReached[j] === 1 || capacity[j] === 0) continue
      if (start[j + 1] - start[j] < capacity[j]) {
        throw new Error(
          `Mentee ${menteeIndex} could still be matched: mentor ${j} has a free place.`,
        )
      }
      isReached[j] = 1
      mentors.push(j)
      places += capacity[j]
      for (let s = start[j]; s < start[j + 1]; s++) mentees.push(list[s])
    }
  }
  mentees.sort(byNumber)
  mentors.sort(byNumber)
  return { mentees, mentors, places }
}

/** The matched mentees of mentor j: `list[start[j]]` … `list[start[j + 1] - 1]`. */
function menteesByMentor(mentorOf: Int32Array, mentors: number) {
  const start = new Int32Array(mentors + 1)
  for (const j of mentorOf) if (j >= 0) start[j + 1]++
  for (let j = 0; j < mentors; j++) start[j + 1] += start[j]
  const next = start.slice(0, mentors)
  const list = new Int32Array(start[mentors])
  for (let i = 0; i < mentorOf.length; i++) if (mentorOf[i] >= 0) list[next[mentorOf[i]]++] = i
  return { start, list }
}

function byNumber(a: number, b: number): number {
  return a - b
}
