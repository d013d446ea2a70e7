import type { Objective } from './objective.ts'
import { findParts, type Groups } from './parts.ts'
import { farthest } from './prices.ts'
import type { AssignmentProblem } from './problem.ts'
import { listNear, listWhole, MAX_COST, nextStart, type Rows, stepIfNear, WHOLE } from './rows.ts'
import { makeSortScratch, sortByItem, type SortScratch } from './sort.ts'
import type { Survey } from './survey.ts'

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
  /** Per mentee of the problem: their part, -1 without; no edge of theirs that counts has a higher score. */
  partOf: Int32Array
  best: Int32Array
  /** Per part: a score that none of its edges exceeds, and the highest cost. */
  top: Int32Array
  dearest: Float64Array
  /** See `farthest`; of all parts together. */
  far: number
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
  survey: Survey,
  groups: Groups,
  objective: Objective,
  places: Int32Array,
  order: Int32Array | undefined,
): Prepared {
  const parts = findParts(survey, groups)
  const mentees = listMembers(parts.ofMentee, parts.count, order)
  const mentors = listMembers(parts.ofMentor, parts.count)
  const newMentor = new Int32Array(problem.capacity.length).fill(-1)
  for (let x = 0; x < mentors.at.length; x++) newMentor[mentors.at[x]] = x
  const top = new Int32Array(parts.count)
  const dearest = new Float64Array(parts.count)
  let far = 0
  for (let p = 0; p < parts.count; p++) {
    const c = survey.ofMentor[mentors.at[mentors.from[p]]]
    top[p] = objective.maxScore[c]
    dearest[p] = objective.maxScore[c] - objective.minScore[c]
    const people = Math.min(
      mentees.from[p + 1] - mentees.from[p],
      mentors.from[p + 1] - mentors.from[p],
    )
    const ceiling = order ? 0 : objective.unit[c] + dearest[p]
    // Twice the dearest is more than it costs with a handicap.
    far = Math.max(far, farthest(2 * dearest[p], people, ceiling))
  }
  return {
    problem,
    menteeAt: mentees.at,
    mentorAt: mentors.at,
    menteeFrom: mentees.from,
    mentorFrom: mentors.from,
    newMentor,
    capacity: pick(places, mentors.at),
    partOf: parts.ofMentee,
    best: survey.highest,
    top,
    dearest,
    far,
    scratch: makeSortScratch(Math.max(mentees.at.length, problem.capacity.length)),
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
 * Lists the cheapest edges of mentee r of part p before any price is absorbed. Returns where the row
 * starts.
 */
export function openFresh(prepared: Prepared, rows: Rows, p: number, r: number): number {
  const { problem, newMentor, mentorFrom } = prepared
  const { rowStart, mentor: oldMentor, score } = problem
  const { edge } = rows
  const start = nextStart(rows)
  const { near } = prepared.scratch
  const i = prepared.menteeAt[r]
  const top = prepared.top[p]
  const most = top - prepared.best[i] + rows.reach
  const from = rowStart[i]
  const to = rowStart[i + 1]
  let count = 0
  for (let e = from; e < to; e++) {
    near[count] = e
    count += stepIfNear(top - score[e], most)
  }
  const first = mentorFrom[p]
  const stop = mentorFrom[p + 1]
  let end = start
  for (let x = 0; x < count; x++) {
    const j = newMentor[oldMentor[near[x]]]
    if (j < first || j >= stop) continue
    edge[end] = top - score[near[x]]
    edge[end + 1] = j
    end += 2
  }
  const row = listNear(rows, r, end, count < to - from ? most + 1 : WHOLE)
  return row < 0 ? openRow(prepared, rows, p, r, true) : row
}

/** Lists the cheapest edges of mentee r inside their part p, or all. Returns where the row starts. */
export function openRow(
  prepared: Prepared,
  rows: Rows,
  p: number,
  r: number,
  isWhole: boolean,
): number {
  const { problem, newMentor, mentorFrom, scratch } = prepared
  const { rowStart, mentor: oldMentor, score } = problem
  const { absorbed, edge } = rows
  const start = nextStart(rows)
  const { edge: all } = scratch
  const first = mentorFrom[p]
  const stop = mentorFrom[p + 1]
  const top = prepared.top[p]
  const i = prepared.menteeAt[r]
  let to = 0
  let last = -1
  let isRising = true
  let low = MAX_COST
  let high = 0
  for (let e = rowStart[i], end = rowStart[i + 1]; e < end; e++) {
    const j = newMentor[oldMentor[e]]
    if (j < first || j >= stop) continue
    if (j < last) isRising = false
    last = j
    const c = top - score[e] - absorbed[j]
    if (c < low) low = c
    if (c > high) high = c
    all[to] = c
    all[to + 1] = j
    to += 2
  }
  if (!isWhole) {
    const most = low + rows.reach
    let end = start
    for (let x = 0; x < to; x += 2) {
      edge[end] = all[x]
      edge[end + 1] = all[x + 1]
      end += 2 * stepIfNear(all[x], most)
    }
    if (listNear(rows, r, end, end - start < to ? most + 1 : WHOLE) >= 0) return start
  }
  // The order in which the caller lists a row must not decide between equal scores.
  if (!isRising) sortByItem(scratch, to >> 1)
  return listWhole(rows, scratch, r, all, 0, to, low, high)
}

/** The values at the given indices. */
export function pick(values: Int32Array, at: Int32Array): Int32Array {
  const picked = new Int32Array(at.length)
  for (let x = 0; x < at.length; x++) picked[x] = values[at[x]]
  return picked
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
