import type { IncomingMessage, ServerResponse } from 'node:http'

import { isPersonalPage } from './addresses.ts'

const PUBLIC_POLICY =
  "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"

/** A draft is shown in a frame of the admin, beside its form. */
const policyOf = (url: string): string =>
  url.startsWith('/preview/')
    ? PUBLIC_POLICY.replace("ancestors 'none'", "ancestors 'self'")
    : PUBLIC_POLICY

/** Pictures are the only answers of the API that hold nothing about people. */
const MAY_BE_KEPT = /^\/api\/media\/file\//

/**
 * Headers of every answer.
 *
 * @param isSecure is the server reached by HTTPS?
 */
export const setHeaders = (
  request: IncomingMessage,
  response: ServerResponse,
  isSecure: boolean,
): void => {
  const url = request.url ?? ''
  response.setHeader('x-content-type-options', 'nosniff')
  response.setHeader('referrer-policy', 'strict-origin-when-cross-origin')
  response.setHeader('permissions-policy', 'camera=(), geolocation=(), microphone=()')
  // The admin is made by Payload and Next, which need inline scripts.
  response.setHeader(
    'content-security-policy',
    /^\/(admin|_next)/.test(url) ? "frame-ancestors 'none'" : policyOf(url),
  )
  // No browser and no proxy keeps what a member of staff has read about somebody.
  const [pathname = '/'] = url.split('?')
  const isPrivate = /^\/(admin|api|preview)\b/.test(url) || isPersonalPage(pathname)
  if (isPrivate && !MAY_BE_KEPT.test(url)) {
    response.setHeader('cache-control', 'no-store')
  }
  if (isSecure) response.setHeader('strict-transport-security', 'max-age=31536000')
}
