/**
 * An address with its query.
 *
 * @example pathOf('/my/', { visit: 'a', done: undefined }) // '/my/?visit=a'
 */
export const pathOf = (path: string, query: Record<string, string | undefined>): string => {
  const given = Object.entries(query).filter((entry): entry is [string, string] =>
    Boolean(entry[1]),
  )
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given).toString()}`
}
