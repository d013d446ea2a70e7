import type { Facts, Period, Role } from './facts.ts'

/** What the clock needs to know of a reminder. */
export type Reminder = {
  name: string
  /** Whom it goes to. */
  to: readonly Role[]
  /** The moment from which it is due. */
  dueAt: (facts: Facts, period: Period) => Date
  /** Does the match still call for it? */
  isCalledFor: (facts: Facts) => boolean
}

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
  const due = reminders
    .filter(({ to }) => to.includes(role))
    .map((reminder) => ({ reminder, at: reminder.dueAt(facts, period).getTime() }))
    .filter(({ at }) => at <= now.getTime())
  const wasSent = ({ reminder }: (typeof due)[number]) => sent.includes(reminder.name)
  const latestSent = Math.max(...due.filter(wasSent).map(({ at }) => at), -Infinity)
  return due
    .filter((one) => one.at >= latestSent && !wasSent(one) && one.reminder.isCalledFor(facts))
    .sort((a, b) => b.at - a.at)[0]?.reminder
}

/** Is the time of an open match over? */
export const isOver = ({ endsOn }: Facts, now: Date): boolean => now >= endsOn
