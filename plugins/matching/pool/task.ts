import {
  type AssignmentProblem,
  type ForcedChange,
  forcePairCosts,
  nextBestMentors,
  type Proved,
  solveProved,
  solveSpread,
} from '@mentoring/assignment'

import { edgesOf, type NumberedNoEdge, scoreOf } from './edges.ts'
import { type DropReason, holdLocks, type Lock, withoutPairs } from './locks.ts'
import type { Pairs, PoolNumbers } from './numbers.ts'
import type { Sliced } from './slices.ts'
import { type NumberedUnmatched, whyUnmatched } from './unmatched.ts'

/**
 * All that decides the result of a run, as numbers: it can be solved without the people and without
 * the criteria, by another process, and again at any time later.
 */
export type Task = {
  numbers: PoolNumbers
  /** Days each mentee has waited. */
  waiting: Int32Array
  /** How many mentees each mentor has already. */
  load: Int32Array
  locks: Pairs
  /** See `Choice`. */
  least: number
  isSpread: boolean
}

/** What a task comes to, people by index. */
export type Solution = {
  /** The mentor of each mentee, or -1. */
  mentorOf: Int32Array
  /** 1 for a mentee whose pair was locked. */
  isHeld: Uint8Array
  droppedLocks: { lock: number; reason: DropReason }[]
  unmatched: NumberedUnmatched[]
  possiblePairs: number
}

/** A solved task with what says why, which stays where it was solved. */
export type Solved = {
  solution: Solution
  /** Around the held pairs, and proved. */
  proved: Proved
  /** Everybody, as if nobody had locked anything. */
  open: AssignmentProblem
  held: Lock[]
  task: Task
}

/**
 * Most pairs of people for which is said who would come next and what a pair costs: what that takes grows
 * with the possible pairs, to a gigabyte and a half for these, several times what solving takes.
 */
const MOST_EXPLAINED = 2 ** 25

/** What is said of a solution beside the pairs, people by index. */
export type Explanation = {
  /** For each matched mentee with another possible mentor. */
  nextBest: { mentee: number; mentor: number; change: ForcedChange }[]
  /** What insisting on a held pair alone changes; none for one that fits less than asked for. */
  lockCosts: { mentee: number; change: ForcedChange }[]
  /** What all locks together change, against the best result without any; nothing without locks. */
  locksCost?: ForcedChange
  /** Nothing is said, because there are too many pairs. */
  isTooLarge?: true
}

/**
 * Solves a task and proves the result.
 *
 * @throws Error when the result fails its own check, which would be a fault of the engine.
 */
export function* solveTask(task: Task): Sliced<Solved> {
  const { numbers } = task
  const { noEdge, open } = yield* openProblem(task)
  const { dropped, held } = holdLocks(numbers, task.locks)
  const problem = held.length > 0 ? withoutPairs(open, held) : open
  yield { step: 'solving' }
  const proved = task.isSpread
    ? solveSpread(problem, loadWith(task.load, held)).proved
    : solveProved(problem)
  const { assignment } = proved
  const heldMentees = new Set(held.map(({ mentee }) => mentee))
  const mentorOf = assignment.mentorOf.slice()
  const isHeld = new Uint8Array(mentorOf.length)
  for (const { mentee, mentor } of held) {
    mentorOf[mentee] = mentor
    isHeld[mentee] = 1
  }
  const unmatched = whyUnmatched(problem, assignment, noEdge, heldMentees)
  const possiblePairs = open.mentor.length
  return {
    solution: { mentorOf, isHeld, droppedLocks: dropped, unmatched, possiblePairs },
    proved,
    open,
    held,
    task,
  }
}

/** Says who would come next for everybody, and what the locks cost. Nobody needs it to decide. */
export const explainSolved = ({ held, open, proved, solution, task }: Solved): Explanation => {
  if (isTooLarge(task)) return { nextBest: [], lockCosts: [], isTooLarge: true }
  const { mentorOf } = proved.assignment
  const matched = [...mentorOf.keys()].filter((i) => mentorOf[i]! >= 0)
  const nextBest = nextBestMentors(proved, matched).flatMap((next, n) =>
    next ? [{ mentee: matched[n]!, ...next }] : [],
  )
  if (held.length === 0) return { nextBest, lockCosts: [] }
  const withoutLocks = solveProved(open)
  const after = { matched: 0, waiting: 0, total: 0 }
  solution.mentorOf.forEach((j, i) => {
    if (j < 0) return
    after.matched += 1
    after.waiting += open.waiting![i]!
    after.total += scoreOf(task.numbers, i, j)
  })
  return {
    nextBest,
    lockCosts: costsOf(withoutLocks, held).flatMap((change, n) =>
      change ? [{ mentee: held[n]!.mentee, change }] : [],
    ),
    locksCost: {
      matched: after.matched - withoutLocks.assignment.matched,
      waiting: after.waiting - withoutLocks.waiting,
      total: after.total - withoutLocks.assignment.total,
    },
  }
}

/**
 * What insisting on each of these pairs, alone, would change against the best result without locks.
 *
 * @returns nothing for a pair that is not possible, and for none where there are too many pairs.
 */
export function* costsOfPairs(task: Task, pairs: Pairs): Sliced<(ForcedChange | undefined)[]> {
  if (isTooLarge(task)) return Array.from(pairs.mentee, () => undefined)
  const { open } = yield* openProblem(task)
  yield { step: 'solving' }
  const list = Array.from(pairs.mentee, (mentee, n) => ({ mentee, mentor: pairs.mentor[n]! }))
  return costsOf(solveProved(open), list)
}

const isTooLarge = ({ numbers }: Task): boolean =>
  numbers.mentees * numbers.places.length > MOST_EXPLAINED

/** Every possible pair, as if nobody had locked anything. */
function* openProblem({
  least,
  numbers,
  waiting,
}: Task): Sliced<{ noEdge: Map<number, NumberedNoEdge>; open: AssignmentProblem }> {
  const { noEdge, ...edges } = yield* edgesOf(numbers, least)
  const capacity = numbers.places.map((places) => Math.max(0, places))
  return { noEdge, open: { ...edges, capacity, waiting } }
}

const loadWith = (load: Int32Array, held: Lock[]): Int32Array => {
  const all = load.slice()
  for (const { mentor } of held) all[mentor]! += 1
  return all
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
