import type { MenteeSide } from './from-mentees.ts'
import { heapDropFirst, heapRaise } from './heap.ts'
import type { Prepared } from './prepare.ts'
import { makePrices, type Prices } from './prices.ts'
import { absorbPrices, canAbsorb, makeRows, type Rows, WHOLE } from './rows.ts'
import { takeSeat } from './seats.ts'
import {
  type EdgesByMentor,
  makeEdgesByMentor,
  openNear,
  openWhole,
  raiseCosts,
  turnRows,
} from './turn-rows.ts'

/** What the search from the mentors' side works on; people are numbered as in `Prepared`. */
export type MentorSide = {
  prepared: Prepared
  /** Rows of the mentors of the present part, to mentees. */
  rows: Rows
  lists: EdgesByMentor
  /** How much of the rows was looked at since prices were absorbed last. */
  work: number
  /** Dual price u of one place of each mentor; v <= 0 of each mentee. */
  u: Prices
  v: Prices
  /** Mentor of each mentee, -1 without. */
  mentorOf: Int32Array
  /** Places not yet filled. */
  left: Int32Array
  /** State of one search, as in `MenteeSide`. */
  distance: Prices
  reachedFrom: Int32Array
  heap: Int32Array
  heapPlace: Int32Array
  ready: Int32Array
  scanned: Int32Array
  /** Mentors in the present search tree, their distance, and the mentee they were reached by. */
  tree: Int32Array
  treeMark: Int32Array
  treeDistance: Prices
  reachedBy: Int32Array
  tick: number
}

/** Prices are absorbed when as much was looked at as what is listed, this many times. */
const PATIENCE = 4

/**
 * Makes the state shared by all parts solved from the mentors' side.
 *
 * @param wanted how many mentees could go to each mentor of the problem
 */
export function makeMentorSide(prepared: Prepared, wanted: Int32Array): MentorSide {
  const mentees = prepared.menteeAt.length
  const mentors = prepared.capacity.length
  return {
    prepared,
    rows: makeRows(mentors, 0, mentees),
    work: 0,
    lists: makeEdgesByMentor(prepared, wanted),
    u: makePrices(prepared.far, mentors),
    v: makePrices(prepared.far, mentees),
    mentorOf: new Int32Array(mentees).fill(-1),
    left: prepared.capacity.slice(),
    distance: makePrices(prepared.far, mentees).fill(prepared.far),
    reachedFrom: new Int32Array(mentees),
    heap: new Int32Array(mentees),
    heapPlace: new Int32Array(mentees),
    ready: new Int32Array(mentees),
    scanned: new Int32Array(mentees),
    tree: new Int32Array(mentors),
    treeMark: new Int32Array(mentors),
    treeDistance: makePrices(prepared.far, mentors),
    reachedBy: new Int32Array(mentors),
    tick: 0,
  }
}

/**
 * Solves part p, in which every place can be filled and mentees are left over: one shortest
 * augmenting path per place, as in `solveFromMentees` with the sides swapped. Leaves in `mentorOf` a
 * cheapest matching that fills all places, and optimal prices: `u[j] + v[i] <= cost(j, i)`, equal
 * for chosen pairs; `v[i]` is 0 for mentees left over. To take a mentee from `late` on costs
 * `handicap` more.
 */
export function solveFromMentors(
  side: MentorSide,
  p: number,
  late: number,
  handicap: number,
  ceiling: number,
): void {
  const { menteeFrom, mentorFrom, dearest } = side.prepared
  const from = mentorFrom[p]
  const to = mentorFrom[p + 1]
  side.rows = turnRows(side.prepared, p, side.lists, side.rows, late, handicap)
  side.work = 0
  for (let j = from; j < to; j++) takeFirst(side, j)
  for (let j = from; j < to; j++) {
    while (side.left[j] > 0) {
      fillPlace(side, j, ceiling)
      if (side.work <= PATIENCE * side.rows.size) continue
      side.work = 0
      const [fromItem, toItem] = [menteeFrom[p], menteeFrom[p + 1]]
      if (!canAbsorb(side.rows, side.v, fromItem, toItem, dearest[p] + handicap)) continue
      raiseCosts(side.lists, side.v, from, to)
      absorbPrices(side.rows, side.v, from, to, fromItem, toItem)
    }
  }
}

/**
 * Hands matching and prices of part p to the mentees' side, without the handicap. What one side pays
 * more, the other pays less: prices of mentors become 0 or less. Returns the price of being left
 * over for mentees from `late` on.
 *
 * @param ceiling what a place cost that was left free; by default the dearest, as none was
 */
export function handOver(
  side: MentorSide,
  p: number,
  menteeSide: MenteeSide,
  late: number,
  handicap: number,
  ceiling = -Infinity,
): number {
  const { menteeFrom, mentorFrom } = side.prepared
  const { u, v, seats } = menteeSide
  const { absorbed } = side.rows
  let highest = ceiling
  for (let j = mentorFrom[p]; j < mentorFrom[p + 1]; j++) highest = Math.max(highest, side.u[j])
  for (let j = mentorFrom[p]; j < mentorFrom[p + 1]; j++) v[j] = side.u[j] - highest
  for (let i = menteeFrom[p]; i < menteeFrom[p + 1]; i++) {
    u[i] = side.v[i] + absorbed[i] + highest - (i < late ? 0 : handicap)
    if (side.mentorOf[i] >= 0) takeSeat(seats, i, side.mentorOf[i])
  }
  return highest - handicap
}

/** Starts mentor j with their cheapest mentees, up to the first who is taken. */
function takeFirst(side: MentorSide, j: number): void {
  const { rows, lists, v, mentorOf, left } = side
  const { scratch } = side.prepared
  const { start, edge } = rows
  openNear(lists, rows, scratch, j)
  if (edge[start[j] - 2] - start[j] <= 2 * left[j] && edge[start[j] - 1] !== WHOLE) {
    openWhole(lists, rows, scratch, j)
  }
  const first = start[j]
  let e = first
  let last = edge[first]
  for (const stop = edge[first - 2]; e < stop && left[j] > 0 && mentorOf[edge[e + 1]] < 0; e += 2) {
    last = edge[e]
    mentorOf[edge[e + 1]] = j
    left[j]--
  }
  side.u[j] = last
  for (let x = first; x < e; x += 2) v[edge[x + 1]] = edge[x] - last
}

/**
 * Finds a shortest path from a place of mentor `start` to a free mentee, or to a mentor who gives a
 * place up at the price `ceiling`; moves along it.
 */
function fillPlace(side: MentorSide, start: number, ceiling: number): void {
  const { rows, lists, u, v, mentorOf } = side
  const { scratch, far } = side.prepared
  const { start: rowStart, edge } = rows
  const { distance, reachedFrom, heap, heapPlace, ready, scanned } = side
  const { tree, treeMark, treeDistance, reachedBy } = side
  const tick = ++side.tick
  let work = 0
  // The end of the shortest path so far, a free mentee or -1 - a mentor, and its length.
  let end = -1 - start
  const hasCeiling = ceiling < far
  let best = hasCeiling ? ceiling - u[start] : far
  let reached = 0
  let readyCount = 0
  let scannedCount = 0
  let heapSize = 0
  let row = start
  tree[0] = start
  treeMark[start] = tick
  treeDistance[start] = 0
  let treeCount = 1
  search: for (;;) {
    const base = reached - u[row]
    if (hasCeiling && base + ceiling < best) {
      best = base + ceiling
      end = -1 - row
    }
    let e = rowStart[row]
    if (e < 0) e = openNear(lists, rows, scratch, row)
    let stop = edge[e - 2]
    let rest = edge[e - 1]
    for (;;) {
      const first = e
      for (; e < stop; e += 2) {
        const least = base + edge[e]
        if (least >= best) break
        const i = edge[e + 1]
        const d = least - v[i]
        if (d >= best) continue
        const before = distance[i]
        if (d >= before) continue
        reachedFrom[i] = row
        if (mentorOf[i] < 0) {
          best = d
          end = i
          continue
        }
        distance[i] = d
        if (before !== far) heapRaise(heap, heapPlace, distance, heapPlace[i], i)
        else if (d <= reached) ready[readyCount++] = i
        else heapRaise(heap, heapPlace, distance, heapSize++, i)
      }
      work += e - first
      if (e < stop || rest === WHOLE || base + rest >= best) break
      const seen = e - rowStart[row]
      openWhole(lists, rows, scratch, row)
      e = rowStart[row] + seen
      stop = edge[rowStart[row] - 2]
      rest = WHOLE
    }
    if (best <= reached) break
    for (;;) {
      let i: number
      if (readyCount > 0) i = ready[--readyCount]
      else {
        if (heapSize === 0) break search
        i = heap[0]
        if (distance[i] >= best) break search
        heapSize = heapDropFirst(heap, heapPlace, distance, heapSize)
        reached = distance[i]
      }
      scanned[scannedCount++] = i
      row = mentorOf[i]
      if (treeMark[row] === tick) continue
      treeMark[row] = tick
      tree[treeCount] = row
      treeDistance[treeCount++] = reached
      reachedBy[row] = i
      break
    }
  }
  if (best === far) throw new Error(`Nobody within reach of mentor ${start}: this cannot be.`)
  for (let x = 0; x < scannedCount; x++) {
    v[scanned[x]] -= best - distance[scanned[x]]
    distance[scanned[x]] = far
  }
  for (let x = 0; x < heapSize; x++) distance[heap[x]] = far
  for (let x = 0; x < readyCount; x++) distance[ready[x]] = far
  for (let x = 0; x < treeCount; x++) u[tree[x]] += best - treeDistance[x]
  side.work += work
  side.left[start]--
  if (end === -1 - start) return
  for (let i = end < 0 ? reachedBy[-1 - end] : end; ;) {
    const j = reachedFrom[i]
    mentorOf[i] = j
    if (j === start) return
    i = reachedBy[j]
  }
}
