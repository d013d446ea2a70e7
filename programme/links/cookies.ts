import type { PayloadRequest } from 'payload'
import { parseCookies } from 'payload/shared'

/**
 * The prefix makes browsers refuse a cookie of this name that another host of the domain has set. They
 * take it with HTTPS only.
 */
const nameOf = (req: PayloadRequest, name: string): string =>
  isSecure(req) ? `__Host-${name}` : name

const isSecure = (req: PayloadRequest): boolean => req.payload.config.serverURL.startsWith('https:')

/** The value of a cookie. */
export const cookieOf = (req: PayloadRequest, name: string): string | undefined =>
  parseCookies(req.headers).get(nameOf(req, name))

/** Values of all cookies whose names start alike, by the rest of their names. */
export const cookiesOf = (req: PayloadRequest, start: string): Map<string, string> => {
  const prefix = nameOf(req, start)
  return new Map(
    [...parseCookies(req.headers)]
      .filter(([name]) => name.startsWith(prefix))
      .map(([name, value]) => [name.slice(prefix.length), value]),
  )
}

/**
 * The header that sets a cookie which no script reads and no other site sends along with a form.
 *
 * @param seconds how long the browser keeps it; 0 removes it. @default until it is closed
 */
export const setCookie = (
  req: PayloadRequest,
  name: string,
  value: string,
  seconds?: number,
): string =>
  [
    `${nameOf(req, name)}=${value}`,
    'Path=/',
    ...(seconds === undefined ? [] : [`Max-Age=${seconds}`]),
    'HttpOnly',
    'SameSite=Lax',
    ...(isSecure(req) ? ['Secure'] : []),
  ].join('; ')
