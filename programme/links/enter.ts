import { page, seeOther } from '@mentoring/kit/respond'
import type { PayloadRequest } from 'payload'

import { openLink } from './links.ts'
import { pathOf } from './path-of.ts'
import type { LinkPurpose } from './purposes.ts'
import { openVisit, type OpenVisit, startVisit } from './visits.ts'

/** What the page about a link that does not open anything says, and what its button goes by. */
export type DeadLink = {
  /** Of a link that is known. */
  token?: string
  /** Of a visit that is known. */
  visit?: string
  /** Why a visit does not go on. */
  reason?: 'noCookies' | 'over'
}

/** A page that a mailed link opens. */
type Door = {
  /** The address of the page, without its query. */
  path: string
  purposes: LinkPurpose[]
  deadLink: (why: DeadLink) => string
  now: Date
}

/**
 * Opens a page by `GET`. With a token in the address, the link is exchanged for a visit at once: the
 * browser is sent on to the same address without the token. This only makes a visit, so that mail
 * scanners may do it too; `HEAD` makes none.
 *
 * @returns the visit, or the answer to be given instead
 */
export const enter = async (
  req: PayloadRequest,
  { deadLink, now, path, purposes }: Door,
): Promise<OpenVisit | Response> => {
  const { token, visit, ...query } = Object.fromEntries(req.searchParams)
  if (token === undefined) return goOn(req, visit, { deadLink, now, purposes })
  const opened = await openLink(req, token, purposes, now)
  if (!opened) return page(deadLink({}), 404)
  if (opened.isDead) return page(deadLink({ token }), 410)
  if (req.method === 'HEAD') return seeOther(pathOf(path, query))
  const { cookie, name } = await startVisit(req, opened, now)
  return withCookies(seeOther(pathOf(path, { visit: name, ...query })), [cookie])
}

/** Goes on with a visit, by the name a form or an address has of it. */
export const goOn = async (
  req: PayloadRequest,
  name: string | undefined,
  { deadLink, now, purposes }: Omit<Door, 'path'>,
): Promise<OpenVisit | Response> => {
  const asked = await openVisit(req, name, purposes, now)
  switch (asked.is) {
    case 'open':
      return asked
    case 'noCookie':
      return page(deadLink({ visit: asked.name, reason: 'noCookies' }), 403)
    case 'over':
      return page(deadLink({ visit: asked.name, reason: 'over' }), 410)
    case 'unknown':
      // Whoever names a visit had one: it was ended, here or in another window.
      return page(deadLink(name === undefined ? {} : { reason: 'over' }), 404)
  }
}

/** Adds headers that set cookies. */
export const withCookies = (response: Response, cookies: string[]): Response => {
  for (const cookie of cookies) response.headers.append('set-cookie', cookie)
  return response
}
