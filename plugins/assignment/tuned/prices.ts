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
 * Be D what an edge costs at most, P how many people of the scarce side there are, and L = D * P the most
 * that a path costs, which passes nobody twice. On the side that is solved first, whoever a search starts
 * from pays at most L, others it reaches 2 L, and a distance is at most 3 L. When the other side takes
 * over, being left out costs at most 2 L, and on top of that come L for prices and 2 L for distances:
 * less than 6 L. When being left out has a price from the start, no search goes on beyond it. The bound
 * allows for more than that.
 *
 * @param dearest the highest cost, with a handicap
 * @param people of the side with fewer
 * @param ceiling what it costs to be left out if that is known beforehand, else 0
 */
export function farthest(dearest: number, people: number, ceiling: number): number {
  return 8 * (dearest * (people + 1) + ceiling) < FAR ? FAR : Infinity
}

/** Makes `length` prices of 0, of the kind that `far` (see `farthest`) needs. */
export function makePrices(far: number, length: number): Prices {
  return far === Infinity ? new Float64Array(length) : new Int32Array(length)
}
