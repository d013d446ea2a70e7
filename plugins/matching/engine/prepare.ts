import type { Components, Groups } from './components.ts'
import type { Objective } from './objective.ts'
import { findParts } from './parts.ts'
import type { AssignmentProblem } from './problem.ts'
import { fillRow, makeRows, type Rows } from './rows.ts'
import { makeSortScratch, type SortScratch, sortInto } from './sort.ts'

/**
 * A problem laid out for the searches. People are renumbered so that each part is one run of mentees
 * and one run of mentors: mentees by falling waiting days, then index; mentors by index. Scores
 * become costs to minimise, `top - score` of the part. Rows stay with the problem until a search
 * reaches them: most mentees of a roomy part get their favourite and no search ever comes by.
 */
export type Prepared = {
  problem: AssignmentProblem
  /** New number -> index in the problem. The mentees of part p: `menteeFrom[p]` onwards. */
  menteeAt: Int32Array
  mentorAt: Int32Array
  menteeFrom: Int32Array
  mentorFrom: Int32Array
  /** Index in the problem -> new number of each mentor, -1 for who takes part in nothing. */
  newMentor: Int32Array
  /** Places of the renumbered mentors. */
  capacity: Int32Array
  /** Per part: a score that none of its edges exceeds, and the highest cost. */
  top: Int32Array
  dearest: Float64Array
  /** Rows of the mentees, to mentors; a row not yet open starts at -1. */
  rows: Rows
  /** How many edges the open rows have. */
  opened: number
  scratch: SortScratch
}

/**
 * Renumbers a checked problem.
 *
 * @param places of each mentor that can be used
 * @param order mentees by falling waiting days; undefined when all wait alike
 */
export function prepare(
  problem: AssignmentProblem,
  components: Components,
  groups: Groups,
  objective: Objective,
  places: Int32Array,
  order: Int32Array | undefined,
): Prepared {
  const parts = findParts(components, groups)
  const mentees = listMembers(parts.ofMentee, parts.count, order)
  const mentors = listMembers(parts.ofMentor, parts.count)
  const newMentor = new Int32Array(problem.capacity.length).fill(-1)
  for (let x = 0; x < mentors.at.length; x++) newMentor[mentors.at[x]] = x
  const top = new Int32Array(parts.count)
  const dearest = new Float64Array(parts.count)
  for (let p = 0; p < parts.count; p++) {
    const c = components.ofMentor[mentors.at[mentors.from[p]]]
    top[p] = objective.maxScore[c]
    dearest[p] = objective.maxScore[c] - objective.minScore[c]
  }
  return {
    problem,
    menteeAt: mentees.at,
    mentorAt: mentors.at,
    menteeFrom: mentees.from,
    mentorFrom: mentors.from,
    newMentor,
    capacity: Int32Array.from(mentors.at, (j) => places[j]),
    top,
    dearest,
    // Room for all; memory that no row is written to is never really taken.
    rows: makeRows(mentees.at.length, problem.mentor.length, mentors.at.length),
    opened: 0,
    scratch: makeSortScratch(Math.max(mentees.at.length, mentors.at.length)),
  }
}

/** Mentee indices by falling waiting days, then rising index; undefined when all wait alike. */
export function orderByWaiting({ waiting }: AssignmentProblem): Int32Array | undefined {
  if (!waiting) return undefined
  const length = waiting.length
  let most = 0
  let least = Infinity
  for (let i = 0; i < length; i++) {
    if (waiting[i] > most) most = waiting[i]
    if (waiting[i] < least) least = waiting[i]
  }
  if (most <= least) return undefined
  // One exact number per mentee sorts faster than with a comparison function.
  const key = new Float64Array(length)
  for (let i = 0; i < length; i++) key[i] = (most - waiting[i]) * length + i
  key.sort()
  const order = new Int32Array(length)
  for (let x = 0; x < length; x++) order[x] = key[x] % length
  return order
}

/**
 * Opens the row of mentee r of part p: their edges inside the part by rising cost, then mentor, so
 * that a scan can stop at the first edge that is too dear. Returns where it starts.
 */
export function openRow(prepared: Prepared, p: number, r: number): number {
  const { problem, newMentor, mentorFrom, rows, scratch } = prepared
  const { rowStart, mentor: oldMentor, score } = problem
  const first = mentorFrom[p]
  const end = mentorFrom[p + 1]
  const top = prepared.top[p]
  const i = prepared.menteeAt[r]
  const { key, item } = scratch
  const { absorbed } = rows
  const start = prepared.opened
  let length = 0
  let last = -1
  let isRising = true
  for (let e = rowStart[i], stop = rowStart[i + 1]; e < stop; e++) {
    const j = newMentor[oldMentor[e]]
    if (j < first || j >= end) continue
    if (j < last) isRising = false
    last = j
    key[length] = top - score[e] - absorbed[j]
    item[length++] = j
  }
  // The order in which the caller lists a row must not decide between equal scores.
  if (!isRising) {
    sortInto(scratch, length, item, key, 0, rows.item, rows.cost, start)
    item.set(rows.item.subarray(start, start + length))
    key.set(rows.cost.subarray(start, start + length))
  }
  fillRow(rows, scratch, r, start, length, key, item, 0)
  prepared.opened = start + length
  return start
}

/** Lists the members of each part in the given order; members of part -1 are left out. */
function listMembers(ofItem: Int32Array, count: number, order?: Int32Array) {
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
