import { createLocalReq, type PayloadRequest } from 'payload'

import type { Mentee, Mentor } from '../../payload-types.ts'
import { nextDaytime, ukDate } from '../clock/dates.ts'
import { dutiesAt, type Duty } from '../clock/duties.ts'
import { type Period, type Role, ROLES } from '../clock/facts.ts'
import { isOver, reminderDue } from '../clock/reminders.ts'
import { OPEN, stepsFrom } from '../clock/states.ts'
import { findParticipant } from '../links/owner.ts'
import { REMINDERS } from '../messages/index.ts'
import type { ReminderMessage } from '../messages/message.ts'
import { completeMatch } from './end-match.ts'
import { factsOf } from './facts-of.ts'
import { countDue, findDue, findSent, type FollowedMatch, placeIn, type Sent } from './find-due.ts'
import { inMatch } from './in-match.ts'
import { loadPeriod } from './load-period.ts'
import type { Place } from './portions.ts'
import { hasReminderToday } from './reminders-sent.ts'
import { noteReminder } from './take-step.ts'
import type { MatchContext } from './types.ts'
import { participantOf, writeTo } from './write-to.ts'

/** Where a round stopped: at which of the duties, and after which of its matches. */
export type FollowPlace = { duty: number; after: Place }

/** How far a round came. */
export type Followed = {
  /** How many matches are still to be looked at, some of them for two reasons; 0 when it came to the end. */
  left: number
  /** Where the next round goes on. @default from the start */
  place?: FollowPlace
}

/** Matches looked at together. */
const PORTION = 100

/** Mails and ends one round is for, so that it is over within seconds however much there is to do. */
const MOST_AT_ONCE = 200

/**
 * Follows the open matches: completes those whose time is over and sends the reminders that are due,
 * by day only, and no more than one such mail a day to one person. What is due is found from the data
 * alone, so it does not matter when this ran last or how often it runs. Each match is looked at again
 * under its lock before anything is done; a fault with one leaves the others alone.
 *
 * A round does a bounded part. The next goes on where it stopped, so that every match has its turn
 * before any has a second.
 *
 * @param from where the round before stopped. @default it came to the end
 */
export const followMatches = async (
  { payload }: PayloadRequest,
  now: Date,
  from?: FollowPlace,
  most = MOST_AT_ONCE,
): Promise<Followed> => {
  // One request for all would keep everything that was read for each of them.
  const ownReq = () => createLocalReq({}, payload)
  const period = await loadPeriod(await ownReq())
  if (nextDaytime(now, period) > now) return { left: 0, place: from }
  const duties = dutiesAt(REMINDERS, period, now)
  let done = 0
  for (let duty = from?.duty ?? 0; duty < duties.length; duty += 1) {
    let after = duty === from?.duty ? from.after : undefined
    for (let isMore = true; isMore;) {
      const req = await ownReq()
      const portion = await findDue(req, duties[duty]!, { after, limit: PORTION })
      const sent = await findSent(req, portion)
      for (const match of portion) {
        done += await follow(ownReq, match, sent.get(match.id) ?? [], period, now)
        after = placeIn(duties[duty]!, match)
        if (done >= most) {
          return { place: { duty, after }, left: await countLeft(req, duties, { duty, after }) }
        }
      }
      isMore = portion.length === PORTION
      await others()
    }
  }
  return { left: 0 }
}

/** Lets requests in: with SQLite, waiting for the database alone does not. */
const others = () => new Promise((resolve) => setImmediate(resolve))

const countLeft = async (
  req: PayloadRequest,
  duties: Duty[],
  { after, duty }: FollowPlace,
): Promise<number> => {
  let left = 0
  for (const one of duties.slice(duty)) {
    left += await countDue(req, one, one === duties[duty] ? after : undefined)
  }
  return left
}

/**
 * Does what is due in one match.
 *
 * @returns for how much of it a person was looked up, whether or not a mail came of it.
 */
const follow = async (
  ownReq: () => Promise<PayloadRequest>,
  match: FollowedMatch,
  sent: Sent[],
  period: Period,
  now: Date,
): Promise<number> => {
  let done = 0
  try {
    if (isOver(factsOf(match), now)) {
      if (!canComplete(match, now)) return 0
      done += 1
      await inMatch(await ownReq(), match.id, complete, now)
      await others()
      return done
    }
    for (const role of ROLES) {
      if (!dueFor(match, role, period, sent, now)) continue
      done += 1
      const req = await ownReq()
      if (!(await canRemind(req, match, role, now))) continue
      await inMatch(req, match.id, (context) => remind(context, role), now)
      await others()
    }
  } catch (error) {
    const reason = (error as Error).name
    const { payload } = await ownReq()
    payload.logger.error({ msg: 'A match could not be followed', match: match.id, reason })
  }
  return done
}

/** Is its time over, and can the clock say so? */
const canComplete = (match: Parameters<typeof factsOf>[0], now: Date): boolean => {
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

const dueFor = (
  match: Parameters<typeof factsOf>[0],
  role: Role,
  period: Period,
  sent: Sent[],
  now: Date,
): ReminderMessage | undefined => {
  const names = sent.flatMap((one) => (one.role === role ? [one.name] : []))
  const facts = factsOf(match)
  return isOver(facts, now) ? undefined : reminderDue(REMINDERS, facts, role, period, names, now)
}

/** Asked without a lock first: who stopped reminders would else be locked every minute. */
const canRemind = async (
  req: PayloadRequest,
  match: FollowedMatch,
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
  const reminder = dueFor(match, role, period, sent.get(match.id) ?? [], now)
  if (!reminder) return
  await writeTo(context, role, reminder, {
    occasion: 'reminder',
    values: { dueOn: ukDate(facts.firstContactDue), endsOn: ukDate(facts.endsOn) },
  })
  await noteReminder(context, reminder.name, role)
}
