import { assess, type Assessment, type Criteria } from './criteria.ts'
import { findEdges } from './edges.ts'
import { type ForcedChange, forcePairCosts } from './force-pair.ts'
import { type DroppedLock, holdLocks, type Lock, withoutPairs } from './locks.ts'
import { nextBestMentors } from './next-best.ts'
import { byId, inDrawnOrder } from './order.ts'
import type { Assignment, AssignmentProblem } from './problem.ts'
import { solveAssignment } from './solve.ts'
import { solveSpread } from './spread.ts'
import { type Unmatched, whyUnmatched } from './unmatched.ts'
import { verifyAssignment } from './verify.ts'

type PairOfIds = { mentee: string; mentor: string }

/** Those who wait and those who could take them, at one moment. */
export type Pool<Mentee, Mentor> = {
  mentees: { id: string; person: Mentee; daysWaited: number }[]
  /** `load`: how many mentees they have already; decides who is spread to. @default 0 */
  mentors: { id: string; person: Mentor; places: number; load?: number }[]
  /** Pairs left out although no rule forbids them, such as those a coordinator rejected. */
  leftOut?: PairOfIds[]
  /** Pairs a coordinator insists on; everybody else is matched around them. */
  locks?: PairOfIds[]
}

/** How a run chooses among the possible pairs. */
export type Choice = {
  /** Pairs with a lower score stay unmatched; see `leastScore`. @default 0 */
  least?: number
  /** Spread mentees over mentors at equal score; see `spread.ts`. @default false */
  isSpread?: boolean
  /** Which of several results of equal worth: see `inDrawnOrder`. @default 0 */
  seed?: number
}

/** A pair the engine proposes. */
export type ProposedPair = PairOfIds & {
  assessment: Assessment
  isLocked: boolean
  /** What insisting on this locked pair alone changes; nothing when it fits less than asked for. */
  lockCost?: ForcedChange
  /** The next best mentor and what taking them instead would change; none for locked pairs. */
  nextBest?: { mentor: string; change: ForcedChange }
}

/** What a matching run found. */
export type PoolResult = {
  /** By id of the mentee. */
  pairs: ProposedPair[]
  unmatched: Unmatched[]
  droppedLocks: DroppedLock[]
  /** What all locks together change, against the best result without any. */
  locksCost?: ForcedChange
  /** Number of possible pairs. */
  edges: number
  total: number
  /** Did the independent check prove that no better result exists? */
  isCertified: boolean
  /** What was solved, to be kept and solved again; people by id, as they are numbered in it. */
  input: SolvedInput
}

/** All that decides a result. */
export type SolvedInput = {
  mentees: string[]
  mentors: string[]
  /** Mentees in locked pairs have no edges, and the places of their mentors are taken off. */
  problem: AssignmentProblem
  /** Given when the result was to be spread: mentees each mentor has already. */
  load?: Int32Array
}

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
  const assignment = solveInput(input)

  const assessPair = (i: number, j: number): Assessment =>
    assess(criteria, { mentee: mentees[i]!.person, mentor: mentors[j]!.person })
  const pairs: ProposedPair[] = []
  const matched = [...mentees.keys()].filter((i) => assignment.mentorOf[i]! >= 0)
  nextBestMentors(problem, assignment, matched).forEach((next, n) => {
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
  const withoutLocks = held.length > 0 ? solveAssignment(open) : assignment
  const lockCosts = costsOf(open, withoutLocks, held)
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
        matched: pairs.length - withoutLocks.matched,
        waiting: daysOf(open, assignment.mentorOf, isHeld) - daysOf(open, withoutLocks.mentorOf),
        total: result.total - withoutLocks.total,
      },
    }),
    edges: open.mentor.length,
    isCertified: true,
    input,
  }
}

/**
 * Solves what a run was given, and checks the result.
 *
 * @throws Error when the result fails its check.
 */
export const solveInput = ({ load, problem }: SolvedInput): Assignment => {
  const assignment = load ? solveSpread(problem, load).assignment : solveAssignment(problem)
  const check = verifyAssignment(problem, assignment)
  if (!check.valid) {
    throw new Error(`The matching run failed its own check: ${check.problems.join(' ')}`)
  }
  return assignment
}

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
    open,
    solveAssignment(open),
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
const costsOf = (
  open: AssignmentProblem,
  assignment: Assignment,
  pairs: Lock[],
): (ForcedChange | undefined)[] => {
  const isPossible = ({ mentee, mentor }: Lock) =>
    open.capacity[mentor]! > 0 &&
    open.mentor.subarray(open.rowStart[mentee], open.rowStart[mentee + 1]).includes(mentor)
  const possible = pairs.filter(isPossible)
  const costs = forcePairCosts(
    open,
    assignment,
    possible.map(({ mentee, mentor }) => [mentee, mentor] as const),
  )
  const byPair = new Map(possible.map((pair, n) => [pair, costs[n]]))
  return pairs.map((pair) => byPair.get(pair))
}

/** Days waited by those who are matched, or held besides. */
const daysOf = (
  { waiting }: AssignmentProblem,
  mentorOf: Int32Array,
  isHeld: ReadonlySet<number> = new Set(),
): number => mentorOf.reduce((sum, j, i) => sum + (j >= 0 || isHeld.has(i) ? waiting![i]! : 0), 0)
