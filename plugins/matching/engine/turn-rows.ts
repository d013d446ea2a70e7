import { pick, type Prepared } from './prepare.ts'
import { listNear, listWhole, makeRows, roomForRows, type Rows, stepIfNear } from './rows.ts'
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
  /** What the cheapest edge of each mentor costs. */
  lowest: Int32Array
  /** How many edges each mentor has in the problem, a bound for those in a part. */
  most: Int32Array
}

/** Makes empty lists for renumbered mentors. */
export function makeEdgesByMentor({ mentorAt }: Prepared, wanted: Int32Array): EdgesByMentor {
  return {
    start: new Int32Array(mentorAt.length),
    end: new Int32Array(mentorAt.length),
    edge: new Int32Array(0),
    lowest: new Int32Array(mentorAt.length),
    most: pick(wanted, mentorAt),
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
  const { problem, newMentor, menteeAt, mentorAt, menteeFrom, mentorFrom, top } = prepared
  const { rowStart, mentor: oldMentor, score } = problem
  const { start, end, most, lowest } = lists
  const first = mentorFrom[p]
  const stop = mentorFrom[p + 1]
  let room = 0
  for (let j = first; j < stop; j++) {
    start[j] = room
    end[j] = room
    lowest[j] = 2 ** 31 - 1
    room += 2 * most[j]
  }
  if (lists.edge.length < room) lists.edge = new Int32Array(room)
  const { edge } = lists
  for (let r = menteeFrom[p]; r < menteeFrom[p + 1]; r++) {
    const i = menteeAt[r]
    const highest = top[p] + (r < late ? 0 : handicap)
    for (let e = rowStart[i], to = rowStart[i + 1]; e < to; e++) {
      const j = newMentor[oldMentor[e]]
      if (j < first || j >= stop) continue
      const at = end[j]
      const cost = highest - score[e]
      edge[at] = cost
      edge[at + 1] = r
      end[j] = at + 2
      if (cost < lowest[j]) lowest[j] = cost
    }
  }
  const needed = roomForRows(stop - first, room >> 1)
  const turned =
    rows.edge.length < needed ? makeRows(mentorAt.length, needed, menteeAt.length) : rows
  turned.size = 0
  turned.reach = (prepared.dearest[p] + handicap) >> 3
  return turned
}

/** Lists the cheapest edges of mentor j. Returns where the row starts. */
export function openNear(
  lists: EdgesByMentor,
  rows: Rows,
  scratch: SortScratch,
  j: number,
): number {
  const { edge: all } = lists
  const { edge, size: start } = rows
  const most = lists.lowest[j] + rows.reach
  const from = lists.start[j]
  const to = lists.end[j]
  let end = start
  for (let e = from; e < to; e += 2) {
    const cost = all[e]
    edge[end] = cost
    edge[end + 1] = all[e + 1]
    end += stepIfNear(cost, most)
  }
  const row = listNear(rows, j, end, end - start < to - from)
  return row < 0 ? openWhole(lists, rows, scratch, j) : row
}

/** Lists all edges of mentor j; those listed before come first again. Returns where the row starts. */
export function openWhole(
  lists: EdgesByMentor,
  rows: Rows,
  scratch: SortScratch,
  j: number,
): number {
  const { edge: all } = lists
  const { cost, item } = scratch
  let length = 0
  for (let e = lists.start[j], to = lists.end[j]; e < to; e += 2) {
    cost[length] = all[e]
    item[length++] = all[e + 1]
  }
  return listWhole(rows, scratch, j, length)
}

/** Makes the prices `v` of mentees, which are about to be absorbed, part of what edges cost. */
export function raiseCosts(
  { edge, start, end, lowest }: EdgesByMentor,
  v: Float64Array,
  from: number,
  to: number,
): void {
  for (let j = from; j < to; j++) {
    let low = 2 ** 31 - 1
    for (let e = start[j], stop = end[j]; e < stop; e += 2) {
      const cost = edge[e] - v[edge[e + 1]]
      edge[e] = cost
      if (cost < low) low = cost
    }
    lowest[j] = low
  }
}
