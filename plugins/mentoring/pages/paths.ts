import type { PayloadRequest } from 'payload'

/** Address of the personal page. */
export const MY_PATH = '/my/'

/**
 * An address with its query.
 *
 * @example pathOf('/my/', { token: 'a', done: undefined }) // '/my/?token=a'
 */
export const pathOf = (path: string, query: Record<string, string | undefined>): string => {
  const given = Object.entries(query).filter((entry): entry is [string, string] =>
    Boolean(entry[1]),
  )
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given).toString()}`
}

/** The token in the address. */
export const tokenOf = (req: PayloadRequest): string | undefined =>
  req.searchParams.get('token') ?? undefined
