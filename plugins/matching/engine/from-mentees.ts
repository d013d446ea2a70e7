import { heapDropFirst, heapRaise } from './heap.ts'
import type { Prepared } from './prepare.ts'

/** What the search from the mentees' side works on; people are numbered as in `Prepared`. */
export type MenteeSide = {
  rowStart: Int32Array
  mentor: Int32Array
  cost: Int32Array
  capacity: Int32Array
  unmatchedCost: Float64Array
  /** Dual price u of each mentee: what being placed costs at present. */
  u: Float64Array
  /** Dual price v <= 0 of each mentor: how far their places are discounted for being wanted. */
  v: Float64Array
  /** Mentor of each mentee, -1 without. */
  mentorOf: Int32Array
  /** Places in use: `seat[seatFrom[j]]` … hold the mentees of mentor j, `seatOf` is the inverse. */
  used: Int32Array
  seatFrom: Int32Array
  seat: Int32Array
  seatOf: Int32Array
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

/** Makes the state shared by all components solved from the mentees' side. */
export function makeMenteeSide(prepared: Prepared): MenteeSide {
  const { rowStart, mentor, cost, capacity, unmatchedCost } = prepared
  const rows = unmatchedCost.length
  const mentors = capacity.length
  const seatFrom = new Int32Array(mentors + 1)
  // A mentor never needs more seats than they have edges.
  for (let e = 0, end = rowStart[rows]; e < end; e++) {
    const j = mentor[e]
    if (seatFrom[j + 1] < capacity[j]) seatFrom[j + 1]++
  }
  for (let j = 0; j < mentors; j++) seatFrom[j + 1] += seatFrom[j]
  return {
    rowStart,
    mentor,
    cost,
    capacity,
    unmatchedCost,
    u: new Float64Array(rows),
    v: new Float64Array(mentors),
    mentorOf: new Int32Array(rows).fill(-1),
    used: new Int32Array(mentors),
    seatFrom,
    seat: new Int32Array(seatFrom[mentors]),
    seatOf: new Int32Array(rows),
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
 * Solves mentees `from` … `to - 1`, a whole component, by successive shortest augmenting paths with
 * dual prices (Jonker and Volgenant 1987, with places instead of columns and a sparse row scan that
 * stops at the cheapest path known). Leaves an optimal matching in `mentorOf` and optimal prices:
 * `u[i] <= unmatchedCost[i]`, `v[j] <= 0`, `u[i] + v[j] <= cost(i, j)`.
 */
export function solveFromMentees(side: MenteeSide, from: number, to: number): void {
  const { mentorOf } = side
  for (let i = from; i < to; i++) takeCheapest(side, i)
  // Prepared puts the longest waiting first: who comes later can then never displace them for long.
  for (let i = from; i < to; i++) if (mentorOf[i] < 0) placeMentee(side, i)
}

/** Starts mentee i with their cheapest mentor, if one of equal cost still has a place. */
function takeCheapest(side: MenteeSide, i: number): void {
  const { rowStart, mentor, cost, capacity, used } = side
  const start = rowStart[i]
  const lowest = cost[start]
  side.u[i] = lowest
  for (let e = start, end = rowStart[i + 1]; e < end && cost[e] === lowest; e++) {
    const j = mentor[e]
    if (used[j] === capacity[j]) continue
    const s = side.seatFrom[j] + used[j]++
    side.seat[s] = i
    side.seatOf[i] = s
    side.mentorOf[i] = j
    return
  }
}

/** Finds a shortest path from mentee i to a free place, or to leaving somebody unmatched. */
function placeMentee(side: MenteeSide, start: number): void {
  const { rowStart, mentor, cost, capacity, unmatchedCost, u, v } = side
  const { used, seatFrom, seat, distance, reachedFrom, mark, heap, heapPlace } = side
  const { ready, scanned } = side
  const open = side.tick + 1
  const done = side.tick + 2
  side.tick = done
  u[start] = cheapestNow(side, start)
  // Length of the best complete path so far, and its end: a mentor, or -1 - mentee left unmatched.
  let best = unmatchedCost[start] - u[start]
  let end = -1 - start
  let reached = 0
  let readyCount = 0
  let scannedCount = 0
  let heapSize = 0
  let row = start
  let nextSeat = 0
  let lastSeat = 0
  for (;;) {
    const base = reached - u[row]
    if (base + unmatchedCost[row] < best) {
      best = base + unmatchedCost[row]
      end = -1 - row
    }
    if (best <= reached) break
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
  u[start] += best
  for (let x = 0; x < scannedCount; x++) {
    const j = scanned[x]
    const gain = best - distance[j]
    if (gain === 0) continue
    v[j] -= gain
    for (let s = seatFrom[j], stop = s + used[j]; s < stop; s++) u[seat[s]] += gain
  }
  augment(side, start, end)
}

/** The lowest cost at present prices, at most that of staying unmatched. */
function cheapestNow(side: MenteeSide, i: number): number {
  const { rowStart, mentor, cost, v } = side
  let lowest = side.unmatchedCost[i]
  for (let e = rowStart[i], stop = rowStart[i + 1]; e < stop; e++) {
    const c = cost[e]
    if (c >= lowest) break
    const price = c - v[mentor[e]]
    if (price < lowest) lowest = price
  }
  return lowest
}

/** Moves everyone along the path found, from its end back to `start`. */
function augment(side: MenteeSide, start: number, end: number): void {
  const { mentorOf, seat, seatOf, seatFrom, used, reachedFrom } = side
  let j = end
  let s: number
  if (end >= 0) s = seatFrom[end] + used[end]++
  else {
    const dropped = -1 - end
    if (dropped === start) return
    j = mentorOf[dropped]
    s = seatOf[dropped]
    mentorOf[dropped] = -1
  }
  for (;;) {
    const row = reachedFrom[j]
    const freedSeat = seatOf[row]
    const freedMentor = mentorOf[row]
    seat[s] = row
    seatOf[row] = s
    mentorOf[row] = j
    if (row === start) return
    s = freedSeat
    j = freedMentor
  }
}
