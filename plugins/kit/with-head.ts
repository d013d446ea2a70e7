import type { Endpoint } from 'payload'

/**
 * Makes what answers `GET` answer `HEAD` too, with the same status and headers and no body: mail
 * scanners ask so whether a link in a mail leads anywhere. A handler that keeps something on `GET`
 * looks at the method first.
 */
export const withHead = (endpoints: Endpoint[]): Endpoint[] =>
  endpoints.flatMap((endpoint) =>
    endpoint.method === 'get'
      ? [endpoint, { ...endpoint, method: 'head' as const, handler: withoutBody(endpoint.handler) }]
      : [endpoint],
  )

const withoutBody =
  (handler: Endpoint['handler']): Endpoint['handler'] =>
  async (req) => {
    const { headers, status } = await handler(req)
    return new Response(null, { headers, status })
  }
