import { inTransaction } from '@mentoring/kit/in-transaction'
import { takeTurn } from '@mentoring/kit/take-turn'
import type { CollectionSlug, Endpoint, PayloadHandler, SanitizedConfig } from 'payload'

import { oneByOne } from './one-by-one.ts'
import { isOpen, isPayloadsOwn, nameOf } from './open-routes.ts'
import { checkQuery } from './read-query.ts'
import { sayConflict, tryAgain } from './try-again.ts'

/**
 * Makes what Payload adds to the API by itself behave alike on both databases: routes that nobody
 * needs are closed, addresses are checked before they are read, and a request that lost against
 * another at the same moment is tried again, or refused with a sentence.
 */
export const steadyRoutes = (config: SanitizedConfig): SanitizedConfig => {
  for (const entity of config.collections) {
    const accounts = entity.auth ? entity.slug : undefined
    entity.endpoints = routesOf(
      entity.endpoints,
      (route) => [isOpen(entity, route), isPayloadsOwn(route, false)],
      accounts,
    )
  }
  for (const entity of config.globals) {
    entity.endpoints = routesOf(entity.endpoints, (route) => [
      isOpen(entity, route),
      isPayloadsOwn(route, true),
    ])
  }
  config.endpoints = routesOf(config.endpoints, () => [true, false]).map(
    inOrder,
  ) as SanitizedConfig['endpoints']
  return config
}

const routesOf = (
  endpoints: Endpoint[] | false | undefined,
  rule: (route: string) => [isOpen: boolean, isPayloadsOwn: boolean],
  accounts?: CollectionSlug,
): Endpoint[] => {
  const seen = new Set<string>()
  // Payload shares its routes between collections: each gets its own here.
  return (endpoints || []).flatMap((endpoint) => {
    const name = nameOf(endpoint)
    const [open, isOwn] = rule(name)
    // The first of a name answers: one of the programme's stands before Payload's.
    if (!open || seen.has(name)) return []
    seen.add(name)
    const inTurn = accounts ? oneByOne(name, accounts, endpoint.handler) : endpoint.handler
    const handler = isOwn ? tryAgain(inTurn) : sayConflict(endpoint.handler)
    return [{ ...endpoint, handler: isOwn ? withQueryChecked(handler) : handler }]
  })
}

const withQueryChecked =
  (handler: PayloadHandler): PayloadHandler =>
  async (req) => {
    checkQuery(req)
    return handler(req)
  }

/** Moving records in their order looks at their neighbours: one who does so asks after the other. */
const inOrder = (endpoint: Endpoint): Endpoint => {
  if (nameOf(endpoint) !== 'post /reorder') return endpoint
  const { handler } = endpoint
  const afterOthers: PayloadHandler = (req) =>
    inTransaction(req, async () => {
      await takeTurn(req, 'order')
      return handler(req)
    })
  return {
    ...endpoint,
    handler: tryAgain((req) => (req.user ? afterOthers(req) : handler(req))),
  }
}
