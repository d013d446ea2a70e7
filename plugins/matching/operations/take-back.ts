import type { PayloadRequest } from 'payload'

import { inTransaction } from '../../in-transaction.ts'
import { MatchRefused } from '../errors.ts'
import { OPEN_STATES, type ResolvedOptions } from '../types.ts'
import { findProposal } from './introduce.ts'
import { lockPair } from './lock-pair.ts'

/**
 * Rejects a proposal: it is kept, and these two are not proposed to each other again.
 *
 * @throws MatchRefused when it is not a proposal any more.
 */
export const rejectProposal = (
  req: PayloadRequest,
  options: ResolvedOptions,
  id: string,
): Promise<void> =>
  inTransaction(req, async () => {
    await lockPair(req, options, await findProposal(req, id))
    await findProposal(req, id)
    await decide(req, id, 'rejected')
  })

/**
 * Undoes a match: the mentor's place is free again, the mentee waits again with the place they had,
 * and the project takes the introductions back.
 *
 * @throws MatchRefused when it is not an open match.
 */
export const undoMatch = (
  req: PayloadRequest,
  options: ResolvedOptions,
  id: string,
): Promise<void> =>
  inTransaction(req, async () => {
    const before = await findOpenMatch(req, id)
    const pair = await lockPair(req, options, {
      mentee: before.mentee as string,
      mentor: before.mentor as string,
    })
    const match = await findOpenMatch(req, id)
    await decide(req, id, 'undone')
    await options.onUndone({
      req,
      ...pair,
      match: {
        id,
        reasons: match.reasons ?? [],
        firstContactDue: match.firstContactDue ?? '',
        endsOn: match.endsOn ?? '',
      },
    })
  })

const findOpenMatch = async (req: PayloadRequest, id: string) => {
  const match = await req.payload.findByID({
    collection: 'matches',
    id,
    depth: 0,
    disableErrors: true,
    overrideAccess: false,
    req,
  })
  if (!match) throw new MatchRefused(404, 'This match is no longer there. Look at the list again.')
  if (!OPEN_STATES.includes(match.status)) {
    throw new MatchRefused(409, 'This match is not open, so it can’t be undone.', 'notOpen')
  }
  return match
}

const decide = (req: PayloadRequest, id: string, status: 'rejected' | 'undone') =>
  req.payload.update({
    collection: 'matches',
    id,
    data: { status, decidedBy: req.user?.id, decidedAt: new Date().toISOString() },
    depth: 0,
    overrideAccess: true,
    req,
  })
