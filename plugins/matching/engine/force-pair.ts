import { findComponents, groupsOfAll } from './components.ts'
import type { Assignment, AssignmentProblem } from './problem.ts'
import { solveAssignment } from './solve.ts'

/** How a result changes: what it would be minus what it is. */
export type ForcedChange = {
  matched: number
  /** Waiting days of the matched mentees; 0 when the problem has no `waiting`. */
  waiting: number
  total: number
}

/**
 * Says exactly what it costs, or changes, to insist on one pair: the best assignment that contains
 * it, compared with the given optimal one. Only the component of the pair is solved again, with
 * the mentee placed and one place fewer.
 *
 * @param assignment the optimal assignment of `problem`
 * @throws Error when the pair has no edge or the mentor no places.
 *
 * @example
 * forcePairCost(problem, solveAssignment(problem), 3, 8)
 * // { matched: 0, waiting: 0, total: -15 }: everyone stays matched, at 15 points less
 */
export function forcePairCost(
  problem: AssignmentProblem,
  assignment: Assignment,
  menteeIndex: number,
  mentorIndex: number,
): ForcedChange {
  const forcedEdge = edgeOf(problem, menteeIndex, mentorIndex)
  if (forcedEdge < 0) {
    throw new Error(`Mentee ${menteeIndex} and mentor ${mentorIndex} are not a possible pair.`)
  }
  if (problem.capacity[mentorIndex] === 0) throw new Error(`Mentor ${mentorIndex} has no places.`)
  const { ofMentee } = findComponents(problem, groupsOfAll(problem))
  const members: number[] = []
  for (let i = 0; i < ofMentee.length; i++) {
    if (ofMentee[i] === ofMentee[menteeIndex]) members.push(i)
  }
  const others = members.filter((i) => i !== menteeIndex)
  const rest = solveAssignment(withoutPair(problem, others, mentorIndex))
  const now = { matched: 0, waiting: 0, total: 0 }
  const then = { matched: 1, waiting: 0, total: problem.score[forcedEdge] + rest.total }
  then.waiting = waitingOf(problem, menteeIndex)
  for (const i of members) {
    const j = assignment.mentorOf[i]
    if (j < 0) continue
    now.matched++
    now.waiting += waitingOf(problem, i)
    now.total += problem.score[edgeOf(problem, i, j)]
  }
  for (let x = 0; x < others.length; x++) {
    if (rest.mentorOf[x] < 0) continue
    then.matched++
    then.waiting += waitingOf(problem, others[x])
  }
  return {
    matched: then.matched - now.matched,
    waiting: then.waiting - now.waiting,
    total: then.total - now.total,
  }
}

function waitingOf({ waiting }: AssignmentProblem, i: number): number {
  return waiting ? waiting[i] : 0
}

function edgeOf({ rowStart, mentor }: AssignmentProblem, i: number, j: number): number {
  for (let e = rowStart[i]; e < rowStart[i + 1]; e++) if (mentor[e] === j) return e
  return -1
}

/** The problem of the given mentees only, with one place fewer at one mentor. */
function withoutPair(
  problem: AssignmentProblem,
  mentees: number[],
  mentorIndex: number,
): AssignmentProblem {
  const { rowStart } = problem
  const capacity = problem.capacity.slice()
  capacity[mentorIndex]--
  const newStart = new Int32Array(mentees.length + 1)
  mentees.forEach((i, x) => (newStart[x + 1] = newStart[x] + rowStart[i + 1] - rowStart[i]))
  const mentor = new Int32Array(newStart[mentees.length])
  const score = new Int32Array(newStart[mentees.length])
  mentees.forEach((i, x) => {
    mentor.set(problem.mentor.subarray(rowStart[i], rowStart[i + 1]), newStart[x])
    score.set(problem.score.subarray(rowStart[i], rowStart[i + 1]), newStart[x])
  })
  const waiting = problem.waiting && Int32Array.from(mentees, (i) => problem.waiting![i])
  return { capacity, rowStart: newStart, mentor, score, waiting }
}
