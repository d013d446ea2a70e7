import type { PayloadRequest } from 'payload'

import { addDays, nextDaytime, startOfDay } from '../clock/dates.ts'
import { stillApplies } from '../clock/reminders.ts'
import { factsOf } from '../facts-of.ts'
import { ONE_A_DAY, reminderOf } from '../mails/index.ts'
import { loadPeriod } from './settings.ts'

/** Has a reminder, or the thanks at the end, been written to this address today, by UK days? */
export const hasReminderToday = async (
  req: PayloadRequest,
  to: string,
  now: Date,
): Promise<boolean> => {
  const { totalDocs } = await req.payload.count({
    collection: 'mails',
    where: {
      and: [
        { to: { equals: to } },
        { template: { in: ONE_A_DAY } },
        { status: { not_equals: 'cancelled' } },
        { createdAt: { greater_than_equal: startOfDay(now).toISOString() } },
      ],
    },
    overrideAccess: true,
    req,
  })
  return totalDocs > 0
}

/**
 * May a mail of the outbox still go? Asked right before it is sent, which can be hours after it was
 * written when the mail server is away: a reminder that the match no longer calls for is dropped, one
 * that would come at night, or as the second of a day, waits for the morning.
 *
 * @returns whether it may go, or when it may.
 */
export const mayStillGo = async (
  mail: { key: string; template: string; to: string },
  req: PayloadRequest,
  now = new Date(),
): Promise<boolean | Date> => {
  const reminder = reminderOf(mail.template)
  if (!reminder) return true
  const match = await req.payload.findByID({
    collection: 'matches',
    id: mail.key.split(':')[1]!,
    depth: 0,
    disableErrors: true,
    overrideAccess: true,
    req,
  })
  if (!match || !stillApplies(reminder, factsOf(match))) return false
  const period = await loadPeriod(req)
  const { totalDocs: sentToday } = await req.payload.count({
    collection: 'mails',
    where: {
      and: [
        { to: { equals: mail.to } },
        { template: { in: ONE_A_DAY } },
        { sentAt: { greater_than_equal: startOfDay(now).toISOString() } },
      ],
    },
    overrideAccess: true,
    req,
  })
  const from = nextDaytime(sentToday > 0 ? startOfDay(addDays(now, 1)) : now, period)
  return from <= now || from
}
