import type { Proved } from './prove.ts'
import {
  changeByForcing,
  type ForcedChange,
  makeResidual,
  type Residual,
  searchFromPlaceOf,
} from './residual.ts'

export type { ForcedChange }

/**
 * Says exactly what it costs, or changes, to insist on one pair: the best assignment that contains
 * it, compared with the proved one. It is the cheapest chain of moves from that mentor to
 * the mentee's present place (see `residual.ts`); nothing is solved again.
 *
 * @throws Error when the pair has no edge or the mentor no places.
 *
 * @example
 * forcePairCost(solveProved(problem), 3, 8)
 * // { matched: 0, waiting: 0, total: -15 }: everyone stays matched, at 15 points less
 */
export function forcePairCost(
  proved: Proved,
  menteeIndex: number,
  mentorIndex: number,
): ForcedChange {
  return forcePairCosts(proved, [[menteeIndex, mentorIndex]])[0]
}

/**
 * The same for many pairs, each insisted on alone; much faster than one call for each.
 *
 * @param pairs mentee and mentor indexes
 * @returns one entry per pair, in the same order
 * @throws Error like `forcePairCost`
 *
 * @example
 * forcePairCosts(solveProved(problem), [[3, 8], [4, 8]])
 * // [{ matched: 0, waiting: 0, total: -15 }, { matched: -1, waiting: -20, total: -31 }]
 */
export function forcePairCosts(
  proved: Proved,
  pairs: Iterable<readonly [menteeIndex: number, mentorIndex: number]>,
): ForcedChange[] {
  const residual = makeResidual(proved)
  return Array.from(pairs, ([i, j]) => {
    const edge = possibleEdge(residual, i, j)
    searchFromPlaceOf(residual, i, (node) => (node === j ? -1 : Infinity))
    return changeByForcing(residual, edge)
  })
}

function possibleEdge({ problem, slack }: Residual, i: number, j: number): number {
  const { rowStart, mentor } = problem
  let edge = rowStart[i]
  while (edge < rowStart[i + 1] && mentor[edge] !== j) edge++
  // Written so that the undefined rows of somebody unknown are refused too.
  if (!(edge < rowStart[i + 1])) {
    throw new Error(`Mentee ${i} and mentor ${j} are not a possible pair.`)
  }
  if (slack[edge] === Infinity) throw new Error(`Mentor ${j} has no places.`)
  return edge
}
