import type { PayloadRequest } from 'payload'

import { addDays, addMonths } from '../clock/dates.ts'
import { loadPeriod } from './load-period.ts'

/**
 * Starts the clock of a match that a coordinator has just introduced, in the transaction of `req`.
 *
 * @returns when the first contact is due and when the match ends, as ISO dates.
 */
export const startClock = async (
  req: PayloadRequest,
  match: string,
  now: Date,
): Promise<{ firstContactDue: string; endsOn: string }> => {
  const { firstContactDays, months } = await loadPeriod(req)
  const dates = {
    firstContactDue: addDays(now, firstContactDays).toISOString(),
    endsOn: addMonths(now, months).toISOString(),
  }
  await req.payload.update({
    collection: 'matches',
    id: match,
    data: dates,
    depth: 0,
    overrideAccess: true,
    req,
  })
  await noteDecision(req, match, 'introduce', now)
  return dates
}

/** Notes that a coordinator has undone an introduction. */
export const noteUndone = (req: PayloadRequest, match: string): Promise<void> =>
  noteDecision(req, match, 'undo', new Date())

const noteDecision = async (
  req: PayloadRequest,
  match: string,
  what: 'introduce' | 'undo',
  at: Date,
): Promise<void> => {
  await req.payload.create({
    collection: 'match-steps',
    data: { match, what, at: at.toISOString(), by: 'coordinator', user: req.user?.id },
    depth: 0,
    overrideAccess: true,
    req,
  })
}
