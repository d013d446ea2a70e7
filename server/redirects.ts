import { readFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import path from 'node:path'

/** Written by the build, see `site/content/redirects.njk`. */
const FILE = 'redirects.json'

type Redirect = { from: string; to: string; kind: '301' | '302' }

/** Answers a request for an old address; says whether it was one. */
export type AnswerRedirect = (request: IncomingMessage, response: ServerResponse) => boolean

/**
 * Leads from old addresses to where they are now, with or without the slash at their end. What was asked for after
 * the `?` goes along.
 *
 * @param folder the built site, which never changes: its redirects are read once
 */
export const redirectsIn = (folder: string): AnswerRedirect => {
  const redirects = new Map(readRedirects(folder).map((one) => [keyOf(one.from), one]))
  return (request, response) => {
    const [pathname = '/', ...query] = (request.url ?? '/').split('?')
    const found = redirects.get(keyOf(pathname))
    const to = found && endOf(redirects, found)
    if (!to) return false
    const location = withQuery(to, query.join('?'))
    response
      .writeHead(Number(found.kind), { location, 'cache-control': 'no-cache', 'content-length': 0 })
      .end()
    return true
  }
}

/** A site of an older version has none. */
const readRedirects = (folder: string): Redirect[] => {
  try {
    return JSON.parse(readFileSync(path.join(folder, FILE), 'utf8')) as Redirect[]
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    return []
  }
}

/** Equal for all ways to write an address. */
const keyOf = (pathname: string): string => decoded(pathname).replace(/\/+$/, '')

const decoded = (pathname: string): string => {
  try {
    return decodeURIComponent(pathname)
  } catch {
    return pathname
  }
}

/** Where a redirect leads in the end, in one step; nothing when it leads in a circle. */
const endOf = (redirects: Map<string, Redirect>, first: Redirect): string | undefined => {
  const seen = new Set<Redirect>()
  let last = first
  for (;;) {
    if (seen.has(last)) return undefined
    seen.add(last)
    const next = last.to.startsWith('/')
      ? redirects.get(keyOf(last.to.replace(/[?#].*$/, '')))
      : undefined
    if (!next) return last.to
    last = next
  }
}

/** Any origin: only what comes after it counts. */
const HERE = 'http://site.invalid'

/** An address as a header takes it, with what was asked for after the `?`. */
const withQuery = (to: string, query: string): string => {
  const url = new URL(to, HERE)
  // The address of a mail, for example, would read it as words of the mail.
  if (query && /^https?:$/.test(url.protocol))
    url.search = [url.search, query].filter(Boolean).join('&')
  return url.origin === HERE ? url.href.slice(HERE.length) : url.href
}
