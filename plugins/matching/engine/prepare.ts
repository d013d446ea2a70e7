import type { Components } from './components.ts'
import type { Measures } from './measure.ts'
import type { AssignmentProblem } from './problem.ts'
import { makeSortScratch, sortByCost, type SortScratch } from './sort.ts'

/**
 * A problem laid out for the searches. People are renumbered so that each part (a component of the
 * edges that can be chosen) is one run of mentees and one run of mentors: mentees by falling
 * waiting days, then index; mentors by index. Scores become costs to minimise, `maxScore - score`
 * of the part. Rows are sorted only where they are searched: see `sortRows`.
 */
export type Prepared = {
  /** New number -> index in the problem. The mentees of part p: `menteeFrom[p]` onwards. */
  menteeAt: Int32Array
  mentorAt: Int32Array
  menteeFrom: Int32Array
  mentorFrom: Int32Array
  /** Rows of the renumbered mentees, without the edges that lead out of the part. */
  rowStart: Int32Array
  mentor: Int32Array
  cost: Int32Array
  /** Places of the renumbered mentors. */
  capacity: Int32Array
  scratch: SortScratch
}

/** Renumbers a checked problem; `order` lists the mentees by falling waiting days. */
export function prepare(
  problem: AssignmentProblem,
  parts: Components,
  { maxScore }: Measures,
  order: Int32Array | undefined,
): Prepared {
  const mentees = group(parts.ofMentee, parts.count, order)
  const mentors = group(parts.ofMentor, parts.count)
  const rows = mentees.at.length
  const newMentor = new Int32Array(problem.capacity.length).fill(-1)
  for (let x = 0; x < mentors.at.length; x++) newMentor[mentors.at[x]] = x
  let longest = rows
  for (let i = 0; i < parts.ofMentee.length; i++) {
    longest = Math.max(longest, problem.rowStart[i + 1] - problem.rowStart[i])
  }
  const prepared: Prepared = {
    menteeAt: mentees.at,
    mentorAt: mentors.at,
    menteeFrom: mentees.from,
    mentorFrom: mentors.from,
    rowStart: new Int32Array(rows + 1),
    mentor: new Int32Array(problem.mentor.length),
    cost: new Int32Array(problem.mentor.length),
    capacity: Int32Array.from(mentors.at, (j) => problem.capacity[j]),
    scratch: makeSortScratch(longest),
  }
  for (let p = 0; p < parts.count; p++) {
    for (let r = mentees.from[p]; r < mentees.from[p + 1]; r++) {
      copyRow(problem, prepared, newMentor, r, mentors.from[p], mentors.from[p + 1], maxScore[p])
    }
  }
  return prepared
}

/** Mentee indices by falling waiting days, then rising index; undefined when all wait alike. */
export function orderByWaiting({ waiting }: AssignmentProblem): Int32Array | undefined {
  if (!waiting) return undefined
  const length = waiting.length
  let most = 0
  for (let i = 0; i < length; i++) if (waiting[i] > most) most = waiting[i]
  // One exact number per mentee sorts faster than with a comparison function.
  const key = new Float64Array(length)
  for (let i = 0; i < length; i++) key[i] = (most - waiting[i]) * length + i
  key.sort()
  const order = new Int32Array(length)
  for (let x = 0; x < length; x++) order[x] = key[x] % length
  return order
}

/**
 * Sorts the rows of mentees `from` … `to - 1` by rising cost, then mentor, so that a scan can stop at
 * the first edge that is too dear.
 */
export function sortRows(prepared: Prepared, from: number, to: number): void {
  const { rowStart, mentor, cost, scratch } = prepared
  for (let r = from; r < to; r++) {
    const start = rowStart[r]
    const end = rowStart[r + 1]
    // The order in which the caller lists a row must not decide between equal scores.
    let e = start + 1
    while (e < end && mentor[e] > mentor[e - 1]) e++
    if (e < end) sortByCost(mentor, cost, start, end, scratch)
    sortByCost(cost, mentor, start, end, scratch)
  }
}

/** Copies row r, whose mentors are `firstMentor` … `endMentor - 1` in new numbers. */
function copyRow(
  { rowStart, mentor: oldMentor, score }: AssignmentProblem,
  { menteeAt, rowStart: newStart, mentor, cost }: Prepared,
  newMentor: Int32Array,
  r: number,
  firstMentor: number,
  endMentor: number,
  top: number,
): void {
  const i = menteeAt[r]
  let end = newStart[r]
  for (let e = rowStart[i], last = rowStart[i + 1]; e < last; e++) {
    const j = newMentor[oldMentor[e]]
    if (j < firstMentor || j >= endMentor) continue
    mentor[end] = j
    cost[end++] = top - score[e]
  }
  newStart[r + 1] = end
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
