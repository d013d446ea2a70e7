import { nameDropped, nameUnmatched, type Prepared } from '../pool/match-pool.ts'
import type { PairOfIds } from '../pool/numbers.ts'
import type { Solution } from '../pool/task.ts'
import type { ProposedPair } from '../pool/types.ts'
import type { MatchRow, ProposalData } from '../store.ts'
import type { Person } from '../types.ts'
import { findChanges, type RunRecord } from './runs.ts'
import type { WasRead } from './still-so.ts'

/** What a run needs to know of a proposal as it stands. */
export type DraftPair = Pick<MatchRow, 'isLocked' | 'madeBy' | 'mentee' | 'mentor'>

/** A pool that was matched, people as they were read. */
export type SolvedPool = {
  prepared: Prepared<Person, Person>
  solution: Solution
  pairs: ProposedPair[]
}

/** What a run is asked for, and what it starts from. */
export type Planned = {
  /** The draft to start from: its locks are held. */
  proposals: DraftPair[]
  /** Pairs a coordinator insists on; their rules are asked again when the draft is stored. */
  insisted: PairOfIds[]
  request: { seed?: number; mentees?: string[] }
}

/** The mentees a run is for, and the proposals it holds: the locked ones before those left alone. */
export const whoIsMatched = (
  { mentees }: WasRead['pool'],
  { proposals, request }: Planned,
): { mentees: WasRead['pool']['mentees']; stays: DraftPair[] } => {
  const locked = proposals.filter(({ isLocked }) => isLocked)
  if (!request.mentees) return { mentees, stays: locked }
  const isAsked = new Set(request.mentees)
  const stays = [
    ...locked,
    ...proposals.filter(({ isLocked, mentee }) => !isLocked && !isAsked.has(mentee)),
  ]
  const staying = new Set(stays.map(({ mentee }) => mentee))
  return { mentees: mentees.filter(({ id }) => isAsked.has(id) || staying.has(id)), stays }
}

/** The record of a run, and its proposals but for the run they come from. */
export const draftOf = (
  { inForce: { criteria }, pool }: WasRead,
  { proposals, request }: Planned,
  { pairs, prepared, solution }: SolvedPool,
): { record: RunRecord; proposals: Omit<ProposalData, 'run'>[] } => {
  const before = new Map(proposals.map((row) => [row.mentee, row]))
  const isLock = ({ mentee }: { mentee: string }) => before.get(mentee)?.isLocked === true
  return {
    record: {
      mentees: whoIsMatched(pool, { proposals, insisted: [], request }).mentees.map(
        ({ daysWaited, id }) => ({ id, daysWaited }),
      ),
      mentors: pool.mentors.map(({ id, load, places }) => ({ id, places, load })),
      rules: criteria.rules.map(({ name }) => name),
      ladder: criteria.ladder.map(({ name }) => name),
      points: criteria.points.map(({ most, name }) => ({ name, most })),
      possiblePairs: solution.possiblePairs,
      pairs: pairs.map(({ assessment: { score, tier }, isLocked, mentee, mentor }) => ({
        mentee,
        mentor,
        tier,
        score,
        ...(isLocked && { isLocked }),
      })),
      unmatched: nameUnmatched(prepared, criteria, solution),
      before: {
        proposed: pool.proposals.length,
        total: pool.proposals.reduce((sum, { score }) => sum + score, 0),
      },
      changes: findChanges(pool.proposals, pairs),
      droppedLocks: nameDropped(prepared, solution).filter(isLock),
      isForSome: request.mentees !== undefined,
    },
    proposals: pairs.map(({ assessment, isLocked, mentee, mentor }) => {
      const { differences, reasons, score, tier, tierLabel } = assessment
      const was = before.get(mentee)
      return {
        mentee,
        mentor,
        status: 'proposed',
        tier,
        tierLabel,
        score,
        reasons,
        differences,
        isLocked: isLocked && isLock({ mentee }),
        madeBy: was?.mentor === mentor ? was.madeBy : 'run',
      }
    }),
  }
}
