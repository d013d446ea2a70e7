const DAY = 24 * 60 * 60 * 1000

/** The same time of day, so many days later, in UTC. */
export const addDays = (date: Date, days: number): Date => new Date(date.getTime() + days * DAY)

/**
 * The same day of the month, so many months later, in UTC; the last day when there is no such day.
 *
 * @example addMonths(new Date('2026-10-31'), 4) // 2027-02-28
 */
export const addMonths = (date: Date, months: number): Date => {
  const result = new Date(date)
  result.setUTCMonth(result.getUTCMonth() + months)
  const overflowed = result.getUTCDate() !== date.getUTCDate()
  if (overflowed) result.setUTCDate(0)
  return result
}
