import type { PayloadRequest, Where } from 'payload'

import { idOf } from '../../database/record-id.ts'
import { countRecords, findRecord } from '../../database/records.ts'
import type { Mail } from '../../payload-types.ts'
import { addDays, nextDaytime, startOfDay } from '../clock/dates.ts'
import { isParticipant } from '../links/owner.ts'
import { factsOf } from './facts-of.ts'
import type { MatchMessage } from '../messages/message.ts'
import { MAIL_TEMPLATES } from '../messages/templates.ts'
import { personOf } from '../messages/person-of.ts'
import { loadPeriod } from './load-period.ts'
import { findPlace } from '../training/place.ts'

/**
 * Has one of the mails that come one a day been written to this address today, by UK days? One that
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
 * wants, is dropped; what comes one a day and would come at night or as the second of a day waits for
 * the morning.
 *
 * @returns whether it may go, or when it may.
 */
export const mayStillGo = async (
  mail: Mail,
  { isCalledFor, isOptional, needsPlace, pace }: MatchMessage,
  req: PayloadRequest,
  now = new Date(),
): Promise<boolean | Date> => {
  if (isCalledFor) {
    const match = mail.match && (await findRecord(req, 'matches', idOf(mail.match)))
    if (!match || !isCalledFor(factsOf(match))) return false
  }
  if (needsPlace) {
    const { mentor, training } = mail
    if (!mentor || !training) return false
    if (!(await findPlace(req, idOf(mentor), idOf(training)))) return false
  }
  const to = await personOf(req, mail)
  if (isOptional && to && isParticipant(to) && to.person.wantsNoReminders) return false
  if (pace !== 'oneADay') return true
  const period = await loadPeriod(req)
  const wasSentToday = await isAny(req, to?.person.email ?? mail.to, {
    sentAt: { greater_than_equal: startOfDay(now).toISOString() },
  })
  const from = nextDaytime(wasSentToday ? startOfDay(addDays(now, 1)) : now, period)
  return from <= now || from
}

/** Is there any mail, of those that come one a day, to this address? */
const isAny = async (req: PayloadRequest, to: string, where: Where): Promise<boolean> => {
  const oneADay = MAIL_TEMPLATES.filter(({ pace }) => pace === 'oneADay').map(({ name }) => name)
  const which = { and: [{ to: { equals: to } }, { template: { in: oneADay } }, where] }
  return (await countRecords(req, 'mails', which)) > 0
}
