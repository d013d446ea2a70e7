/**
 * Headers of every page made for one applicant: it is never kept by a cache, and the address of a
 * page with a token in it is never passed on.
 */
const PRIVATE_PAGE = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  // `no-referrer` would make browsers post the next form with an unknown origin.
  'referrer-policy': 'same-origin',
  'x-robots-tag': 'noindex',
} as const

/** Answers with a page. */
export const page = (html: string, status = 200, headers: Record<string, string> = {}): Response =>
  new Response(html, { status, headers: { ...PRIVATE_PAGE, ...headers } })

/** Sends the browser on to another page of this site, by GET. */
export const seeOther = (path: string): Response =>
  new Response(null, { status: 303, headers: { location: path, 'cache-control': 'no-store' } })

/** Answers a program. */
export const json = (body: unknown, status = 200, headers: Record<string, string> = {}): Response =>
  Response.json(body, { status, headers: { 'cache-control': 'no-store', ...headers } })

/** Does the sender want JSON back rather than a page? */
export const wantsJSON = (headers: Headers): boolean => {
  const accept = headers.get('accept') ?? ''
  if (accept.includes('text/html')) return false
  return (
    accept.includes('application/json') ||
    (headers.get('content-type') ?? '').startsWith('application/json')
  )
}
