import { addDays, startOfDay } from './dates.ts'
import type { Circumstances, MatchDates, Period } from './facts.ts'
import type { Reminder } from './reminders.ts'
import { OPEN, type State, stepsFrom } from './states.ts'

/**
 * Matches in which something may be due: in a state, with a date before a moment. A few more than those
 * in which something is, so that a database can find them by an index.
 */
export type Duty = {
  state: State
  date: keyof MatchDates
  /** The date lies before this. @default whatever the date */
  before?: Date
  /** Only matches in which this is so. @default either */
  hasMet?: boolean
  wasExtensionAsked?: boolean
}

/**
 * All duties at a moment: every match whose time is over or that calls for a reminder is found by one of them.
 */
export const dutiesAt = (reminders: readonly Reminder[], period: Period, now: Date): Duty[] => {
  const ends: Duty[] = OPEN.filter((state) => stepsFrom(state).includes('complete')).map(
    (state) => ({
      state,
      date: 'endsOn',
      before: dayAfter(now, 0),
    }),
  )
  const calls = OPEN.flatMap((state) =>
    reminders.flatMap((reminder) => dutyOf(reminder, state, period, now) ?? []),
  )
  return withoutCovered([...ends, ...calls])
}

/** What a reminder can be called for in, apart from the state. */
const CIRCUMSTANCES: Omit<Circumstances, 'state'>[] = [true, false].flatMap((hasMet) =>
  [true, false].flatMap((wasExtensionAsked) =>
    ([undefined, 'mentor', 'mentee'] as const).map((extensionAskedBy) => ({
      hasMet,
      wasExtensionAsked,
      extensionAskedBy,
    })),
  ),
)

const dutyOf = (
  { countedFrom, isCalledFor }: Reminder,
  state: State,
  period: Period,
  now: Date,
): Duty | undefined => {
  const calling = CIRCUMSTANCES.filter((other) => isCalledFor({ state, ...other }))
  if (calling.length === 0) return undefined
  /** What is so in all of them. */
  const always = (name: 'hasMet' | 'wasExtensionAsked') => {
    const values = new Set(calling.map((one) => one[name]))
    return values.size === 1 ? calling[0]![name] : undefined
  }
  return {
    state,
    date: countedFrom?.date ?? 'introducedAt',
    before: countedFrom && dayAfter(now, countedFrom.days(period)),
    hasMet: always('hasMet'),
    wasExtensionAsked: always('wasExtensionAsked'),
  }
}

/** What lies before this was so many UK days ago, or more. */
const dayAfter = (now: Date, days: number): Date => startOfDay(addDays(now, 1 - days))

/** Without those whose matches another finds too. */
const withoutCovered = (duties: Duty[]): Duty[] =>
  duties.filter(
    (duty, at) =>
      !duties.some(
        (other, place) =>
          place !== at && covers(other, duty) && (place < at || !covers(duty, other)),
      ),
  )

const covers = (wide: Duty, narrow: Duty): boolean =>
  wide.state === narrow.state &&
  wide.date === narrow.date &&
  (!wide.before || (narrow.before !== undefined && wide.before >= narrow.before)) &&
  (wide.hasMet ?? narrow.hasMet) === narrow.hasMet &&
  (wide.wasExtensionAsked ?? narrow.wasExtensionAsked) === narrow.wasExtensionAsked
