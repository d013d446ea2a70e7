import { heapDropFirst, heapRaise } from './heap.ts'
import type { Prices } from './prices.ts'
import { openRow, type Rows, WHOLE } from './rows.ts'
import { moveAlong, nextSeat, type Seats } from './seats.ts'

/**
 * One side of a problem looking for the other: *seekers*, who each need so many seats, and *hosts*, who have
 * seats. Mentees are the seekers where places are enough for all, mentors where they are scarce; to the
 * search it is the same.
 */
export type Side = {
  /** What each seat would cost each seeker, cheapest first. */
  rows: Rows
  seats: Seats
  /** How many seats each seeker still needs. */
  lacking: Int32Array
  /** Dual price of each seeker: what being seated costs them at present. */
  seekerPrice: Prices
  /** Dual price of each host, 0 or less: how far their seats are marked up for being wanted. */
  hostPrice: Prices
  /** Seekers from this one on may be left without a seat, or give one up, at this cost; see `setExit`. */
  firstExit: number
  exitCost: Prices
  /** Farther than any distance; see `farthest`. */
  far: number
  scratch: Scratch
}

/** The state of one search. */
type Scratch = {
  /** Per host: how far they are from where the search began, and who reached them. */
  distance: Prices
  reachedFrom: Int32Array
  /** Hosts who were reached, by distance, and those already gone through. */
  heap: Int32Array
  heapPlace: Int32Array
  scanned: Int32Array
  /** Per seeker: which search reached them last, and by which seat. */
  reachedIn: Int32Array
  seatOf: Int32Array
  searches: number
}

/** Higher than any seeker. */
const NOBODY = 2 ** 31 - 1

/** Makes a side on which nobody is seated yet, and nobody may do without a seat. */
export function makeSide(
  makePrices: (length: number) => Prices,
  far: number,
  rows: Rows,
  seats: Seats,
  lacking: Int32Array,
): Side {
  const hosts = seats.room.length
  const seekers = lacking.length
  return {
    rows,
    seats,
    lacking,
    seekerPrice: makePrices(seekers),
    hostPrice: makePrices(hosts),
    firstExit: NOBODY,
    exitCost: makePrices(1),
    far,
    scratch: {
      distance: makePrices(hosts).fill(far),
      reachedFrom: new Int32Array(hosts),
      heap: new Int32Array(hosts),
      heapPlace: new Int32Array(hosts),
      scanned: new Int32Array(hosts),
      reachedIn: new Int32Array(seekers),
      seatOf: new Int32Array(seekers),
      searches: 0,
    },
  }
}

/** Lets seekers from `first` on be left without a seat, or give one up, at a cost; nobody by default. */
export function setExit(side: Side, first = NOBODY, cost = 0): void {
  side.firstExit = first
  // Among prices, so that it is a number of the same kind as they.
  side.exitCost[0] = cost
}

/**
 * Finds the cheapest way to seat `start` once more, and moves everyone along it: a shortest augmenting path
 * with dual prices (Dijkstra's search on the costs that prices leave, Jonker and Volgenant 1987). The
 * path ends at a free seat, or with somebody who may do without, at once with `start` too.
 *
 * Prices are optimal before and after: the two prices of a pair are at most what it costs, and exactly
 * that for those who sit together; a host's is 0 unless all seats are taken.
 */
export function findSeat(side: Side, start: number): void {
  const { rows, seats, seekerPrice, hostPrice, far, firstExit } = side
  const { distance, reachedFrom, heap, heapPlace, scanned } = side.scratch
  const { reachedIn, seatOf } = side.scratch
  const { from, room, sitter } = seats
  const { start: rowStart, edge } = rows
  const exitCost = side.exitCost[0]
  const search = ++side.scratch.searches
  // The end of the shortest path so far, a host with room or -1 - a seeker, and its length.
  let end = -1 - start
  let best = far
  let reached = 0
  let scannedCount = 0
  let next = 0
  let heapSize = 0
  let seeker = start
  let seat = 0
  let lastSeat = 0
  let looked = 0
  search: for (;;) {
    reachedIn[seeker] = search
    const base = reached - seekerPrice[seeker]
    if (seeker >= firstExit && base + exitCost < best) {
      best = base + exitCost
      end = -1 - seeker
    }
    let e = rowStart[seeker]
    if (e < 0) e = openRow(rows, seeker, false)
    let stop = edge[e - 2]
    let rest = edge[e - 1]
    for (;;) {
      for (; e < stop; e += 2) {
        const least = base + edge[e]
        if (least >= best) break
        const host = edge[e + 1]
        const d = least - hostPrice[host]
        if (d >= best) continue
        const before = distance[host]
        if (d >= before) continue
        reachedFrom[host] = seeker
        if (room[host] > 0) {
          best = d
          end = host
          continue
        }
        distance[host] = d
        if (before !== far) heapRaise(heap, heapPlace, distance, heapPlace[host], host)
        else if (d === reached) scanned[scannedCount++] = host
        else heapRaise(heap, heapPlace, distance, heapSize++, host)
      }
      if (e < stop || rest === WHOLE || base + rest >= best) break
      const seen = e - rowStart[seeker]
      e = openRow(rows, seeker, true) + seen
      stop = edge[rowStart[seeker] - 2]
      rest = WHOLE
    }
    looked += e - rowStart[seeker]
    if (best <= reached) break
    for (;;) {
      while (seat < lastSeat && reachedIn[sitter[seat]] === search) seat++
      if (seat < lastSeat) break
      if (next === scannedCount) {
        if (heapSize === 0 || distance[heap[0]] >= best) break search
        scanned[scannedCount++] = heap[0]
        reached = distance[heap[0]]
        heapSize = heapDropFirst(heap, heapPlace, distance, heapSize)
      }
      const host = scanned[next++]
      seat = from[host]
      lastSeat = from[host + 1]
    }
    seeker = sitter[seat]
    seatOf[seeker] = seat++
  }
  if (best === far) throw new Error(`No seat within reach of ${start}: this cannot be.`)
  seekerPrice[start] += best
  reachedIn[start] = 0
  for (let x = 0; x < scannedCount; x++) {
    const host = scanned[x]
    const gain = best - distance[host]
    distance[host] = far
    if (gain === 0) continue
    hostPrice[host] -= gain
    // A seeker with several seats is as far as each of them, and pays more once.
    for (let s = from[host], stop = from[host + 1]; s < stop; s++) {
      if (reachedIn[sitter[s]] !== search) continue
      reachedIn[sitter[s]] = 0
      seekerPrice[sitter[s]] += gain
    }
  }
  for (let x = 0; x < heapSize; x++) distance[heap[x]] = far
  rows.looked += looked
  side.lacking[start]--
  if (end === -1 - start) return
  moveAlong(seats, reachedFrom, seatOf, start, end < 0 ? seatOf[-1 - end] : nextSeat(seats, end))
}
