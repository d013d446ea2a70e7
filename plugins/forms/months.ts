/** The first letters of each month's name tell it from the others. */
const NAMES = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

const LONG = Array.from({ length: 12 }, (_, month) =>
  new Date(Date.UTC(2000, month)).toLocaleString('en-GB', { month: 'long', timeZone: 'UTC' }),
)

/**
 * The number of a month that is typed as a number or a name, short or in full.
 *
 * @returns 1 to 12; nothing when it is no month
 * @example monthOf('Sept.') // 9
 */
export const monthOf = (text: string): number | undefined => {
  const typed = text.trim().toLowerCase().replace(/\.$/, '')
  if (/^\d{1,2}$/.test(typed))
    return Number(typed) >= 1 && Number(typed) <= 12 ? Number(typed) : undefined
  const month = NAMES.indexOf(typed.slice(0, 3))
  return month >= 0 && LONG[month]!.toLowerCase().startsWith(typed) ? month + 1 : undefined
}
