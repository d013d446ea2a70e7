import type { AssignmentProblem } from '../problem.ts'
import type { Groups } from './layout.ts'
import { makeSeats, moveAlong, nextSeat, type Seats, takeSeat } from './seats.ts'

/** Everyone can be placed: what `groups` says of mentors and mentees who are not crowded. */
export const ROOMY = 0

/**
 * Settles who competes for places before any score is looked at.
 *
 * Mentees are placed greedily by falling waiting days, each by a path that lets everyone placed
 * before keep a place. This gives a set of mentees that is largest and has waited most (the greedy
 * algorithm on a transversal matroid; one search per class of equal waiting, with shared marks as
 * in Pothen and Fan 1990). When mentees cannot be placed, the mentors they reach are full and stay
 * full: they are *crowded*, at the level of those mentees' waiting days. Such a level does not
 * depend on which of several matchings was found (Dulmage and Mendelsohn 1958).
 *
 * The levels are an optimal dual solution of matching without scores, so by complementary slackness
 * an edge can be chosen only between people of the same group:
 *
 * - a mentor's group is ROOMY, or 1 + waiting days for the level at which they are crowded;
 * - a mentee's group is the lowest of their mentors': they get nothing better; -1 when they waited
 *   less than that and so remain without a place.
 *
 * In a crowded group every place is filled, whoever waited longer than the level is placed, and
 * only who of those at the level is placed remains to be decided by score. In the roomy group
 * everyone is placed.
 *
 * @param places of each mentor that can be used
 * @param order mentees by falling waiting days
 */
export function findCrowding(
  problem: AssignmentProblem,
  places: Int32Array,
  order: Int32Array,
): Groups {
  const mentees = order.length
  const search = makeSearch(mentees, places)
  for (let from = 0; from < mentees;) {
    const days = daysOf(problem, order[from])
    let to = from + 1
    while (to < mentees && daysOf(problem, order[to]) === days) to++
    placeClass(problem, search, order, from, to)
    from = to
  }
  const { level, seats } = search
  const ofMentee = new Int32Array(mentees).fill(-1)
  // Whoever has a place has it with one of their least crowded mentors.
  for (let j = 0; j < level.length; j++) {
    for (let s = seats.from[j], stop = seats.from[j + 1] - seats.room[j]; s < stop; s++) {
      ofMentee[seats.sitter[s]] = level[j]
    }
  }
  for (let i = 0; i < mentees; i++) {
    if (ofMentee[i] < 0 && hasLevel(problem, level, i)) ofMentee[i] = 1 + daysOf(problem, i)
  }
  return { ofMentee, ofMentor: level }
}

/** Is any mentor of mentee i crowded at the level of their own waiting days? */
function hasLevel(problem: AssignmentProblem, level: Int32Array, i: number): boolean {
  const own = 1 + daysOf(problem, i)
  for (let e = problem.rowStart[i]; e < problem.rowStart[i + 1]; e++) {
    if (level[problem.mentor[e]] === own) return true
  }
  return false
}

type Search = {
  seats: Seats
  /** Group of each mentor so far; -1 without places. */
  level: Int32Array
  /** How many of a mentee's first mentors are known to be full: a mentor never loses a mentee. */
  full: Int32Array
  reachedFrom: Int32Array
  /** The seat by which a mentee was reached. */
  seatOf: Int32Array
  /** Number of the search that saw a mentor last. */
  mark: Int32Array
  searches: number
  queue: Int32Array
  seen: Int32Array
}

type Found = 'placed' | 'crowded' | 'unclear'

function makeSearch(mentees: number, places: Int32Array): Search {
  const mentors = places.length
  return {
    seats: makeSeats(places),
    level: places.map((many) => (many > 0 ? ROOMY : -1)),
    full: new Int32Array(mentees),
    reachedFrom: new Int32Array(mentors),
    seatOf: new Int32Array(mentees),
    mark: new Int32Array(mentors),
    searches: 0,
    queue: new Int32Array(mentees),
    seen: new Int32Array(mentors),
  }
}

/** Places as many as possible of one class; marks what those left over reach as crowded. */
function placeClass(
  problem: AssignmentProblem,
  search: Search,
  order: Int32Array,
  from: number,
  to: number,
): void {
  let pending: number[] = []
  for (let x = from; x < to; x++) {
    const j = findRoom(problem, search, order[x])
    if (j < 0) pending.push(order[x])
    else takeSeat(search.seats, order[x], j)
  }
  // The first search of a phase sees everything it reaches, so every phase settles somebody.
  while (pending.length > 0) {
    const phase = search.searches + 1
    pending = pending.filter((i) => placeByPath(problem, search, i, phase) === 'unclear')
  }
}

/** The first mentor of mentee i with room, or -1. */
function findRoom(
  { rowStart, mentor }: AssignmentProblem,
  { full, seats }: Search,
  i: number,
): number {
  const end = rowStart[i + 1]
  let e = rowStart[i] + full[i]
  while (e < end && seats.room[mentor[e]] === 0) e++
  full[i] = e - rowStart[i]
  return e < end ? mentor[e] : -1
}

/**
 * Searches breadth first from mentee `start`, over mentors whom no search of this phase has seen
 * yet. It is unclear whether one that met a mentor seen before could have gone on from there.
 */
function placeByPath(
  problem: AssignmentProblem,
  search: Search,
  start: number,
  phase: number,
): Found {
  const { rowStart, mentor } = problem
  const { seats, level, reachedFrom, seatOf, mark, queue, seen } = search
  const own = ++search.searches
  let isCut = false
  let seenCount = 0
  queue[0] = start
  for (let x = 0, count = 1; x < count; x++) {
    const i = queue[x]
    for (let e = rowStart[i], end = rowStart[i + 1]; e < end; e++) {
      const j = mentor[e]
      if (level[j] !== ROOMY || mark[j] === own) continue
      if (mark[j] >= phase) {
        isCut = true
        continue
      }
      mark[j] = own
      seen[seenCount++] = j
      reachedFrom[j] = i
      for (let s = seats.from[j], stop = seats.from[j + 1] - seats.room[j]; s < stop; s++) {
        const next = seats.sitter[s]
        seatOf[next] = s
        const room = findRoom(problem, search, next)
        if (room >= 0) {
          reachedFrom[room] = next
          moveAlong(seats, reachedFrom, seatOf, start, nextSeat(seats, room))
          return 'placed'
        }
        queue[count++] = next
      }
    }
  }
  if (isCut) return 'unclear'
  for (let x = 0; x < seenCount; x++) level[seen[x]] = 1 + daysOf(problem, start)
  return 'crowded'
}

function daysOf({ waiting }: AssignmentProblem, i: number): number {
  return waiting ? waiting[i] : 0
}
