import { inTransaction } from '@mentoring/kit/in-transaction'
import { Refused } from '@mentoring/kit/refused'
import type { PayloadRequest } from 'payload'

import { inLanguageOf } from '../languages/index.ts'
import type { PairOfIds } from '../pool/numbers.ts'
import { updateMatch } from '../store.ts'
import type { DeclaredOptions, ResolvedOptions } from '../types.ts'
import type { DraftPair } from './draft-of.ts'
import { findProposal } from './find-match.ts'
import type { LoadedPool } from './load-pool.ts'
import { checkPair, lockPair } from './lock-pair.ts'
import { type DraftWork, makeDraft } from './make-draft.ts'
import { letOneRunAtATime } from './turn.ts'

/**
 * Locks proposals, so that the next run keeps them, or unlocks them.
 *
 * @throws Refused when one is not a proposal any more; then none is changed.
 */
export const setLocks = (
  req: PayloadRequest,
  options: DeclaredOptions,
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
 * Exchanges the mentors of two proposals, locks both, and matches the others around them. Refuses when
 * one is not a proposal any more, or a pair would break a rule.
 */
export const swapMentors =
  (req: PayloadRequest, options: ResolvedOptions, [first, second]: [string, string]): DraftWork =>
  (job) =>
    makeDraft(req, options, job, async (pool) => {
      const a = await findProposal(req, options, first)
      const b = await findProposal(req, options, second)
      if (a.mentor === b.mentor) {
        const { say, words } = inLanguageOf(req, options)
        throw new Refused(409, say('sameMentor', words), 'sameMentor')
      }
      return insist(req, options, pool, [
        { mentee: a.mentee, mentor: b.mentor },
        { mentee: b.mentee, mentor: a.mentor },
      ])
    })

/**
 * Puts a pair a coordinator chose into the draft, locks it, and matches the others around it. Refuses
 * when the pair would break a rule, or locked proposals take all the places.
 */
export const proposePair =
  (req: PayloadRequest, options: ResolvedOptions, pair: PairOfIds): DraftWork =>
  (job) =>
    makeDraft(req, options, job, (pool) => insist(req, options, pool, [pair]))

/**
 * The draft with these pairs in place of what their mentees had.
 *
 * @throws Refused when one would break a rule, or locked proposals take all the places.
 */
const insist = async (
  req: PayloadRequest,
  options: ResolvedOptions,
  pool: LoadedPool,
  pairs: PairOfIds[],
) => {
  const mentees = pairs.map(({ mentee }) => mentee)
  const proposals: DraftPair[] = [
    ...pool.proposals.filter(({ mentee }) => !mentees.includes(mentee)),
    ...pairs.map((pair) => ({ ...pair, madeBy: 'coordinator' as const, isLocked: true })),
  ]
  const { say, words } = inLanguageOf(req, options)
  const waiting = new Set(pool.mentees.map(({ id }) => id))
  for (const ids of pairs) {
    // Asked before the work and, when the draft is stored, once more.
    await inTransaction(req, async () => checkPair(req, options, await lockPair(req, options, ids)))
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
  return { proposals, insisted: pairs, request: {} }
}
