import { pick, type Prepared } from './prepare.ts'
import type { Prices } from './prices.ts'
import {
  listNear,
  listWhole,
  makeRows,
  MANY,
  MAX_COST,
  nextStart,
  roomForRows,
  type Rows,
  stepIfNear,
  WHOLE,
} from './rows.ts'
import type { SortScratch } from './sort.ts'

/** The edges of one part listed by mentor; room grows to the largest part. */
export type EdgesByMentor = {
  /**
   * The edges of mentor j: `edge[start[j]]` … `edge[end[j] - 1]`, two numbers for each: cost,
   * mentee, by rising mentee.
   */
  start: Int32Array
  end: Int32Array
  edge: Int32Array
  /** How many edges each mentor has in the problem, a bound for those in a part. */
  most: Int32Array
  /** Where the next edge of each mentor of the problem goes, -1 for those of other parts. */
  next: Int32Array
}

/** Makes empty lists for renumbered mentors. */
export function makeEdgesByMentor({ mentorAt }: Prepared, wanted: Int32Array): EdgesByMentor {
  return {
    start: new Int32Array(mentorAt.length),
    end: new Int32Array(mentorAt.length),
    edge: new Int32Array(0),
    most: pick(wanted, mentorAt),
    next: new Int32Array(wanted.length).fill(-1),
  }
}

/**
 * Lists the edges inside part p by mentor. Edges of mentees from `late` on cost `handicap` more.
 * Returns empty rows for them, new ones when `rows` has too little room.
 */
export function turnRows(
  prepared: Prepared,
  p: number,
  lists: EdgesByMentor,
  rows: Rows,
  late: number,
  handicap: number,
): Rows {
  const { problem, menteeAt, mentorAt, menteeFrom, mentorFrom, top } = prepared
  const { rowStart, mentor, score } = problem
  const { start, end, most, next } = lists
  const first = mentorFrom[p]
  const stop = mentorFrom[p + 1]
  let room = 0
  for (let j = first; j < stop; j++) {
    start[j] = room
    next[mentorAt[j]] = room
    room += 2 * most[j]
  }
  if (lists.edge.length < room) lists.edge = new Int32Array(room)
  for (let r = menteeFrom[p]; r < menteeFrom[p + 1]; r++) {
    const i = menteeAt[r]
    const highest = top[p] + (r < late ? 0 : handicap)
    turnRow(mentor, score, rowStart[i], rowStart[i + 1], next, lists.edge, r, highest)
  }
  for (let j = first; j < stop; j++) {
    end[j] = next[mentorAt[j]]
    next[mentorAt[j]] = -1
  }
  const needed = roomForRows(stop - first, room >> 1)
  const turned =
    rows.edge.length < needed ? makeRows(mentorAt.length, needed, menteeAt.length) : rows
  turned.size = 0
  turned.reach = (prepared.dearest[p] + handicap) >> 3
  return turned
}

/** Writes the edges of mentee r to the lists of their mentors. */
function turnRow(
  mentor: Int32Array,
  score: Int32Array,
  from: number,
  to: number,
  next: Int32Array,
  edge: Int32Array,
  r: number,
  highest: number,
): void {
  for (let e = from; e < to; e++) {
    const j = mentor[e]
    const at = next[j]
    if (at < 0) continue
    edge[at] = highest - score[e]
    edge[at + 1] = r
    next[j] = at + 2
  }
}

/** Lists the cheapest edges of mentor j. Returns where the row starts. */
export function openNear(
  lists: EdgesByMentor,
  rows: Rows,
  scratch: SortScratch,
  j: number,
): number {
  const { edge: all } = lists
  const { edge } = rows
  const start = nextStart(rows)
  const { near } = scratch
  const from = lists.start[j]
  const to = lists.end[j]
  // Any limit will do: the cheapest of a quarter of the row is near enough to the cheapest of all.
  const quarter = from + 2 * (1 + ((to - from) >> 3))
  let lowest = MAX_COST
  for (let e = from; e < quarter; e += 2) if (all[e] < lowest) lowest = all[e]
  let reach = rows.reach
  let most = limitAt(lowest, reach)
  let count = 0
  for (let e = from; e < to; e += 2) {
    near[count] = e
    count += stepIfNear(all[e], most)
  }
  while (count > MANY && reach > 0) {
    reach >>= 1
    most = limitAt(lowest, reach)
    count = keepNear(all, near, count, most)
  }
  rows.reach = reach
  const end = start + 2 * count
  for (let x = 0, at = start; x < count; x++, at += 2) {
    edge[at] = all[near[x]]
    edge[at + 1] = all[near[x] + 1]
  }
  const row = listNear(rows, j, end, end - start < to - from ? most + 1 : WHOLE)
  return row < 0 ? openWhole(lists, rows, scratch, j) : row
}

/** What is near costs at most this; any cost of 0 or more can be compared with it in 32 bits. */
function limitAt(lowest: number, reach: number): number {
  return Math.min(lowest + reach, MAX_COST - 1)
}

/** Keeps those of the first `count` positions in `near` whose edges cost at most `most`. */
function keepNear(all: Int32Array, near: Int32Array, count: number, most: number): number {
  let kept = 0
  for (let x = 0; x < count; x++) {
    const e = near[x]
    near[kept] = e
    kept += stepIfNear(all[e], most)
  }
  return kept
}

/** Lists all edges of mentor j; those listed before come first again. Returns where the row starts. */
export function openWhole(
  lists: EdgesByMentor,
  rows: Rows,
  scratch: SortScratch,
  j: number,
): number {
  const { edge: all } = lists
  const from = lists.start[j]
  const to = lists.end[j]
  let low = MAX_COST
  let high = 0
  for (let e = from; e < to; e += 2) {
    if (all[e] < low) low = all[e]
    if (all[e] > high) high = all[e]
  }
  return listWhole(rows, scratch, j, all, from, to, low, high)
}

/** Makes the prices `v` of mentees, which are about to be absorbed, part of what edges cost. */
export function raiseCosts(
  { edge, start, end }: EdgesByMentor,
  v: Prices,
  from: number,
  to: number,
): void {
  for (let j = from; j < to; j++) {
    for (let e = start[j], stop = end[j]; e < stop; e += 2) edge[e] -= v[edge[e + 1]]
  }
}
