import type { AssignmentProblem, ForcedChange } from '@mentoring/assignment'

import type { Assessment } from './criteria.ts'
import type { NoEdge } from './edges.ts'
import type { DropReason } from './locks.ts'
import type { PairOfIds } from './numbers.ts'
import type { Task } from './task.ts'
import type { WhyUnmatched } from './unmatched.ts'

export type { PairOfIds } from './numbers.ts'

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

/** What a matching run found, proved to be the best. */
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
  /** What was solved, to be kept and solved again; people by id, as they are numbered in it. */
  input: SolvedInput
}

/** All that decides a result, people by id as they are numbered in it. */
export type SolvedInput = { mentees: string[]; mentors: string[] } & SolvedNumbers

/** The task, or the possible pairs themselves, which is what runs kept at first. */
export type SolvedNumbers =
  | { task: Task }
  | {
      /** Mentees in locked pairs have no edges, and the places of their mentors are taken off. */
      problem: AssignmentProblem
      /** Given when the result was to be spread: mentees each mentor has already. */
      load?: Int32Array
    }

/**
 * A locked pair that can't be kept: a rule forbids it, no place is left, or somebody is gone. A
 * mentee whom an earlier lock has given away counts as gone.
 */
export type DroppedLock = PairOfIds & { reason: DropReason }

/** A mentee without a proposal, with what stood in the way. */
export type Unmatched = { mentee: string } & WhyUnmatched & Partial<NoEdge>
