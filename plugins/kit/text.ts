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

/** @example shortDate('2026-11-22T10:00:00Z') // '22 Nov 2026' */
export const shortDate = (iso: string, locale = 'en-GB'): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'Europe/London' }).format(
    new Date(iso),
  )
