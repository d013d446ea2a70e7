/**
 * Who sits where. A host has as many seats as they can take people; the taken ones come first: those of
 * host h are `sitter[from[h]]` … `sitter[from[h + 1] - room[h] - 1]`.
 */
export type Seats = {
  from: Int32Array
  /** How many seats of each host are free. */
  room: Int32Array
  /** Per seat: who sits there, and whose seat it is. */
  sitter: Int32Array
  host: Int32Array
}

/** Makes empty seats, so many for each host. */
export function makeSeats(places: Int32Array): Seats {
  const from = new Int32Array(places.length + 1)
  for (let h = 0; h < places.length; h++) from[h + 1] = from[h] + places[h]
  const host = new Int32Array(from[places.length])
  // Not by `fill`, which takes long to begin when there is little to fill.
  for (let h = 0; h < places.length; h++) {
    for (let seat = from[h]; seat < from[h + 1]; seat++) host[seat] = h
  }
  return { from, room: places.slice(), sitter: new Int32Array(host.length), host }
}

/** Seats somebody with a host who has room. */
export function takeSeat({ from, room, sitter }: Seats, seeker: number, host: number): void {
  sitter[from[host + 1] - room[host]--] = seeker
}

/**
 * Seats seeker `start`, moving everyone along a path that ends at seat `end`, which is free or given up.
 *
 * @param reachedFrom per host on the path: the seeker who takes a seat there
 * @param seatOf per seeker on the path but `start`: the seat that they leave
 */
export function moveAlong(
  { sitter, host }: Seats,
  reachedFrom: Int32Array,
  seatOf: Int32Array,
  start: number,
  end: number,
): void {
  for (let seat = end; ;) {
    const seeker = reachedFrom[host[seat]]
    sitter[seat] = seeker
    if (seeker === start) return
    seat = seatOf[seeker]
  }
}

/** Takes the next free seat of a host with room; says which it is. */
export function nextSeat({ from, room }: Seats, host: number): number {
  return from[host + 1] - room[host]--
}
