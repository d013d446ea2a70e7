import type { Layout, Part, Run } from './layout.ts'
import { makePrices } from './prices.ts'
import { makeRows, type Source } from './rows.ts'
import { findSeat, makeSide, type Side } from './search.ts'
import { makeSeats } from './seats.ts'
import type { SortScratch } from './sort.ts'
import { fromMentees, fromMentors } from './sources.ts'

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

/**
 * Seats all `seekers` as often as they need it, one shortest augmenting path after the other, at the least
 * cost and with optimal prices.
 */
export function seatAll(side: Side, seekers: Run): void {
  const { lacking } = side
  for (let s = seekers.from; s < seekers.to; s++) while (lacking[s] > 0) findSeat(side, s)
}

function sideOf(
  { far }: Layout,
  source: Source,
  sort: SortScratch,
  lacking: Int32Array,
  seats: Int32Array,
): Side {
  const rows = makeRows(lacking.length, source, sort)
  return makeSide((length) => makePrices(far, length), far, rows, makeSeats(seats), lacking)
}
