import { tz } from '@date-fns/tz'
import {
  addDays as addDaysTo,
  addMonths as addMonthsTo,
  differenceInCalendarDays,
  setHours,
  startOfDay as startOf,
} from 'date-fns'

/**
 * Dates as people in the programme count them: in UK time, whatever the clocks do. They are stored as
 * moments in UTC.
 */

/** Where the programme's days begin and end. */
export const TIME_ZONE = 'Europe/London'

const UK = { in: tz(TIME_ZONE) }

/** A moment as a plain date, without the time zone that date-fns calculates in. */
const plain = (date: Date): Date => new Date(date.getTime())

/** The same time of day in the UK, so many days later (or earlier, when negative). */
export const addDays = (date: Date, days: number): Date => plain(addDaysTo(date, days, UK))

/**
 * The same day of the month and time of day in the UK, so many months later; the last day when there
 * is no such day.
 *
 * @example addMonths(new Date('2026-10-31T12:00:00Z'), 4) // 2027-02-28T12:00:00Z
 */
export const addMonths = (date: Date, months: number): Date => plain(addMonthsTo(date, months, UK))

/** Midnight in the UK at the start of this day. */
export const startOfDay = (date: Date): Date => plain(startOf(date, UK))

/** UK calendar days from one moment to another: 0 on the same day. */
export const daysBetween = (from: Date, to: Date): number => differenceInCalendarDays(to, from, UK)

/** This day in the UK at a full hour. */
const atHour = (date: Date, hour: number): Date => plain(setHours(startOf(date, UK), hour, UK))

/** Hours of the day between which mail that can wait is sent. */
export type Daytime = { earliestHour: number; latestHour: number }

/**
 * When mail that can wait may be sent: now during the day, else the next morning.
 *
 * @example nextDaytime(new Date('2026-07-01T21:00:00Z'), { earliestHour: 8, latestHour: 20 })
 * // 2026-07-02T07:00:00Z, which is 8 o'clock in the UK
 */
export const nextDaytime = (now: Date, { earliestHour, latestHour }: Daytime): Date => {
  const morning = atHour(now, earliestHour)
  if (now < morning) return morning
  return now < atHour(now, latestHour) ? now : atHour(addDays(now, 1), earliestHour)
}

const DAY = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeZone: TIME_ZONE })

/** @example ukDate('2026-11-29T12:00:00Z') // 'Sunday 29 November 2026' */
export const ukDate = (date: Date | string): string => DAY.format(new Date(date)).replace(',', '')

const ISO_DAY = new Intl.DateTimeFormat('en-CA', {
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  timeZone: TIME_ZONE,
})

/**
 * The UK day as date inputs have it.
 *
 * @example ukDay('2026-06-30T23:30:00Z') // '2026-07-01', because it is July in the UK
 */
export const ukDay = (date: Date | string): string => ISO_DAY.format(new Date(date))

const TIME = new Intl.DateTimeFormat('en-GB', {
  hour: 'numeric',
  minute: '2-digit',
  // `hour12` would make half past twelve 0:30pm.
  hourCycle: 'h12',
  timeZone: TIME_ZONE,
})

/** @example ukDateTime('2026-11-29T09:30:00Z') // 'Sunday 29 November 2026, 9:30am' */
export const ukDateTime = (date: Date | string): string =>
  `${ukDate(date)}, ${TIME.format(new Date(date)).replace(/\s/, '')}`
