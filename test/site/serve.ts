import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

import sirv from 'sirv'

/** The policy the site must live with: nothing inline, nothing from elsewhere. */
const CONTENT_SECURITY_POLICY = "default-src 'self'; base-uri 'none'; form-action 'self'"

/**
 * Serves a built site, and pages the server would render, under the strictest content policy.
 *
 * @param folder the built site
 * @param rendered HTML documents by their path, such as `/waiting`
 * @returns the address it is served at and a way to stop it
 */
export const serve = async (folder: string, rendered: Record<string, string> = {}) => {
  const files = sirv(folder, { dev: true })
  const server = createServer((request, response) => {
    response.setHeader('Content-Security-Policy', CONTENT_SECURITY_POLICY)
    const page = rendered[request.url ?? '']
    if (page !== undefined) {
      response.setHeader('Content-Type', 'text/html; charset=utf-8')
      response.end(page)
      return
    }
    files(request, response, () => {
      response.statusCode = 404
      response.end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    origin: `http://127.0.0.1:${port}`,
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}
