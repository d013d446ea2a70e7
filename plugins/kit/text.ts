/**
 * A number with its noun.
 *
 * @example count(1, 'mentee') // '1 mentee'
 * @example count(3, 'match', 'matches') // '3 matches'
 */
export const count = (number: number, one: string, many = `${one}s`): string =>
  `${number} ${number === 1 ? one : many}`

/** How long somebody has waited. @example waited(0) // 'since today' */
export const waited = (days: number): string => (days === 0 ? 'since today' : count(days, 'day'))

/**
 * A day in words.
 *
 * @param timeZone where the day begins and ends. @default that of this machine: a page that is made on
 *   the server and again in the browser has to name one
 * @example shortDate('2026-11-22T10:00:00Z', 'en-GB', 'Europe/London') // '22 Nov 2026'
 */
export const shortDate = (iso: string, locale: string, timeZone?: string): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone }).format(new Date(iso))
