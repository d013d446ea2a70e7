import { addDays } from './dates.ts'
import type { Facts, Period, Role } from './facts.ts'

type Reminder = {
  /** Whom it goes to. */
  to: readonly Role[]
  /** The moment from which it is due. */
  dueAt: (facts: Facts, period: Period) => Date
  /** Does the match still call for it? */
  applies: (facts: Facts) => boolean
}

const BOTH = ['mentor', 'mentee'] as const

/** Has the mentor still to write? */
const isSilent = ({ state }: Facts): boolean => state === 'introduced'

/** So many days after the introduction, or as much before the due date when that was moved. */
const contactDay = (days: (period: Period) => number) => (facts: Facts, period: Period) =>
  addDays(facts.firstContactDue, days(period) - period.firstContactDays)

/** Every reminder of the programme, each sent once to each of its people. */
export const REMINDERS = {
  contactGentle: {
    to: ['mentor'],
    dueAt: contactDay(({ firstReminderDays }) => firstReminderDays),
    applies: isSilent,
  },
  contactAgain: {
    to: ['mentor'],
    dueAt: contactDay(({ secondReminderDays }) => secondReminderDays),
    applies: isSilent,
  },
  contactOverdue: {
    to: BOTH,
    dueAt: ({ firstContactDue }) => firstContactDue,
    applies: isSilent,
  },
  agreementMissing: {
    to: BOTH,
    dueAt: ({ introducedAt }, { agreementDays }) => addDays(introducedAt, agreementDays),
    applies: ({ state }) => state === 'inContact',
  },
  meetingMissing: {
    to: BOTH,
    dueAt: ({ introducedAt }, { meetingDays }) => addDays(introducedAt, meetingDays),
    applies: ({ state, hasMet }) => (state === 'inContact' || state === 'agreed') && !hasMet,
  },
  extensionQuestion: {
    to: BOTH,
    dueAt: ({ endsOn }, { extensionQuestionDays }) => addDays(endsOn, -extensionQuestionDays),
    applies: ({ state, wasExtensionAsked }) => state === 'agreed' && !wasExtensionAsked,
  },
} as const satisfies Record<string, Reminder>

export type ReminderName = keyof typeof REMINDERS

const ALL = Object.entries(REMINDERS) as [ReminderName, Reminder][]

/** Does the match still call for this reminder? */
export const stillApplies = (name: ReminderName, facts: Facts): boolean =>
  (REMINDERS[name] as Reminder).applies(facts)

/**
 * The one reminder somebody is due to get now, if any: of all that are due the latest, because it
 * says what matters now. One that was overtaken is never made up for, and none comes twice. So a
 * server that stood still for weeks sends each person one mail, not all that it missed.
 *
 * @param sent what this person has been sent about this match
 */
export const reminderDue = (
  facts: Facts,
  role: Role,
  period: Period,
  sent: readonly ReminderName[],
  now: Date,
): ReminderName | undefined => {
  const due = ALL.filter(([, { to }]) => to.includes(role))
    .map(([name, { applies, dueAt }]) => ({
      name,
      at: dueAt(facts, period).getTime(),
      isWanted: applies(facts) && !sent.includes(name),
    }))
    .filter(({ at }) => at <= now.getTime())
  const latestSent = Math.max(
    ...due.filter(({ name }) => sent.includes(name)).map(({ at }) => at),
    -Infinity,
  )
  return due
    .filter(({ at, isWanted }) => isWanted && at >= latestSent)
    .sort((a, b) => b.at - a.at)[0]?.name
}

/** Is the time of an open match over? */
export const isOver = ({ endsOn }: Facts, now: Date): boolean => now >= endsOn
