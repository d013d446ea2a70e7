import { type Proved, solveProved, solveSpread } from '@mentoring/assignment'

import { assess, type Criteria } from './criteria.ts'
import { nameRules } from './edges.ts'
import { indexPairs, numbersOf, type PairOfIds } from './numbers.ts'
import { byId, inDrawnOrder } from './order.ts'
import { atOnce, type Sliced } from './slices.ts'
import { explainSolved, type Explanation, type Solution, solveTask, type Task } from './task.ts'
import type {
  Choice,
  DroppedLock,
  Pool,
  PoolResult,
  ProposedPair,
  SolvedInput,
  SolvedNumbers,
  Unmatched,
} from './types.ts'

/**
 * Finds the best matches for a pool: most people matched, then the most days waited among them,
 * then the highest total score. The result does not depend on the order of the input.
 *
 * @throws Error when the result fails its own check, which would be a fault of the engine.
 */
export const matchPool = <Mentee, Mentor>(
  pool: Pool<Mentee, Mentor>,
  criteria: Criteria<Mentee, Mentor>,
  choice: Choice = {},
): PoolResult => {
  const prepared = atOnce(prepare(pool, criteria, choice))
  const solved = atOnce(solveTask(prepared.task))
  const { locksCost, ...explained } = explainSolved(solved)
  const pairs = atOnce(namePairs(prepared, criteria, solved.solution))
  return {
    pairs: withExplanation(prepared, pairs, explained),
    total: totalOf(pairs),
    unmatched: nameUnmatched(prepared, criteria, solved.solution),
    droppedLocks: nameDropped(prepared, solved.solution),
    ...(locksCost && { locksCost }),
    edges: solved.solution.possiblePairs,
    input: inputOf(prepared),
  }
}

/** A pool ready to be solved: its people in the order of their numbers. */
export type Prepared<Mentee, Mentor> = {
  mentees: Pool<Mentee, Mentor>['mentees']
  mentors: Pool<Mentee, Mentor>['mentors']
  locks: PairOfIds[]
  task: Task
}

/** Numbers everybody, and asks the criteria all that they will ever be asked. */
export function* prepare<Mentee, Mentor>(
  pool: Pool<Mentee, Mentor>,
  criteria: Criteria<Mentee, Mentor>,
  { isSpread = false, least = 0, seed = 0 }: Choice,
): Sliced<Prepared<Mentee, Mentor>> {
  const mentees = inDrawnOrder(pool.mentees, seed)
  const mentors = inDrawnOrder(pool.mentors, seed)
  const { leftOut = [], locks = [] } = pool
  const task: Task = {
    numbers: yield* numbersOf({ mentees, mentors, leftOut }, criteria),
    waiting: Int32Array.from(mentees, ({ daysWaited }) => Math.max(0, daysWaited)),
    load: Int32Array.from(mentors, ({ load = 0 }) => load),
    locks: indexPairs({ mentees, mentors }, locks),
    least,
    isSpread,
  }
  return { mentees, mentors, locks, task }
}

/** The pairs of a solution by the ids of both, with what the criteria say of each. */
export function* namePairs<Mentee, Mentor>(
  { mentees, mentors }: Prepared<Mentee, Mentor>,
  criteria: Criteria<Mentee, Mentor>,
  { isHeld, mentorOf }: Pick<Solution, 'isHeld' | 'mentorOf'>,
): Sliced<ProposedPair[]> {
  const pairs: ProposedPair[] = []
  for (const [i, mentee] of mentees.entries()) {
    const mentor = mentors[mentorOf[i]!]
    if (!mentor) continue
    pairs.push({
      mentee: mentee.id,
      mentor: mentor.id,
      assessment: assess(criteria, { mentee: mentee.person, mentor: mentor.person }),
      isLocked: isHeld[i] === 1,
    })
    yield
  }
  return pairs.sort(byMentee)
}

/** The sum of the scores of pairs. */
export const totalOf = (pairs: Pick<ProposedPair, 'assessment'>[]): number =>
  pairs.reduce((sum, { assessment }) => sum + assessment.score, 0)

/** Those without a proposal by id, with what stood in the way. */
export const nameUnmatched = <Mentee, Mentor>(
  { mentees }: Prepared<Mentee, Mentor>,
  { rules }: Criteria<Mentee, Mentor>,
  { unmatched }: Solution,
): Unmatched[] =>
  unmatched
    .map(({ mentee, noEdge, ...why }) => ({
      mentee: mentees[mentee]!.id,
      ...why,
      ...(noEdge && nameRules(noEdge, rules)),
    }))
    .sort(byMentee)

/** The locks that could not be kept, by id. */
export const nameDropped = <Mentee, Mentor>(
  { locks }: Prepared<Mentee, Mentor>,
  { droppedLocks }: Solution,
): DroppedLock[] => droppedLocks.map(({ lock, reason }) => ({ ...locks[lock]!, reason }))

/** The pairs with what is said of each beside its reasons. */
export const withExplanation = <Mentee, Mentor, Pair extends PairOfIds>(
  { mentees, mentors }: Pick<Prepared<Mentee, Mentor>, 'mentees' | 'mentors'>,
  pairs: Pair[],
  { lockCosts, nextBest }: Pick<Explanation, 'lockCosts' | 'nextBest'>,
): (Pair & Pick<ProposedPair, 'lockCost' | 'nextBest'>)[] => {
  const next = new Map(nextBest.map((next) => [mentees[next.mentee]!.id, next]))
  const cost = new Map(lockCosts.map(({ change, mentee }) => [mentees[mentee]!.id, change]))
  return pairs.map((pair) => {
    const best = next.get(pair.mentee)
    const lockCost = cost.get(pair.mentee)
    return {
      ...pair,
      ...(best && { nextBest: { mentor: mentors[best.mentor]!.id, change: best.change } }),
      ...(lockCost && { lockCost }),
    }
  })
}

/** What was solved, to be kept. */
export const inputOf = <Mentee, Mentor>({
  mentees,
  mentors,
  task,
}: Prepared<Mentee, Mentor>): SolvedInput => ({
  mentees: mentees.map(({ id }) => id),
  mentors: mentors.map(({ id }) => id),
  task,
})

/**
 * Solves what a run was given, and proves the result. Pairs that were locked then have nobody in it.
 *
 * @throws Error when the result fails its check.
 */
export const solveInput = (input: SolvedNumbers): Proved => {
  if ('task' in input) return atOnce(solveTask(input.task)).proved
  return input.load ? solveSpread(input.problem, input.load).proved : solveProved(input.problem)
}

const byMentee = (a: { mentee: string }, b: { mentee: string }): number =>
  byId({ id: a.mentee }, { id: b.mentee })
