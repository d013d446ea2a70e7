/**
 * Prices and distances of a search: whole numbers, in 32 bits when all of them fit, which is faster and,
 * before the code is compiled, makes no garbage; else as doubles.
 */
export type Prices = Int32Array | Float64Array

/** Farther than any distance that fits into 32 bits; two of them can be added up. */
const FAR = 2 ** 30

/**
 * What is farther than anything in a part of the given sizes: 2^30 when no price and no distance gets
 * there, else Infinity, and `makePrices` then makes doubles.
 *
 * By dual feasibility a price is at most what a path to somebody free, or to being left out, costs. It
 * passes nobody twice, so that is `dearest * (people + 1) + ceiling`; a distance in a search, with the
 * prices at both its ends, is no more than four times that, and twice again when one side takes over
 * from the other.
 *
 * @param dearest the highest cost
 * @param people of the side with fewer
 * @param ceiling what it costs to be left out, 0 when nobody is
 */
export function farthest(dearest: number, people: number, ceiling: number): number {
  return 8 * (dearest * (people + 1) + ceiling) < FAR ? FAR : Infinity
}

/** Makes `length` prices of 0, of the kind that `far` (see `farthest`) needs. */
export function makePrices(far: number, length: number): Prices {
  return far === Infinity ? new Float64Array(length) : new Int32Array(length)
}
