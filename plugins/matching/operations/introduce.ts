import type { PayloadRequest } from 'payload'

import { inTransaction } from '../../in-transaction.ts'
import { addDays, addMonths } from '../dates.ts'
import { assess } from '../engine/criteria.ts'
import type { ResolvedOptions } from '../types.ts'
import { findProposal } from './find-match.ts'
import { checkPair, lockPair } from './lock-pair.ts'

/**
 * Confirms a proposal: checks every rule again, makes it a match, and lets the project introduce
 * the two, all in one transaction.
 *
 * @throws MatchRefused when it is not a proposal any more or would break a rule.
 */
export const confirmProposal = (
  req: PayloadRequest,
  options: ResolvedOptions,
  id: string,
): Promise<void> =>
  inTransaction(req, async () => {
    const proposal = await findProposal(req, id)
    await introduce(req, options, { mentee: proposal.mentee, mentor: proposal.mentor }, id)
  })

/**
 * Matches two people a coordinator chose, without a proposal from a run. Every rule holds here too.
 *
 * @returns the id of the match.
 * @throws MatchRefused when it would break a rule.
 */
export const matchByHand = (
  req: PayloadRequest,
  options: ResolvedOptions,
  ids: { mentee: string; mentor: string },
): Promise<string> => inTransaction(req, () => introduce(req, options, ids))

const introduce = async (
  req: PayloadRequest,
  options: ResolvedOptions,
  ids: { mentee: string; mentor: string },
  proposal?: string,
): Promise<string> => {
  const pair = await lockPair(req, options, ids)
  // Asked again after the lock: another coordinator may have decided in between.
  if (proposal) await findProposal(req, proposal)
  await checkPair(req, options, pair)

  const now = new Date()
  const { tier, tierLabel, score, reasons, differences } = assess(options.criteria, pair)
  const data = {
    status: 'introduced' as const,
    tier,
    tierLabel,
    score,
    reasons,
    differences,
    decidedBy: req.user?.id,
    decidedAt: now.toISOString(),
    confirmedAt: now.toISOString(),
    firstContactDue: addDays(now, options.period.firstContactDays).toISOString(),
    endsOn: addMonths(now, options.period.months).toISOString(),
  }
  const common = { collection: 'matches', depth: 0, overrideAccess: true, req } as const
  const match = proposal
    ? await req.payload.update({ ...common, id: proposal, data })
    : await req.payload.create({ ...common, data: { ...ids, ...data, madeBy: 'coordinator' } })
  await dropOtherProposals(req, ids.mentee, match.id)
  await options.onIntroduced({
    req,
    ...pair,
    match: {
      id: match.id,
      reasons,
      firstContactDue: data.firstContactDue,
      endsOn: data.endsOn,
    },
  })
  return match.id
}

/** A mentee who has a mentor now needs no other proposal. */
const dropOtherProposals = (req: PayloadRequest, mentee: string, match: string) =>
  req.payload.delete({
    collection: 'matches',
    where: {
      and: [
        { mentee: { equals: mentee } },
        { status: { equals: 'proposed' } },
        { id: { not_equals: match } },
      ],
    },
    overrideAccess: true,
    req,
  })
