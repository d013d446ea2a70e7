/** The mentees of each mentor j: `seat[from[j]]` … `seat[from[j] + used[j] - 1]`. */
export type Seats = {
  from: Int32Array
  seat: Int32Array
  used: Int32Array
  /** Where each mentee sits in `seat`, and with which mentor, -1 without. */
  seatOf: Int32Array
  mentorOf: Int32Array
}

/** Makes empty seats: as many per mentor as places, but never more than mentees or edges. */
export function makeSeats(
  capacity: Int32Array,
  mentor: Int32Array,
  edges: number,
  mentees: number,
): Seats {
  const from = new Int32Array(capacity.length + 1)
  let most = 0
  for (let j = 0; j < capacity.length; j++) most += Math.min(capacity[j], mentees)
  if (most <= edges) {
    for (let j = 0; j < capacity.length; j++) from[j + 1] = Math.min(capacity[j], mentees)
  } else {
    for (let e = 0; e < edges; e++) {
      const j = mentor[e]
      if (from[j + 1] < capacity[j]) from[j + 1]++
    }
  }
  for (let j = 0; j < capacity.length; j++) from[j + 1] += from[j]
  return {
    from,
    seat: new Int32Array(from[capacity.length]),
    used: new Int32Array(capacity.length),
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
