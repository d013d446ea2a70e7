import type { IncomingMessage, ServerResponse } from 'node:http'

/** What pages, forms and programs ask with. */
const METHODS = new Set(['DELETE', 'GET', 'HEAD', 'OPTIONS', 'PATCH', 'POST', 'PUT'])

/**
 * Refuses what nobody asks by mistake: an address that can't be decoded, a method that nothing here
 * answers. Next would take it for a fault of its own, and log one for each.
 *
 * @returns whether the request is answered
 */
export const refuseUnreadable = (request: IncomingMessage, response: ServerResponse): boolean => {
  const { method = '', url = '' } = request
  if (!METHODS.has(method)) {
    response.writeHead(405, { allow: [...METHODS].join(', ') }).end()
    return true
  }
  if (isReadable(url.split('?')[0]!)) return false
  response
    .writeHead(400, { 'content-type': 'text/plain; charset=utf-8' })
    .end('This address can’t be read. Part of it may be missing.')
  return true
}

const isReadable = (path: string): boolean => {
  try {
    decodeURIComponent(path)
    return true
  } catch {
    return false
  }
}
