import { addDays } from './dates.ts'
import type { Circumstances, Facts, MatchDates, Period, Role } from './facts.ts'

/** Where the days until a reminder are counted from; negative days lie before it. */
type Counted = { date: keyof MatchDates; days: (period: Period) => number }

/** What the clock needs to know of a reminder. */
export type Reminder = {
  name: string
  /** Whom it goes to. */
  to: readonly Role[]
  /** The moment from which it is due. */
  dueAt: (facts: Facts, period: Period) => Date
  /**
   * The same for a database, which then finds those whom it is due; see `daysFrom`.
   * @default it may be due in every match that calls for it
   */
  countedFrom?: Counted
  /** Does the match still call for it? */
  isCalledFor: (match: Circumstances) => boolean
}

/**
 * When a reminder is due, counted in days from one of a match's dates.
 *
 * @example daysFrom('endsOn', () => -14) // two weeks before the end
 */
export const daysFrom = (
  date: keyof MatchDates,
  days: Counted['days'],
): Required<Pick<Reminder, 'countedFrom' | 'dueAt'>> => ({
  countedFrom: { date, days },
  dueAt: (facts, period) => addDays(facts[date], days(period)),
})

/**
 * The one reminder somebody is due to get now, if any: of all that are due the latest, because it
 * says what matters now. One that was overtaken is never made up for, and none comes twice. So a
 * server that stood still for weeks sends each person one mail, not all that it missed.
 *
 * @param sent names of what this person has been sent about this match
 */
export const reminderDue = <T extends Reminder>(
  reminders: readonly T[],
  facts: Facts,
  role: Role,
  period: Period,
  sent: readonly string[],
  now: Date,
): T | undefined => {
  const wasSent = ({ name }: T) => sent.includes(name)
  const due = reminders
    // Of all others it does not matter when they are due.
    .filter((one) => one.to.includes(role) && (wasSent(one) || one.isCalledFor(facts)))
    .map((reminder) => ({ reminder, at: reminder.dueAt(facts, period).getTime() }))
    .filter(({ at }) => at <= now.getTime())
  const latestSent = Math.max(
    ...due.filter(({ reminder }) => wasSent(reminder)).map(({ at }) => at),
    -Infinity,
  )
  return due
    .filter(({ at, reminder }) => at >= latestSent && !wasSent(reminder))
    .sort((a, b) => b.at - a.at)[0]?.reminder
}

/** Is the time of an open match over? */
export const isOver = ({ endsOn }: Facts, now: Date): boolean => now >= endsOn
