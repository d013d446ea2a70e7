import { inTurn } from '@mentoring/kit/in-turn'
import type { PayloadRequest } from 'payload'

import type { PairOfIds } from '../pool/types.ts'
import { createMatch, deleteProposals, type MatchRow, updateMatch } from '../store.ts'
import type { ResolvedOptions } from '../types.ts'
import { findProposal } from './find-match.ts'
import { checkPair, decideAbout, lockPair, type PairOfPeople } from './lock-pair.ts'

/**
 * Confirms a proposal: checks every rule again, makes it a match, and lets the project introduce
 * the two, all in one transaction.
 *
 * @param also what else is written in it
 * @throws Refused when it is not a proposal any more or would break a rule.
 */
export const confirmProposal = (
  req: PayloadRequest,
  options: ResolvedOptions,
  id: string,
  also?: () => Promise<void>,
): Promise<void> =>
  decideAbout(req, options, id, findProposal, async (pair, proposal) => {
    await also?.()
    await introduce(req, options, pair, proposal)
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
): Promise<string> =>
  inTurn(req, [ids.mentee, ids.mentor], async () =>
    introduce(req, options, await lockPair(req, options, ids)),
  )

const introduce = async (
  req: PayloadRequest,
  options: ResolvedOptions,
  pair: PairOfPeople,
  proposal?: MatchRow,
): Promise<string> => {
  const { mentee, mentor } = pair
  const { differences, reasons, score, tier, tierLabel } = await checkPair(req, options, pair)

  const now = new Date().toISOString()
  const data = {
    status: 'introduced' as const,
    tier,
    tierLabel,
    score,
    decidedBy: req.user?.id,
    decidedAt: now,
    confirmedAt: now,
  }
  const sentences = { reasons, differences }
  const match =
    proposal?.id ??
    (await createMatch(req, options, {
      mentee: mentee.id,
      mentor: mentor.id,
      ...data,
      ...sentences,
      madeBy: 'coordinator',
    }))
  if (proposal) {
    await updateMatch(req, options, match, {
      ...data,
      // Seldom others than when it was proposed, and they are rows of their own.
      ...(isSaid(proposal, sentences) ? {} : sentences),
    })
  }
  // A mentee who has a mentor now needs no other proposal.
  await deleteProposals(req, options, mentee.id)
  await options.onIntroduced({ req, ...pair, match: { id: match, reasons } })
  return match
}

const isSaid = (
  { differences, reasons }: MatchRow,
  sentences: Record<'differences' | 'reasons', string[]>,
): boolean =>
  JSON.stringify({ reasons: reasons ?? [], differences: differences ?? [] }) ===
  JSON.stringify(sentences)
