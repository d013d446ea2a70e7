import { inTransaction } from '@mentoring/kit/in-transaction'
import type { PayloadRequest } from 'payload'

import type { PairOfIds } from '../pool/types.ts'
import { createMatch, deleteMatches, updateMatch } from '../store.ts'
import type { ResolvedOptions } from '../types.ts'
import { findProposal } from './find-match.ts'
import { checkPair, lockPair } from './lock-pair.ts'

/**
 * Confirms a proposal: checks every rule again, makes it a match, and lets the project introduce
 * the two, all in one transaction.
 *
 * @throws Refused when it is not a proposal any more or would break a rule.
 */
export const confirmProposal = (
  req: PayloadRequest,
  options: ResolvedOptions,
  id: string,
): Promise<void> =>
  inTransaction(req, async () => {
    const { mentee, mentor } = await findProposal(req, options, id)
    await introduce(req, options, { mentee, mentor }, id)
  })

/**
 * Matches two people a coordinator chose, without a proposal from a run. Every rule holds here too.
 *
 * @returns the id of the match.
 * @throws Refused when it would break a rule.
 */
export const matchByHand = (
  req: PayloadRequest,
  options: ResolvedOptions,
  ids: PairOfIds,
): Promise<string> => inTransaction(req, () => introduce(req, options, ids))

const introduce = async (
  req: PayloadRequest,
  options: ResolvedOptions,
  ids: PairOfIds,
  proposal?: string,
): Promise<string> => {
  const pair = await lockPair(req, options, ids)
  // Asked again after the lock: another coordinator may have decided in between.
  if (proposal) await findProposal(req, options, proposal)
  const { differences, reasons, score, tier, tierLabel } = await checkPair(req, options, pair)

  const now = new Date().toISOString()
  const data = {
    status: 'introduced' as const,
    tier,
    tierLabel,
    score,
    reasons,
    differences,
    decidedBy: req.user?.id,
    decidedAt: now,
    confirmedAt: now,
  }
  if (proposal) await updateMatch(req, options, proposal, data)
  const match =
    proposal ??
    (await createMatch(req, options, {
      mentee: pair.mentee.id,
      mentor: pair.mentor.id,
      ...data,
      madeBy: 'coordinator',
    }))
  // A mentee who has a mentor now needs no other proposal.
  await deleteMatches(req, options, {
    and: [
      { mentee: { equals: ids.mentee } },
      { status: { equals: 'proposed' } },
      { id: { not_equals: match } },
    ],
  })
  await options.onIntroduced({ req, ...pair, match: { id: match, reasons } })
  return match
}
