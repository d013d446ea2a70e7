import { inTransaction } from '@mentoring/kit/in-transaction'
import type { PayloadRequest } from 'payload'

import { Refused } from '@mentoring/kit/refused'
import { inLanguageOf } from '../languages/index.ts'
import type { PairOfIds } from '../pool/types.ts'
import { updateMatch } from '../store.ts'
import type { ResolvedOptions } from '../types.ts'
import { findProposal } from './find-match.ts'
import { loadPool } from './load-pool.ts'
import { checkPair, lockPair } from './lock-pair.ts'
import { type DraftPair, letOneRunAtATime, type RunSummary, storeRun } from './run.ts'

/**
 * Locks proposals, so that the next run keeps them, or unlocks them.
 *
 * @throws Refused when one is not a proposal any more; then none is changed.
 */
export const setLocks = (
  req: PayloadRequest,
  options: ResolvedOptions,
  ids: string[],
  isLocked: boolean,
): Promise<void> =>
  inTransaction(req, async () => {
    await letOneRunAtATime(req, options)
    for (const id of ids) {
      await findProposal(req, options, id)
      await updateMatch(req, options, id, { isLocked })
    }
  })

/**
 * Exchanges the mentors of two proposals, locks both, and matches the others around them.
 *
 * @throws Refused when one is not a proposal any more, or a pair would break a rule.
 */
export const swapMentors = (
  req: PayloadRequest,
  options: ResolvedOptions,
  [first, second]: [string, string],
): Promise<RunSummary> =>
  insistOn(req, options, async () => {
    const a = await findProposal(req, options, first)
    const b = await findProposal(req, options, second)
    if (a.mentor === b.mentor) {
      const { say, words } = inLanguageOf(req, options)
      throw new Refused(409, say('sameMentor', words), 'sameMentor')
    }
    return [
      { mentee: a.mentee, mentor: b.mentor },
      { mentee: b.mentee, mentor: a.mentor },
    ]
  })

/**
 * Puts a pair a coordinator chose into the draft, locks it, and matches the others around it.
 *
 * @throws Refused when the pair would break a rule, or locked proposals take all the places.
 */
export const proposePair = (
  req: PayloadRequest,
  options: ResolvedOptions,
  pair: PairOfIds,
): Promise<RunSummary> => insistOn(req, options, async () => [pair])

/** Puts pairs into the draft in place of what their mentees had, and matches the others around them. */
const insistOn = (
  req: PayloadRequest,
  options: ResolvedOptions,
  findPairs: () => Promise<PairOfIds[]>,
): Promise<RunSummary> =>
  inTransaction(req, async () => {
    await letOneRunAtATime(req, options)
    const { say, words } = inLanguageOf(req, options)
    const pool = await loadPool(req, options, new Date())
    const pairs = await findPairs()
    const mentees = pairs.map(({ mentee }) => mentee)
    const proposals: DraftPair[] = [
      ...pool.proposals.filter(({ mentee }) => !mentees.includes(mentee)),
      ...pairs.map((pair) => ({ ...pair, madeBy: 'coordinator' as const, isLocked: true })),
    ]
    const waiting = new Set(pool.mentees.map(({ id }) => id))
    for (const ids of pairs) {
      await checkPair(req, options, await lockPair(req, options, ids))
      if (pool.leftOut.some((pair) => pair.mentee === ids.mentee && pair.mentor === ids.mentor)) {
        throw new Refused(409, say('leftOutAllow', { leftOut: say('leftOut') }), 'leftOut')
      }
      const places = pool.mentors.find(({ id }) => id === ids.mentor)?.places ?? 0
      const locked = proposals.filter(
        ({ isLocked, mentee, mentor }) => isLocked && mentor === ids.mentor && waiting.has(mentee),
      )
      if (locked.length > places) {
        throw new Refused(409, say('lockedPlaces', words), 'lockedPlaces')
      }
    }
    return storeRun(req, options, pool, proposals)
  })
