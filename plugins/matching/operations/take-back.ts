import type { PayloadRequest } from 'payload'

import { findMatches, updateMatch } from '../store.ts'
import type { DeclaredOptions } from '../types.ts'
import { findClosedMatch, findIntroduced, findProposal } from './find-match.ts'
import { decideAbout } from './lock-pair.ts'

/**
 * Rejects a proposal: it is kept, and these two are not proposed to each other again.
 *
 * @throws Refused when it is not a proposal any more.
 */
export const rejectProposal = (
  req: PayloadRequest,
  options: DeclaredOptions,
  id: string,
): Promise<void> =>
  decideAbout(req, options, id, findProposal, () =>
    updateMatch(req, options, id, { status: 'rejected', isLocked: false, ...decidedNow(req) }),
  )

/**
 * Undoes a match: the mentor's place is free again, the mentee waits again with the place they had,
 * and the project takes the introductions back.
 *
 * @throws Refused when it is not an open match.
 */
export const undoMatch = (
  req: PayloadRequest,
  options: DeclaredOptions,
  id: string,
): Promise<void> =>
  decideAbout(req, options, id, findIntroduced, async (pair, { reasons }) => {
    await updateMatch(req, options, id, { status: 'undone', ...decidedNow(req) })
    await options.onUndone({ req, ...pair, match: { id, reasons: reasons ?? [] } })
  })

/**
 * Lets two people be proposed to each other again after a coordinator rejected or undid them. What
 * was decided stays on record.
 *
 * @throws Refused when they are not left out.
 */
export const allowAgain = (
  req: PayloadRequest,
  options: DeclaredOptions,
  id: string,
): Promise<void> =>
  decideAbout(req, options, id, findClosedMatch, async (_pair, { mentee, mentor }) => {
    const decisions = await findMatches(req, options, {
      and: [
        { mentee: { equals: mentee } },
        { mentor: { equals: mentor } },
        { status: { in: options.states.apart } },
      ],
    })
    for (const decision of decisions) {
      await updateMatch(req, options, decision.id, { isAllowedAgain: true })
    }
  })

const decidedNow = (req: PayloadRequest) => ({
  decidedBy: req.user?.id,
  decidedAt: new Date().toISOString(),
})
