import {
  type AssignmentProblem,
  type ForcedChange,
  forcePairCosts,
  nextBestMentors,
  type Proved,
  solveProved,
  solveSpread,
} from '@mentoring/assignment'

import { assess, type Assessment, type Criteria } from './criteria.ts'
import { findEdges } from './edges.ts'
import { holdLocks, type Lock, withoutPairs } from './locks.ts'
import { byId, inDrawnOrder } from './order.ts'
import type { Choice, PairOfIds, Pool, PoolResult, ProposedPair, SolvedInput } from './types.ts'
import { whyUnmatched } from './unmatched.ts'

/**
 * Finds the best matches for a pool: most people matched, then the most days waited among them,
 * then the highest total score. The result does not depend on the order of the input.
 *
 * @throws Error when the result fails its own check, which would be a fault of the engine.
 */
export const matchPool = <Mentee, Mentor>(
  pool: Pool<Mentee, Mentor>,
  criteria: Criteria<Mentee, Mentor>,
  { isSpread = false, least = 0, seed = 0 }: Choice = {},
): PoolResult => {
  const { mentees, mentors, noEdge, open } = openProblem(pool, criteria, { least, seed })
  const { leftOut = [], locks = [] } = pool
  const { dropped, held } = holdLocks({ mentees, mentors, leftOut, locks }, criteria)
  const problem = held.length > 0 ? withoutPairs(open, held) : open
  const load = Int32Array.from(mentors, ({ load = 0 }, j) =>
    held.reduce((sum, lock) => sum + (lock.mentor === j ? 1 : 0), load),
  )
  const input: SolvedInput = {
    mentees: mentees.map(({ id }) => id),
    mentors: mentors.map(({ id }) => id),
    problem,
    ...(isSpread && { load }),
  }
  const proved = solveInput(input)
  const { assignment } = proved

  const assessPair = (i: number, j: number): Assessment =>
    assess(criteria, { mentee: mentees[i]!.person, mentor: mentors[j]!.person })
  const pairs: ProposedPair[] = []
  const matched = [...mentees.keys()].filter((i) => assignment.mentorOf[i]! >= 0)
  nextBestMentors(proved, matched).forEach((next, n) => {
    const i = matched[n]!
    const j = assignment.mentorOf[i]!
    pairs.push({
      mentee: mentees[i]!.id,
      mentor: mentors[j]!.id,
      assessment: assessPair(i, j),
      isLocked: false,
      ...(next && { nextBest: { mentor: mentors[next.mentor]!.id, change: next.change } }),
    })
  })
  const withoutLocks = held.length > 0 ? solveProved(open) : proved
  const lockCosts = held.length > 0 ? costsOf(withoutLocks, held) : []
  held.forEach(({ mentee: i, mentor: j }, n) => {
    const lockCost = lockCosts[n]
    pairs.push({
      mentee: mentees[i]!.id,
      mentor: mentors[j]!.id,
      assessment: assessPair(i, j),
      isLocked: true,
      ...(lockCost && { lockCost }),
    })
  })
  const isHeld = new Set(held.map(({ mentee }) => mentee))
  const result = {
    pairs: pairs.sort((a, b) => byId({ id: a.mentee }, { id: b.mentee })),
    total: pairs.reduce((sum, { assessment }) => sum + assessment.score, 0),
  }
  return {
    ...result,
    unmatched: whyUnmatched(input, assignment, noEdge, isHeld),
    droppedLocks: dropped,
    ...(held.length > 0 && {
      locksCost: {
        matched: pairs.length - withoutLocks.assignment.matched,
        waiting: daysOf(open, assignment.mentorOf, isHeld) - withoutLocks.waiting,
        total: result.total - withoutLocks.assignment.total,
      },
    }),
    edges: open.mentor.length,
    input,
  }
}

/**
 * Solves what a run was given, and proves the result.
 *
 * @throws Error when the result fails its check.
 */
export const solveInput = ({ load, problem }: SolvedInput): Proved =>
  load ? solveSpread(problem, load).proved : solveProved(problem)

/**
 * What insisting on each of these pairs, alone, would change against the best result without locks.
 *
 * @returns nothing for a pair that is not possible.
 */
export const forceCosts = <Mentee, Mentor>(
  pool: Omit<Pool<Mentee, Mentor>, 'locks'>,
  criteria: Criteria<Mentee, Mentor>,
  choice: Choice,
  pairs: PairOfIds[],
): (ForcedChange | undefined)[] => {
  const { mentees, mentors, open } = openProblem(pool, criteria, choice)
  const menteeAt = new Map(mentees.map(({ id }, i) => [id, i]))
  const mentorAt = new Map(mentors.map(({ id }, j) => [id, j]))
  return costsOf(
    solveProved(open),
    pairs.map(({ mentee, mentor }) => ({
      mentee: menteeAt.get(mentee) ?? -1,
      mentor: mentorAt.get(mentor) ?? -1,
    })),
  )
}

/** Everybody numbered, with every possible pair, as if nobody had locked anything. */
const openProblem = <Mentee, Mentor>(
  pool: Pool<Mentee, Mentor>,
  criteria: Criteria<Mentee, Mentor>,
  { least = 0, seed = 0 }: Choice,
) => {
  const mentees = inDrawnOrder(pool.mentees, seed)
  const mentors = inDrawnOrder(pool.mentors, seed)
  const people = { mentees, mentors, leftOut: pool.leftOut ?? [] }
  const { noEdge, ...edges } = findEdges(people, criteria, least)
  const open: AssignmentProblem = {
    ...edges,
    capacity: Int32Array.from(mentors, ({ places }) => Math.max(0, places)),
    waiting: Int32Array.from(mentees, ({ daysWaited }) => Math.max(0, daysWaited)),
  }
  return { mentees, mentors, noEdge, open }
}

/** What insisting on each pair costs; nothing for one that is not possible. */
const costsOf = (proved: Proved, pairs: Lock[]): (ForcedChange | undefined)[] => {
  const { problem } = proved
  const isPossible = ({ mentee, mentor }: Lock) =>
    problem.capacity[mentor]! > 0 &&
    problem.mentor.subarray(problem.rowStart[mentee], problem.rowStart[mentee + 1]).includes(mentor)
  const possible = pairs.filter(isPossible)
  const costs = forcePairCosts(
    proved,
    possible.map(({ mentee, mentor }) => [mentee, mentor] as const),
  )
  const byPair = new Map(possible.map((pair, n) => [pair, costs[n]]))
  return pairs.map((pair) => byPair.get(pair))
}

/** Days waited by those who are matched, or held besides. */
const daysOf = (
  { waiting }: AssignmentProblem,
  mentorOf: Int32Array,
  isHeld: ReadonlySet<number>,
): number => mentorOf.reduce((sum, j, i) => sum + (j >= 0 || isHeld.has(i) ? waiting![i]! : 0), 0)
