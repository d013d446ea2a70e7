/**
 * A moment in words: its time when it is of today, else its day too.
 *
 * @param timeZone @default that of this machine
 * @example momentIn('2026-11-30T17:48:00Z', 'en-GB', 'Europe/London').time // '17:48'
 */
export const momentIn = (
  iso: string,
  locale: string,
  timeZone: string | undefined,
  now = new Date(),
): { isToday: boolean; time: string } => {
  const at = new Date(iso)
  const format = (options: Intl.DateTimeFormatOptions, date: Date) =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone }).format(date)
  const isToday = format({ dateStyle: 'short' }, at) === format({ dateStyle: 'short' }, now)
  const hour = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const
  return {
    isToday,
    time: format(isToday ? hour : { day: 'numeric', month: 'long', year: 'numeric', ...hour }, at),
  }
}
