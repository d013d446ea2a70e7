import { heapDropFirst, heapRaise } from './heap.ts'
import { openFresh, openRow, type Prepared } from './prepare.ts'
import { makePrices, type Prices } from './prices.ts'
import { absorbPrices, canAbsorb, makeRows, roomForRows, type Rows, WHOLE } from './rows.ts'
import { makeSeats, seatAlong, type Seats, takeSeat, unseat } from './seats.ts'

/** What the search from the mentees' side works on; people are numbered as in `Prepared`. */
export type MenteeSide = {
  prepared: Prepared
  /** Rows of the mentees, to mentors. */
  rows: Rows
  seats: Seats
  /** Dual price u of each mentee: what being placed costs at present. */
  u: Prices
  /** Dual price v <= 0 of each mentor: how far their places are marked up for being wanted. */
  v: Prices
  /** State of one search: distance, the row a mentor was reached from, and who is in which list. */
  distance: Prices
  reachedFrom: Int32Array
  heap: Int32Array
  heapPlace: Int32Array
  ready: Int32Array
  scanned: Int32Array
  /** How much of the rows was looked at since prices were absorbed last. */
  work: number
}

/** Prices are absorbed when as much was looked at as what is listed, this many times. */
const PATIENCE = 4

/**
 * Makes the state shared by all parts.
 *
 * @param isWanted per part whether its mentees will be started
 * @param isCrowded whether mentees may have to be placed in other parts as well
 */
export function makeMenteeSide(
  prepared: Prepared,
  isWanted: Uint8Array,
  isCrowded: boolean,
): MenteeSide {
  const mentees = prepared.menteeAt.length
  const mentors = prepared.mentorAt.length
  return {
    prepared,
    rows: makeRows(mentees, roomFor(prepared, isWanted, isCrowded), mentors),
    seats: makeSeats(prepared.capacity, mentees),
    u: makePrices(prepared.far, mentees),
    v: makePrices(prepared.far, mentors),
    distance: makePrices(prepared.far, mentors).fill(prepared.far),
    reachedFrom: new Int32Array(mentors),
    heap: new Int32Array(mentors),
    heapPlace: new Int32Array(mentors),
    ready: new Int32Array(mentors),
    scanned: new Int32Array(mentors),
    work: 0,
  }
}

/** Room for what `startMentees` lists, which stays, and for the rows of one part that are listed after. */
function roomFor(
  { problem, menteeAt, menteeFrom }: Prepared,
  isWanted: Uint8Array,
  isCrowded: boolean,
): number {
  const { rowStart } = problem
  let started = 0
  let largest = 0
  for (let p = 0; p < isWanted.length; p++) {
    if (!isWanted[p] && !isCrowded) continue
    let edges = 0
    for (let r = menteeFrom[p]; r < menteeFrom[p + 1]; r++) {
      edges += rowStart[menteeAt[r] + 1] - rowStart[menteeAt[r]]
    }
    const room = roomForRows(menteeFrom[p + 1] - menteeFrom[p], edges)
    if (isWanted[p]) started += room
    largest = Math.max(largest, room)
  }
  return started + largest
}

/**
 * Starts the mentees of the given parts with their cheapest mentors, in the order of the problem, so
 * that its rows are read one after the other.
 *
 * @param isWanted per part
 * @param order mentees by falling waiting days; undefined when all wait alike
 */
export function startMentees(
  side: MenteeSide,
  isWanted: Uint8Array,
  order: Int32Array | undefined,
): void {
  const { partOf, menteeFrom, dearest } = side.prepared
  const { rows } = side
  const next = menteeFrom.slice()
  const reach = Int32Array.from(dearest, (most) => most >> 3)
  for (let x = 0; x < partOf.length; x++) {
    const p = partOf[order ? order[x] : x]
    if (p < 0) continue
    const r = next[p]++
    if (isWanted[p] === 0) continue
    rows.reach = reach[p]
    takeCheapest(side, p, r)
    reach[p] = rows.reach
  }
  rows.base = rows.size
}

/**
 * Places mentees `from` … `to - 1` of part p, who have been started, by successive shortest augmenting
 * paths with dual prices (Jonker and Volgenant 1987, with places instead of columns, and sparse sorted
 * rows scanned up to the cheapest path known). Leaves a cheapest matching in `seats` and optimal
 * prices: `u[i] + v[j] <= cost(i, j)`, equal for chosen pairs; `v[j]` is 0 unless j is full.
 *
 * @param ceiling what it costs to leave somebody out; Infinity when all can be placed
 */
export function solveFromMentees(
  side: MenteeSide,
  p: number,
  from: number,
  to: number,
  ceiling: number,
): void {
  const { mentorOf } = side.seats
  for (let i = from; i < to; i++) if (mentorOf[i] < 0) placeMentee(side, p, i, from, ceiling)
}

/** Starts mentee r with their cheapest mentor, if one of equal cost still has a place. */
function takeCheapest({ prepared, rows, seats, u }: MenteeSide, p: number, r: number): void {
  const { capacity } = prepared
  const { edge } = rows
  const { used } = seats
  const start = openFresh(prepared, rows, p, r)
  const lowest = edge[start]
  u[r] = lowest
  for (let e = start, stop = edge[start - 2]; e < stop && edge[e] === lowest; e += 2) {
    const j = edge[e + 1]
    if (used[j] < capacity[j]) return takeSeat(seats, r, j)
  }
}

/**
 * Finds a shortest path from mentee `start` of part p to a free place and moves everyone along it.
 * Mentees from `giveWay` on may also be left out, at the price `ceiling`: the path can end with them,
 * at once with `start` too.
 */
export function placeMentee(
  side: MenteeSide,
  p: number,
  start: number,
  giveWay: number,
  ceiling: number,
): void {
  const { prepared, rows } = side
  const { capacity, far } = prepared
  const { start: rowStart, edge } = rows
  const { from: seatFrom, seat, used } = side.seats
  const { u, v, distance, reachedFrom, heap, heapPlace, ready, scanned } = side
  if (rowStart[start] < 0) openRow(prepared, rows, p, start, false)
  // No more than their cheapest edge costs, since prices are 0 or less.
  u[start] = Math.min(edge[rowStart[start]], ceiling)
  let work = 0
  // The end of the shortest path so far, a mentor with room or -1 - a mentee, and its length.
  let end = -1 - start
  let best = far
  const hasCeiling = ceiling < far
  let reached = 0
  let readyCount = 0
  let scannedCount = 0
  let heapSize = 0
  let row = start
  let nextSeat = 0
  let lastSeat = 0
  for (;;) {
    const base = reached - u[row]
    if (hasCeiling && row >= giveWay && base + ceiling < best) {
      best = base + ceiling
      end = -1 - row
    }
    let e = rowStart[row]
    if (e < 0) e = openRow(prepared, rows, p, row, false)
    let stop = edge[e - 2]
    let rest = edge[e - 1]
    for (;;) {
      const first = e
      for (; e < stop; e += 2) {
        const least = base + edge[e]
        if (least >= best) break
        const j = edge[e + 1]
        const d = least - v[j]
        if (d >= best) continue
        const before = distance[j]
        if (d >= before) continue
        reachedFrom[j] = row
        if (used[j] < capacity[j]) {
          best = d
          end = j
          continue
        }
        distance[j] = d
        if (before !== far) heapRaise(heap, heapPlace, distance, heapPlace[j], j)
        else if (d <= reached) ready[readyCount++] = j
        else heapRaise(heap, heapPlace, distance, heapSize++, j)
      }
      work += e - first
      if (e < stop || rest === WHOLE || base + rest >= best) break
      const seen = e - rowStart[row]
      openRow(prepared, rows, p, row, true)
      e = rowStart[row] + seen
      stop = edge[rowStart[row] - 2]
      rest = WHOLE
    }
    if (best <= reached) break
    if (nextSeat < lastSeat) {
      row = seat[nextSeat++]
      continue
    }
    let j: number
    if (readyCount > 0) j = ready[--readyCount]
    else {
      if (heapSize === 0) break
      j = heap[0]
      if (distance[j] >= best) break
      heapSize = heapDropFirst(heap, heapPlace, distance, heapSize)
      reached = distance[j]
    }
    scanned[scannedCount++] = j
    nextSeat = seatFrom[j]
    lastSeat = nextSeat + used[j]
    row = seat[nextSeat++]
  }
  if (best === far) throw new Error(`No place within reach of mentee ${start}: this cannot be.`)
  u[start] += best
  for (let x = 0; x < scannedCount; x++) {
    const j = scanned[x]
    const gain = best - distance[j]
    distance[j] = far
    if (gain === 0) continue
    v[j] -= gain
    for (let s = seatFrom[j], stop = s + used[j]; s < stop; s++) u[seat[s]] += gain
  }
  for (let x = 0; x < heapSize; x++) distance[heap[x]] = far
  for (let x = 0; x < readyCount; x++) distance[ready[x]] = far
  if (end !== -1 - start) {
    if (end < 0) end = unseat(side.seats, -1 - end)
    seatAlong(side.seats, reachedFrom, start, end)
  }
  countWork(side, p, work)
}

/** Counts the edges that a search looked at and once they are many, makes scans shorter again. */
function countWork(side: MenteeSide, p: number, looked: number): void {
  side.work += looked
  if (side.work > PATIENCE * side.rows.size) absorbAll(side, p)
}

/** Makes the prices of part p part of the costs, unless those would get too large. */
export function absorbAll(side: MenteeSide, p: number): void {
  const { menteeFrom, mentorFrom, dearest } = side.prepared
  const { rows, v } = side
  const [fromItem, toItem] = [mentorFrom[p], mentorFrom[p + 1]]
  side.work = 0
  if (!canAbsorb(rows, v, fromItem, toItem, dearest[p])) return
  absorbPrices(rows, v, menteeFrom[p], menteeFrom[p + 1], fromItem, toItem)
}
