import type { PayloadRequest, Where } from 'payload'

import { addDays, nextDaytime, startOfDay } from '../clock/dates.ts'
import { factsOf } from '../facts-of.ts'
import { findMatch } from '../find-match.ts'
import { findParticipant } from '../../links/owner.ts'
import { callFor, type MentoringMail, ONE_A_DAY, OPTIONAL_MAILS } from '../mails/index.ts'
import { loadPeriod } from './settings.ts'

/**
 * Has a reminder, or the thanks at the end, been written to this address today, by UK days? One that
 * waits for the mail server counts whenever it was written: it goes before there is another.
 */
export const hasReminderToday = async (
  req: PayloadRequest,
  to: string,
  now: Date,
): Promise<boolean> => {
  const isOfToday: Where = {
    and: [
      { status: { not_equals: 'cancelled' } },
      { createdAt: { greater_than_equal: startOfDay(now).toISOString() } },
    ],
  }
  const waits: Where = { status: { in: ['queued', 'sending'] } }
  return isAny(req, to, { or: [isOfToday, waits] })
}

/**
 * May a mail of the outbox still go? Asked right before it is sent, which can be hours after it was
 * written when the mail server is away: what the match no longer calls for, or the person no longer
 * wants, is dropped; a reminder, or the thanks at the end, that would come at night or as the second of
 * a day waits for the morning.
 *
 * @returns whether it may go, or when it may.
 */
export const mayStillGo = async (
  mail: { key: string; template: string; to: string },
  req: PayloadRequest,
  now = new Date(),
): Promise<boolean | Date> => {
  const isCalledFor = callFor(mail.template)
  if (isCalledFor) {
    const match = await findMatch(req, mail.key.split(':')[1]!)
    if (!match || !isCalledFor(factsOf(match))) return false
    if (OPTIONAL_MAILS.includes(mail.template as MentoringMail)) {
      const role = mail.key.endsWith(':mentor') ? 'mentor' : 'mentee'
      const to = await findParticipant(req, { role, id: String(match[role]) })
      if (to?.person.wantsNoReminders) return false
    }
  }
  if (!ONE_A_DAY.includes(mail.template as MentoringMail)) return true
  const period = await loadPeriod(req)
  const wasSentToday = await isAny(req, mail.to, {
    sentAt: { greater_than_equal: startOfDay(now).toISOString() },
  })
  const from = nextDaytime(wasSentToday ? startOfDay(addDays(now, 1)) : now, period)
  return from <= now || from
}

/** Is there any mail, of those that come one a day, to this address? */
const isAny = async (req: PayloadRequest, to: string, where: Where): Promise<boolean> => {
  const { totalDocs } = await req.payload.count({
    collection: 'mails',
    where: { and: [{ to: { equals: to } }, { template: { in: ONE_A_DAY } }, where] },
    overrideAccess: true,
    req,
  })
  return totalDocs > 0
}
