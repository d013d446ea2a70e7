import type { Groups } from './components.ts'
import type { AssignmentProblem } from './problem.ts'
import { makeSeats, seatAlong, type Seats } from './seats.ts'

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
 * @param order mentees by falling waiting days; undefined when all wait alike
 */
export function findCrowding(problem: AssignmentProblem, order: Int32Array | undefined): Groups {
  const { capacity, rowStart, mentor, waiting } = problem
  const mentees = rowStart.length - 1
  const search = makeSearch(problem)
  for (let from = 0; from < mentees; ) {
    let to = mentees
    if (order && waiting) {
      const days = waiting[order[from]]
      for (to = from + 1; to < mentees && waiting[order[to]] === days; ) to++
    }
    placeClass(problem, search, order, from, to)
    from = to
  }
  const ofMentee = new Int32Array(mentees)
  for (let i = 0; i < mentees; i++) {
    let lowest = 2 ** 31 - 1
    for (let e = rowStart[i]; e < rowStart[i + 1] && lowest > ROOMY; e++) {
      const j = mentor[e]
      if (capacity[j] > 0 && search.level[j] < lowest) lowest = search.level[j]
    }
    ofMentee[i] = lowest > ROOMY && daysOf(problem, i) < lowest - 1 ? -1 : lowest
  }
  return { ofMentee, ofMentor: search.level }
}

type Search = {
  seats: Seats
  /** Group of each mentor so far; -1 without places. */
  level: Int32Array
  /** First edge of each mentee that may lead to a mentor with room: mentors never lose a mentee. */
  look: Int32Array
  reachedFrom: Int32Array
  mark: Int32Array
  queue: Int32Array
  phase: number
}

function makeSearch({ capacity, rowStart, mentor }: AssignmentProblem): Search {
  const mentees = rowStart.length - 1
  return {
    seats: makeSeats(capacity, mentor, mentor.length, mentees),
    level: capacity.map((places) => (places > 0 ? ROOMY : -1)),
    look: rowStart.slice(0, mentees),
    reachedFrom: new Int32Array(capacity.length),
    mark: new Int32Array(capacity.length),
    queue: new Int32Array(mentees),
    phase: 0,
  }
}

/** Places as many as possible of one class; marks what those left over reach as crowded. */
function placeClass(
  problem: AssignmentProblem,
  search: Search,
  order: Int32Array | undefined,
  from: number,
  to: number,
): void {
  let pending: number[] = []
  for (let x = from; x < to; x++) {
    const i = order ? order[x] : x
    const j = findRoom(problem, search, i)
    if (j < 0) pending.push(i)
    else {
      search.reachedFrom[j] = i
      seatAlong(search.seats, search.reachedFrom, i, j)
    }
  }
  let before = -1
  while (pending.length > 0 && pending.length !== before) {
    before = pending.length
    search.phase++
    pending = pending.filter((i) => !placeByPath(problem, search, i))
  }
  // The last phase placed nobody, so its marks are exactly what the rest can reach.
  if (pending.length > 0) markCrowded(search, 1 + daysOf(problem, pending[0]))
}

/** The first mentor with room among those of mentee i, or -1. */
function findRoom(
  { capacity, rowStart, mentor }: AssignmentProblem,
  { look, seats }: Search,
  i: number,
): number {
  const { used } = seats
  for (let e = look[i], end = rowStart[i + 1]; e < end; e++) {
    const j = mentor[e]
    if (used[j] < capacity[j]) {
      look[i] = e
      return j
    }
  }
  look[i] = rowStart[i + 1]
  return -1
}

/** Searches breadth first from mentee `start`, over mentors not yet seen in this phase. */
function placeByPath(problem: AssignmentProblem, search: Search, start: number): boolean {
  const { rowStart, mentor } = problem
  const { seats, level, reachedFrom, mark, queue, phase } = search
  queue[0] = start
  for (let x = 0, count = 1; x < count; x++) {
    const i = queue[x]
    for (let e = rowStart[i], end = rowStart[i + 1]; e < end; e++) {
      const j = mentor[e]
      if (mark[j] === phase || level[j] !== ROOMY) continue
      mark[j] = phase
      reachedFrom[j] = i
      for (let s = seats.from[j], stop = s + seats.used[j]; s < stop; s++) {
        const next = seats.seat[s]
        const room = findRoom(problem, search, next)
        if (room >= 0) {
          reachedFrom[room] = next
          seatAlong(seats, reachedFrom, start, room)
          return true
        }
        queue[count++] = next
      }
    }
  }
  return false
}

function markCrowded({ mark, level, phase }: Search, group: number): void {
  for (let j = 0; j < level.length; j++) {
    if (mark[j] === phase && level[j] === ROOMY) level[j] = group
  }
}

function daysOf({ waiting }: AssignmentProblem, i: number): number {
  return waiting ? waiting[i] : 0
}
