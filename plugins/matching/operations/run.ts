import { inTransaction } from '@mentoring/kit/in-transaction'
import type { PayloadRequest } from 'payload'

import { matchPool } from '../pool/match-pool.ts'
import type { DroppedLock, PoolResult } from '../pool/types.ts'
import { Refused } from '@mentoring/kit/refused'
import { inLanguageOf } from '../languages/index.ts'
import { localAPI } from '../local.ts'
import { type MatchRow, replaceProposals } from '../store.ts'
import type { ResolvedOptions } from '../types.ts'
import { toText } from './input-text.ts'
import { freePlaces, loadPool, type LoadedPool } from './load-pool.ts'
import { TURN_FIELD } from './lock-pair.ts'
import { createRun, findChanges, findLastRun, type PairChange, type RunRecord } from './runs.ts'
import { type InForce, loadSettings } from './settings.ts'

/** What a run tells the coordinator who started it. */
export type RunSummary = {
  mentees: number
  places: number
  proposed: number
  changes: PairChange[]
  droppedLocks: DroppedLock[]
}

/** What a coordinator may ask of a run. */
export type RunRequest = {
  /** Draws one of several results of equal worth. @default that of the run before, else 0 */
  seed?: number
  /** Only these are matched; the proposals of all others stay as they are. @default all who wait */
  mentees?: string[]
}

/**
 * Matches all who wait, around the locked proposals: stores the run and its proposals, in place of
 * the open proposals of the run before. Nothing is confirmed and nobody is written to.
 *
 * @throws Refused when it is for some only, and none of them waits.
 */
export const runMatching = (
  req: PayloadRequest,
  options: ResolvedOptions,
  request: RunRequest = {},
): Promise<RunSummary> =>
  inTransaction(req, async () => {
    await letOneRunAtATime(req, options)
    const pool = await loadPool(req, options, new Date())
    const asked = request.mentees && new Set(request.mentees)
    if (asked && !pool.mentees.some(({ id }) => asked.has(id))) {
      const { say, words } = inLanguageOf(req, options)
      throw new Refused(409, say('notWaiting', words), 'notWaiting')
    }
    return storeRun(req, options, pool, pool.proposals, request)
  })

/** What a run needs to know of a proposal as it stands. */
export type DraftPair = Pick<MatchRow, 'isLocked' | 'madeBy' | 'mentee' | 'mentor'>

/**
 * Matches a loaded pool around the locks among `proposals`, and stores run and proposals. Inside the
 * caller's transaction, after `letOneRunAtATime`.
 */
export const storeRun = async (
  req: PayloadRequest,
  options: ResolvedOptions,
  pool: LoadedPool,
  proposals: DraftPair[],
  { mentees: asked, seed: wished }: RunRequest = {},
): Promise<RunSummary> => {
  const inForce = await loadSettings(req, options)
  // The same draw as before, or equals would change places without a reason.
  const seed = wished ?? (await findLastRun(req, options))?.seed ?? 0
  const isAsked = asked && new Set(asked)
  // Locked ones first: they come before those that only happen to be left alone.
  const stays = [
    ...proposals.filter(({ isLocked }) => isLocked),
    ...proposals.filter(({ isLocked, mentee }) => !isLocked && isAsked && !isAsked.has(mentee)),
  ]
  const staying = new Set(stays.map(({ mentee }) => mentee))
  const mentees = isAsked
    ? pool.mentees.filter(({ id }) => isAsked.has(id) || staying.has(id))
    : pool.mentees
  const result = matchPool(
    { ...pool, mentees, locks: stays.map(({ mentee, mentor }) => ({ mentee, mentor })) },
    inForce.criteria,
    { ...inForce.choice, seed },
  )
  const before = new Map(proposals.map((row) => [row.mentee, row]))
  const isLock = (pair: { mentee: string }) => before.get(pair.mentee)?.isLocked === true
  const droppedLocks = result.droppedLocks.filter(isLock)
  const places = freePlaces(pool)
  const changes = findChanges(pool.proposals, result.pairs)
  const run = await createRun(req, options, {
    startedBy: req.user?.id,
    mentees: mentees.length,
    mentors: pool.mentors.filter(({ places }) => places > 0).length,
    places,
    proposed: result.pairs.length,
    locked: result.pairs.filter((pair) => pair.isLocked && isLock(pair)).length,
    total: result.total,
    seed,
    settings: inForce.settings,
    input: toText(result.input),
    record: recordOf(pool, mentees, inForce, result, {
      proposed: pool.proposals.length,
      total: pool.proposals.reduce((sum, { score }) => sum + score, 0),
      changes,
      droppedLocks,
      isForSome: isAsked !== undefined,
      // Held with the locks were proposals that are none: what all cost together says nothing.
      locksCost: stays.every(isLock) ? result.locksCost : undefined,
    }),
  })
  await replaceProposals(
    req,
    options,
    pool.proposals,
    result.pairs.map(({ assessment, isLocked, lockCost, mentee, mentor, nextBest }) => {
      const { differences, reasons, score, tier, tierLabel } = assessment
      const was = before.get(mentee)
      const isKept = was?.mentor === mentor
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
        explanation: { nextBest, lockCost },
        madeBy: isKept ? was.madeBy : 'run',
        run,
      }
    }),
  )
  return {
    mentees: mentees.length,
    places,
    proposed: result.pairs.length,
    changes,
    droppedLocks,
  }
}

const recordOf = (
  { mentors }: LoadedPool,
  mentees: LoadedPool['mentees'],
  { criteria }: InForce,
  { edges, pairs, unmatched }: PoolResult,
  {
    proposed,
    total,
    ...draft
  }: Pick<RunRecord, 'changes' | 'droppedLocks' | 'isForSome' | 'locksCost'> & RunRecord['before'],
): RunRecord => ({
  mentees: mentees.map(({ daysWaited, id }) => ({ id, daysWaited })),
  mentors: mentors.map(({ id, load, places }) => ({ id, places, load })),
  rules: criteria.rules.map(({ name }) => name),
  ladder: criteria.ladder.map(({ name }) => name),
  points: criteria.points.map(({ most, name }) => ({ name, most })),
  possiblePairs: edges,
  pairs: pairs.map(({ assessment: { score, tier }, isLocked, lockCost, mentee, mentor }) => ({
    mentee,
    mentor,
    tier,
    score,
    ...(isLocked && { isLocked, lockCost }),
  })),
  unmatched,
  before: { proposed, total },
  ...draft,
})

/**
 * Of two runs at once the second waits or starts again, or both would leave their proposals. Each
 * writes to everybody who waits before it reads; see `lockPair`. On SQLite there is nothing to do,
 * and writing row by row would take a second or more: whoever writes there is alone from the start
 * of the transaction.
 */
export const letOneRunAtATime = async (
  req: PayloadRequest,
  { mentees }: ResolvedOptions,
): Promise<void> => {
  const { db } = localAPI(req.payload)
  if (db.name === 'sqlite') return
  await db.updateMany({
    collection: mentees.slug,
    where: mentees.available,
    data: { [TURN_FIELD]: Date.now() },
    req,
    returning: false,
  })
}
