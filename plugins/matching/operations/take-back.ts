import type { PayloadRequest } from 'payload'

import { inTransaction } from '../../in-transaction.ts'
import type { ResolvedOptions } from '../types.ts'
import { findOpenMatch, findProposal } from './find-match.ts'
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
    const pair = await lockPair(req, options, await findOpenMatch(req, id))
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

const decide = (req: PayloadRequest, id: string, status: 'rejected' | 'undone') =>
  req.payload.update({
    collection: 'matches',
    id,
    data: { status, decidedBy: req.user?.id, decidedAt: new Date().toISOString() },
    depth: 0,
    overrideAccess: true,
    req,
  })
