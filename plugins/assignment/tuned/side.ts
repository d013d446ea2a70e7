import type { Layout, Part, Run } from './layout.ts'
import { makePrices } from './prices.ts'
import { absorbPrices, makeRows, type Source, startPart } from './rows.ts'
import { findSeat, makeSide, type Side } from './search.ts'
import { makeSeats } from './seats.ts'
import type { SortScratch } from './sort.ts'
import { fromMentees, fromMentors } from './sources.ts'

/** Prices are absorbed when as much was looked at as what is listed, this many times. */
const PATIENCE = 4

/**
 * Mentees as seekers of one seat each, mentors as their hosts.
 *
 * @param parts in which they may have to look
 */
export function menteesLooking(layout: Layout, parts: Part[], sort: SortScratch): Side {
  const lacking = new Int32Array(layout.menteeAt.length).fill(1)
  return sideOf(layout, fromMentees(layout, parts, sort), sort, lacking, layout.places)
}

/**
 * Mentors as seekers of so many mentees as they have places, mentees as hosts with one seat each.
 *
 * @param parts in which they have to look
 * @param wanted how many mentees could go to each mentor of the problem
 */
export function mentorsLooking(
  layout: Layout,
  parts: Part[],
  wanted: Int32Array,
  sort: SortScratch,
): Side {
  const seats = new Int32Array(layout.menteeAt.length).fill(1)
  return sideOf(layout, fromMentors(layout, parts, wanted), sort, layout.places.slice(), seats)
}

type Seating = {
  /** Seekers who look after others have been seated. @default all seekers of the part, who look first */
  only?: Run
  /** For mentees from `late` on every edge costs `handicap` more. */
  late?: number
  handicap?: number
}

/**
 * Seats seekers of a part as often as they need it, one shortest augmenting path after the other, at the
 * least cost and with optimal prices.
 */
export function seatAll(
  side: Side,
  part: Part,
  { only, late = 0, handicap = 0 }: Seating = {},
): void {
  const { lacking, rows, hostPrice } = side
  const all = part[rows.source.seekers]
  const hosts = part[rows.source.hosts]
  const absorb = () => absorbPrices(rows, hostPrice, all, hosts, part.dearest + handicap)
  startPart(rows, part, late, handicap)
  // Prices have fallen while the others were seated.
  if (only) absorb()
  const { from, to } = only ?? all
  for (let s = from; s < to; s++) {
    while (lacking[s] > 0) {
      findSeat(side, s)
      if (rows.looked > PATIENCE * rows.size) absorb()
    }
  }
  for (let h = hosts.from; h < hosts.to; h++) hostPrice[h] += rows.absorbed[h]
}

function sideOf(
  { far }: Layout,
  source: Source,
  sort: SortScratch,
  lacking: Int32Array,
  seats: Int32Array,
): Side {
  const rows = makeRows(lacking.length, seats.length, source, sort)
  return makeSide((length) => makePrices(far, length), far, rows, makeSeats(seats), lacking)
}
