import type { Components } from './components.ts'
import type { Objective } from './objective.ts'
import { weightOf } from './objective.ts'
import type { AssignmentProblem } from './problem.ts'
import { makeSortScratch, sortByCost, type SortScratch } from './sort.ts'

/**
 * A problem laid out for the solver. People are renumbered so that each component is one run of
 * mentees and one run of mentors: mentees by falling waiting days, then index; mentors by index.
 * Scores become costs to minimise, `maxScore - score` of the component, and every row is sorted by
 * rising cost, then mentor, so that a scan can stop at the first edge that is too dear.
 */
export type Prepared = {
  /** New number -> index in the problem. The mentees of component c: `menteeFrom[c]` onwards. */
  menteeAt: Int32Array
  mentorAt: Int32Array
  menteeFrom: Int32Array
  mentorFrom: Int32Array
  /** Rows of the renumbered mentees. */
  rowStart: Int32Array
  mentor: Int32Array
  cost: Int32Array
  /** Places of the renumbered mentors. */
  capacity: Int32Array
  /** Cost of leaving a mentee unmatched: dearer than any rearrangement that matches them. */
  unmatchedCost: Float64Array
  scratch: SortScratch
}

/** Renumbers and sorts a checked problem. Edges to mentors without places are left out. */
export function prepare(
  problem: AssignmentProblem,
  components: Components,
  objective: Objective,
): Prepared {
  const { count, ofMentee, ofMentor } = components
  const menteeOrder = byWaiting(problem)
  const mentees = group(ofMentee, count, menteeOrder)
  const mentors = group(ofMentor, count)
  const rows = mentees.at.length
  const capacity = Int32Array.from(mentors.at, (j) => problem.capacity[j])
  const newMentor = new Int32Array(problem.capacity.length).fill(-1)
  for (let x = 0; x < mentors.at.length; x++) newMentor[mentors.at[x]] = x
  const unmatchedCost = new Float64Array(rows)
  let longest = 0
  for (let r = 0; r < rows; r++) {
    const i = mentees.at[r]
    const c = ofMentee[i]
    const days = problem.waiting ? problem.waiting[i] : 0
    unmatchedCost[r] = weightOf(objective, c, days, objective.maxScore[c])
    longest = Math.max(longest, problem.rowStart[i + 1] - problem.rowStart[i])
  }
  const rowStart = new Int32Array(rows + 1)
  const mentor = new Int32Array(problem.mentor.length)
  const cost = new Int32Array(problem.mentor.length)
  const scratch = makeSortScratch(Math.max(longest, rows))
  for (let r = 0; r < rows; r++) {
    const i = mentees.at[r]
    const top = objective.maxScore[ofMentee[i]]
    rowStart[r + 1] = copyRow(problem, i, top, newMentor, mentor, cost, rowStart[r], scratch)
  }
  return {
    menteeAt: mentees.at,
    mentorAt: mentors.at,
    menteeFrom: mentees.from,
    mentorFrom: mentors.from,
    rowStart,
    mentor,
    cost,
    capacity,
    unmatchedCost,
    scratch,
  }
}

/** Copies and sorts one row to `start` onwards; returns where it ends. */
function copyRow(
  problem: AssignmentProblem,
  i: number,
  top: number,
  newMentor: Int32Array,
  mentor: Int32Array,
  cost: Int32Array,
  start: number,
  scratch: SortScratch,
): number {
  const oldMentor = problem.mentor
  const score = problem.score
  let end = start
  let before = -1
  let isOrdered = true
  for (let e = problem.rowStart[i], last = problem.rowStart[i + 1]; e < last; e++) {
    const j = newMentor[oldMentor[e]]
    if (j < 0) continue
    if (j < before) isOrdered = false
    before = j
    mentor[end] = j
    cost[end++] = top - score[e]
  }
  // The order in which the caller lists a row must not decide between equal scores.
  if (!isOrdered) sortByCost(mentor, cost, start, end, scratch)
  sortByCost(cost, mentor, start, end, scratch)
  return end
}

/** Mentee indices by falling waiting days, then rising index; undefined when nobody waits. */
function byWaiting({ waiting }: AssignmentProblem): Int32Array | undefined {
  if (!waiting) return undefined
  const length = waiting.length
  let most = 0
  for (let i = 0; i < length; i++) if (waiting[i] > most) most = waiting[i]
  // One exact number per mentee sorts faster than a comparison function.
  const key = new Float64Array(length)
  for (let i = 0; i < length; i++) key[i] = (most - waiting[i]) * length + i
  key.sort()
  return Int32Array.from(key, (k) => k % length)
}

/** Lists the members of each group in the given order; members of group -1 are left out. */
function group(ofItem: Int32Array, count: number, order?: Int32Array) {
  const from = new Int32Array(count + 1)
  for (let x = 0; x < ofItem.length; x++) if (ofItem[x] >= 0) from[ofItem[x] + 1]++
  for (let c = 0; c < count; c++) from[c + 1] += from[c]
  const next = from.slice(0, count)
  const at = new Int32Array(from[count])
  for (let x = 0; x < ofItem.length; x++) {
    const item = order ? order[x] : x
    const c = ofItem[item]
    if (c >= 0) at[next[c]++] = item
  }
  return { from, at }
}
