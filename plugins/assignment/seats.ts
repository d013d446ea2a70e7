import type { AssignmentProblem } from './problem.ts'

/** The mentees of each mentor j: `seat[from[j]]` … `seat[from[j] + used[j] - 1]`. */
export type Seats = {
  from: Int32Array
  seat: Int32Array
  used: Int32Array
  /** Where each mentee sits in `seat`, and with which mentor, -1 without. */
  seatOf: Int32Array
  mentorOf: Int32Array
}

/**
 * Places of each mentor that count: no more than there are mentees, or than edges and one. That one
 * stays free whatever happens, which shows in the mentor's price.
 *
 * @param counted what `countWanted` says, if it is known
 */
export function usablePlaces(problem: AssignmentProblem, counted?: Int32Array): Int32Array {
  const { capacity, mentor, rowStart } = problem
  const mentees = rowStart.length - 1
  const places = new Int32Array(capacity.length)
  let most = 0
  for (let j = 0; j < capacity.length; j++) most += Math.min(capacity[j], mentees)
  if (most <= mentor.length) {
    for (let j = 0; j < capacity.length; j++) places[j] = Math.min(capacity[j], mentees)
  } else {
    const wanted = counted ?? countWanted(problem)
    for (let j = 0; j < capacity.length; j++) places[j] = Math.min(capacity[j], wanted[j] + 1)
  }
  return places
}

/** How many mentees could go to each mentor. */
export function countWanted({ capacity, mentor }: AssignmentProblem): Int32Array {
  const wanted = new Int32Array(capacity.length)
  for (let e = 0; e < mentor.length; e++) wanted[mentor[e]]++
  return wanted
}

/** Makes empty seats, as many as `places` for each mentor. */
export function makeSeats(places: Int32Array, mentees: number): Seats {
  const from = new Int32Array(places.length + 1)
  for (let j = 0; j < places.length; j++) from[j + 1] = from[j] + places[j]
  return {
    from,
    seat: new Int32Array(from[places.length]),
    used: new Int32Array(places.length),
    seatOf: new Int32Array(mentees),
    mentorOf: new Int32Array(mentees).fill(-1),
  }
}

/** Seats mentee `start`, moving everyone along a path that ends at `end`, a mentor with room. */
export function seatAlong(seats: Seats, reachedFrom: Int32Array, start: number, end: number): void {
  const { from, seat, used, seatOf, mentorOf } = seats
  let j = end
  let s = from[end] + used[end]++
  for (;;) {
    const i = reachedFrom[j]
    const freedSeat = seatOf[i]
    const freedMentor = mentorOf[i]
    seat[s] = i
    seatOf[i] = s
    mentorOf[i] = j
    if (i === start) return
    s = freedSeat
    j = freedMentor
  }
}

/** Takes mentee i off their mentor, who is returned. */
export function unseat(seats: Seats, i: number): number {
  const { from, seat, used, seatOf, mentorOf } = seats
  const j = mentorOf[i]
  const last = seat[from[j] + --used[j]]
  seat[seatOf[i]] = last
  seatOf[last] = seatOf[i]
  mentorOf[i] = -1
  return j
}

/** Seats mentee i with mentor j, who has room. */
export function takeSeat(
  { from, seat, used, seatOf, mentorOf }: Seats,
  i: number,
  j: number,
): void {
  const s = from[j] + used[j]++
  seat[s] = i
  seatOf[i] = s
  mentorOf[i] = j
}
