import { createLocalReq, type PayloadRequest, type Where } from 'payload'

import { findRecords } from '../../database/records.ts'
import type { Match, Mentee, Mentor } from '../../payload-types.ts'
import { findParticipant } from '../links/owner.ts'
import { nextDaytime, ukDate } from '../clock/dates.ts'
import { type Period, type Role, ROLES } from '../clock/facts.ts'
import { isOver, reminderDue } from '../clock/reminders.ts'
import { OPEN, stepsFrom } from '../clock/states.ts'
import { factsOf } from './facts-of.ts'
import { REMINDERS } from '../messages/index.ts'
import type { ReminderMessage } from '../messages/message.ts'
import type { MatchContext } from './types.ts'
import { completeMatch } from './end-match.ts'
import { inMatch } from './in-match.ts'
import { hasReminderToday } from './reminders-sent.ts'
import { loadPeriod } from './load-period.ts'
import { noteReminder } from './take-step.ts'
import { participantOf, writeTo } from './write-to.ts'

/**
 * Follows every open match: completes those whose time is over and sends the reminders that are due,
 * by day only, and no more than one such mail a day to one person. What is due is found from the data
 * alone, so it does not matter when this ran last or how often it runs. Each match is looked at again
 * under its lock before anything is done; a fault with one leaves the others alone.
 */
export const followMatches = async (req: PayloadRequest, now: Date): Promise<void> => {
  const period = await loadPeriod(req)
  if (nextDaytime(now, period) > now) return
  const open = await findRecords(req, 'matches', { status: { in: OPEN } }, { sort: 'confirmedAt' })
  const sent = await findSent(req, open)
  for (const match of open) {
    try {
      if (isOver(factsOf(match), now)) {
        if (canComplete(match, now)) await inMatch(await ownReq(req), match.id, complete, now)
        continue
      }
      for (const role of ROLES) {
        if (!dueFor(match, role, period, sent.get(match.id), now)) continue
        const own = await ownReq(req)
        if (!(await canRemind(own, match, role, now))) continue
        await inMatch(own, match.id, (context) => remind(context, role), now)
      }
    } catch (error) {
      const reason = (error as Error).name
      req.payload.logger.error({ msg: 'A match could not be followed', match: match.id, reason })
    }
  }
}

/** One request for all would keep everything that was read for each of them. */
const ownReq = ({ payload }: PayloadRequest) => createLocalReq({}, payload)

/** Is its time over, and can the clock say so? */
const canComplete = (match: Match, now: Date): boolean => {
  const facts = factsOf(match)
  return isOver(facts, now) && stepsFrom(facts.state).includes('complete')
}

/** Completes a match, unless that would be the second mail of the day to one of the two. */
const complete = async (context: MatchContext): Promise<void> => {
  const { match, mentee, mentor, now, req } = context
  if (!canComplete(match, now)) return
  for (const { email } of [mentor, mentee]) {
    if (await hasReminderToday(req, email, now)) return
  }
  await completeMatch(context)
}

type Sent = { role: Role; name: string }[]

const dueFor = (
  match: Match,
  role: Role,
  period: Period,
  sent: Sent | undefined,
  now: Date,
): ReminderMessage | undefined => {
  const names = (sent ?? []).flatMap((one) => (one.role === role ? [one.name] : []))
  const facts = factsOf(match)
  return isOver(facts, now) ? undefined : reminderDue(REMINDERS, facts, role, period, names, now)
}

/** Asked without a lock first: who stopped reminders would else be locked every minute. */
const canRemind = async (
  req: PayloadRequest,
  match: Match,
  role: Role,
  now: Date,
): Promise<boolean> => {
  const to = await findParticipant(req, { role, id: match[role] as string })
  return to !== undefined && mayRemind(req, to.person, now)
}

const mayRemind = async (
  req: PayloadRequest,
  { email, wantsNoReminders }: Mentee | Mentor,
  now: Date,
): Promise<boolean> => !wantsNoReminders && !(await hasReminderToday(req, email, now))

/** Sends one person the reminder that is due, unless they want none or had one today. */
const remind = async (context: MatchContext, role: Role): Promise<void> => {
  const { facts, match, now, period, req } = context
  const { person } = participantOf(context, role)
  if (!OPEN.includes(facts.state) || !(await mayRemind(req, person, now))) return
  const sent = await findSent(req, [match])
  const reminder = dueFor(match, role, period, sent.get(match.id), now)
  if (!reminder) return
  await writeTo(context, role, reminder, {
    occasion: 'reminder',
    values: { dueOn: ukDate(facts.firstContactDue), endsOn: ukDate(facts.endsOn) },
  })
  await noteReminder(context, reminder.name, role)
}

/** Which reminders each match has had. */
const findSent = async (
  req: PayloadRequest,
  matches: { id: string }[],
): Promise<Map<string, Sent>> => {
  const sent = new Map<string, Sent>()
  if (matches.length === 0) return sent
  // One match is asked for by its id; for all, it is quicker to read every reminder there was.
  const which: Where[] = matches.length === 1 ? [{ match: { equals: matches[0]!.id } }] : []
  const reminders = { and: [{ what: { equals: 'remind' } }, ...which] }
  for (const { match, message, to } of await findRecords(req, 'match-steps', reminders)) {
    if (!message || !to) continue
    const list = sent.get(match as string) ?? []
    sent.set(match as string, [...list, { name: message, role: to }])
  }
  return sent
}
