import type { IncomingMessage, ServerResponse } from 'node:http'

/** Pages of the admin ask for the page to go on to by this name. */
const PARAMETER = 'redirect'

/**
 * A path of the admin as its own links are written: plain segments, none of dots, then a query. What
 * a browser would read in another way (backslashes, control characters, escapes, a second slash) is
 * not among them.
 */
const ADMIN_PATH = /^\/admin(?:\/[\w~-][\w.~-]*)*\/?(?:[?#]\P{Cc}*)?$/u

/** May somebody be sent on to this after they have logged in? Only to pages of the admin itself. */
export const isAdminPath = (value: string): boolean => ADMIN_PATH.test(value)

/**
 * Where a request for a page of the admin names another place to go on to, the address without it.
 *
 * @returns nothing when the address is well
 */
export const withoutForeignRedirect = (url: string): string | undefined => {
  const [pathname = '', ...rest] = url.split('?')
  const query = new URLSearchParams(rest.join('?'))
  const places = query.getAll(PARAMETER)
  if (places.every(isAdminPath) && places.length < 2) return undefined
  query.delete(PARAMETER)
  return query.size > 0 ? `${pathname}?${query}` : pathname
}

/**
 * Payload's log-in goes on to whatever the address says. This answers before it is asked.
 *
 * @returns whether the request is answered
 */
export const refuseForeignRedirect = (
  request: IncomingMessage,
  response: ServerResponse,
): boolean => {
  const { url = '' } = request
  const own = /^\/admin(?![^/?#])/.test(url) ? withoutForeignRedirect(url) : undefined
  if (own === undefined) return false
  response.writeHead(303, { location: own, 'cache-control': 'no-store' }).end()
  return true
}
