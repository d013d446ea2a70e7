/**
 * Rows as CSV that spreadsheets open as text and numbers only: what starts like a formula gets an
 * apostrophe (OWASP, "CSV Injection"), quotes are doubled (RFC 4180), and a byte order mark says
 * that it is UTF-8.
 *
 * @example toCSV([['=1+1', 2]]) // '\uFEFF"\'=1+1",2\r\n'
 */
export const toCSV = (rows: (number | string)[][]): string =>
  `\uFEFF${rows.map((row) => `${row.map(toCell).join(',')}\r\n`).join('')}`

const toCell = (value: number | string): string => {
  if (typeof value === 'number') return String(value)
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return `"${safe.replaceAll('"', '""')}"`
}
