import { menteesOf } from './mentees-of.ts'
import type { AssignmentProblem } from './problem.ts'
import type { Proved } from './prove.ts'
import {
  changeByForcing,
  type ForcedChange,
  makeResidual,
  type Residual,
  searchFromPlaceOf,
  sortArcs,
} from './residual.ts'

/** The mentor a mentee would have if not their present one, and how the whole result changes. */
export type NextBest = { mentor: number; change: ForcedChange }

/**
 * Finds, for each of the given mentees, the next best mentor: not the one they have, but the one
 * whom to insist on changes the whole result least in the order of the product (most matched, then
 * most waiting days, then highest total). Of equally good ones it is the mentor of lowest index.
 * The change is exactly that of `forcePairCost`.
 *
 * All mentees of one mentor share one search (see `residual.ts`). That least loss in weight means
 * least change in the order of the product, across mentors too: insisting on another mentor either
 * keeps everyone matched who is, or someone drops out; and whether somebody else then comes in at
 * the place given up depends on that place only, not on the mentor insisted on.
 *
 * @param mentees indexes, in any order
 * @returns one entry per index given; undefined for a mentee who is not matched or has no other
 *   possible mentor with places
 * @throws Error when there is no such mentee.
 *
 * @example
 * nextBestMentors(solveProved(problem), [3])
 * // [{ mentor: 8, change: { matched: 0, waiting: 0, total: -15 } }]
 */
export function nextBestMentors(
  proved: Proved,
  mentees: Iterable<number>,
): (NextBest | undefined)[] {
  const { assignment, problem } = proved
  const residual = makeResidual(proved)
  sortArcs(residual)
  const asked = Array.from(mentees)
  const mentorOfAsked = new Int32Array(assignment.mentorOf.length).fill(-1)
  for (const i of asked) {
    if (!(i in mentorOfAsked)) throw new Error(`There is no mentee ${i}.`)
    mentorOfAsked[i] = assignment.mentorOf[i]
  }
  const { start, list } = menteesOf(mentorOfAsked, problem.capacity.length)
  const hunt = makeHunt(problem)
  const found: (NextBest | undefined)[] = []
  for (let j = 0; j < problem.capacity.length; j++) {
    if (start[j] === start[j + 1]) continue
    const group = list.subarray(start[j], start[j + 1])
    findEdges(residual, hunt, group)
    for (const i of group) {
      const e = hunt.edge[i]
      if (e < 0) continue
      found[i] = { mentor: problem.mentor[e], change: changeByForcing(residual, e) }
    }
  }
  return asked.map((i) => found[i])
}

/** What is known so far, by mentee: the least loss in weight, and the edge that brings it. */
type Hunt = {
  loss: Float64Array
  edge: Int32Array
  /** Edges of those being looked at, as linked lists: first of each mentor, next after each edge. */
  first: Int32Array
  after: Int32Array
}

function makeHunt({ capacity, rowStart, mentor }: AssignmentProblem): Hunt {
  return {
    loss: new Float64Array(rowStart.length - 1).fill(Infinity),
    edge: new Int32Array(rowStart.length - 1).fill(-1),
    first: new Int32Array(capacity.length + 1),
    after: new Int32Array(mentor.length),
  }
}

/** Finds the edge to the next best mentor of mentees who all have the same mentor now. */
function findEdges(residual: Residual, hunt: Hunt, mentees: Int32Array): void {
  const { slack, menteeAt, chosen } = residual
  const { rowStart, mentor } = residual.problem
  const { loss, edge, first, after } = hunt
  first.fill(-1)
  for (const i of mentees) {
    for (let e = rowStart[i]; e < rowStart[i + 1]; e++) {
      if (e === chosen[i] || slack[e] === Infinity) continue
      after[e] = first[mentor[e]]
      first[mentor[e]] = e
    }
  }
  // The mentee who loses most says how far to look; later mentors cannot cost the others as little.
  let last = mentees[0]
  searchFromPlaceOf(residual, mentees[0], (node, cost) => {
    for (let e = first[node]; e >= 0; e = after[e]) {
      const i = menteeAt[e]
      const d = cost + slack[e]
      if (d > loss[i] || (d === loss[i] && node > mentor[edge[i]])) continue
      loss[i] = d
      edge[i] = e
    }
    for (const i of mentees) if (loss[i] > loss[last]) last = i
    return loss[last]
  })
}
