import type { PayloadRequest } from 'payload'

import { createRow, updateRow } from '../../database/records.ts'
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
  await updateRow(req, 'matches', match, dates)
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
  const step = { match, what, at: at.toISOString(), by: 'coordinator', user: req.user?.id } as const
  await createRow(req, 'match-steps', step)
}
