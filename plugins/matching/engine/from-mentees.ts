import { heapDropFirst, heapRaise } from './heap.ts'
import { type Prepared, sortRows } from './prepare.ts'
import { makeSeats, seatAlong, type Seats } from './seats.ts'

/** What the search from the mentees' side works on; people are numbered as in `Prepared`. */
export type MenteeSide = {
  prepared: Prepared
  seats: Seats
  /** Dual price u >= 0 of each mentee: what being placed costs at present. */
  u: Float64Array
  /** Dual price v <= 0 of each mentor: how far their places are marked up for being wanted. */
  v: Float64Array
  /** State of one search: distance, the row a mentor was reached from, and who is in which list. */
  distance: Float64Array
  reachedFrom: Int32Array
  mark: Int32Array
  heap: Int32Array
  heapPlace: Int32Array
  ready: Int32Array
  scanned: Int32Array
  tick: number
}

/** Makes the state shared by all parts solved from the mentees' side. */
export function makeMenteeSide(prepared: Prepared): MenteeSide {
  const { rowStart, mentor, capacity } = prepared
  const mentees = rowStart.length - 1
  const mentors = capacity.length
  return {
    prepared,
    seats: makeSeats(capacity, mentor, rowStart[mentees], mentees),
    u: new Float64Array(mentees),
    v: new Float64Array(mentors),
    distance: new Float64Array(mentors),
    reachedFrom: new Int32Array(mentors),
    mark: new Int32Array(mentors),
    heap: new Int32Array(mentors),
    heapPlace: new Int32Array(mentors),
    ready: new Int32Array(mentors),
    scanned: new Int32Array(mentors),
    tick: 0,
  }
}

/**
 * Solves a part for its mentees `from` … `to - 1`, who can all be placed, by successive shortest augmenting paths with dual
 * prices (Jonker and Volgenant 1987, with places instead of columns, and sparse sorted rows scanned
 * up to the cheapest path known). Leaves a cheapest matching of all of them in `seats` and
 * optimal prices: `u[i] + v[j] <= cost(i, j)`, equal for chosen pairs; `v[j]` is 0 unless j is full.
 */
export function solveFromMentees(side: MenteeSide, from: number, to: number): void {
  const { mentorOf } = side.seats
  sortRows(side.prepared, from, to)
  for (let i = from; i < to; i++) takeCheapest(side, i)
  for (let i = from; i < to; i++) if (mentorOf[i] < 0) placeMentee(side, i)
}

/** Starts mentee i with their cheapest mentor, if one of equal cost still has a place. */
function takeCheapest(side: MenteeSide, i: number): void {
  const { rowStart, mentor, cost, capacity } = side.prepared
  const start = rowStart[i]
  const lowest = cost[start]
  side.u[i] = lowest
  for (let e = start, end = rowStart[i + 1]; e < end && cost[e] === lowest; e++) {
    const j = mentor[e]
    if (side.seats.used[j] === capacity[j]) continue
    side.reachedFrom[j] = i
    return seatAlong(side.seats, side.reachedFrom, i, j)
  }
}

/** Finds a shortest path from mentee `start` to a free place and moves everyone along it. */
function placeMentee(side: MenteeSide, start: number): void {
  const { rowStart, mentor, cost, capacity } = side.prepared
  const { from: seatFrom, seat, used } = side.seats
  const { u, v, distance, reachedFrom, mark, heap, heapPlace, ready, scanned } = side
  const open = side.tick + 1
  const done = side.tick + 2
  side.tick = done
  u[start] = cheapestNow(side, start)
  // The mentor with room at the end of the shortest path so far, and its length.
  let end = -1
  let best = Infinity
  let reached = 0
  let readyCount = 0
  let scannedCount = 0
  let heapSize = 0
  let row = start
  let nextSeat = 0
  let lastSeat = 0
  for (;;) {
    const base = reached - u[row]
    for (let e = rowStart[row], stop = rowStart[row + 1]; e < stop; e++) {
      const least = base + cost[e]
      if (least >= best) break
      const j = mentor[e]
      const d = least - v[j]
      if (d >= best) continue
      const m = mark[j]
      if (m === done || (m === open && d >= distance[j])) continue
      reachedFrom[j] = row
      if (used[j] < capacity[j]) {
        best = d
        end = j
        continue
      }
      distance[j] = d
      if (m === open) heapRaise(heap, heapPlace, distance, heapPlace[j], j)
      else if (d <= reached) {
        mark[j] = done
        ready[readyCount++] = j
      } else {
        mark[j] = open
        heapRaise(heap, heapPlace, distance, heapSize++, j)
      }
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
      mark[j] = done
    }
    scanned[scannedCount++] = j
    nextSeat = seatFrom[j]
    lastSeat = nextSeat + used[j]
    row = seat[nextSeat++]
  }
  if (end < 0) throw new Error(`No place within reach of mentee ${start}: this cannot be.`)
  u[start] += best
  for (let x = 0; x < scannedCount; x++) {
    const j = scanned[x]
    const gain = best - distance[j]
    if (gain === 0) continue
    v[j] -= gain
    for (let s = seatFrom[j], stop = s + used[j]; s < stop; s++) u[seat[s]] += gain
  }
  seatAlong(side.seats, reachedFrom, start, end)
}

/** The lowest cost for mentee i at present prices. */
function cheapestNow({ prepared, v }: MenteeSide, i: number): number {
  const { rowStart, mentor, cost } = prepared
  let lowest = Infinity
  for (let e = rowStart[i], stop = rowStart[i + 1]; e < stop; e++) {
    const c = cost[e]
    if (c >= lowest) break
    const price = c - v[mentor[e]]
    if (price < lowest) lowest = price
  }
  return lowest
}
