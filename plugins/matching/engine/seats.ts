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
 * Places of each mentor that count: one more than mentees who could go there, at most. That one stays
 * free whatever happens, which shows in the mentor's price.
 *
 * @param wanted see `Survey`
 */
export function usablePlaces(capacity: Int32Array, wanted: Int32Array): Int32Array {
  return capacity.map((places, j) => Math.min(places, wanted[j] + 1))
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
