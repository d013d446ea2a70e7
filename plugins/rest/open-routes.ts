import type { Endpoint, SanitizedCollectionConfig, SanitizedGlobalConfig } from 'payload'

/** Routes that Payload adds to every collection, and to those with accounts or files. */
const OF_COLLECTIONS = [
  'get /',
  'get /count',
  'get /:id',
  'post /',
  'post /access/:id?',
  'post /:id/duplicate',
  'patch /',
  'patch /:id',
  'delete /',
  'delete /:id',
  'get /versions',
  'get /versions/:id',
  'post /versions/:id',
  'get /init',
  'get /me',
  'post /first-register',
  'post /forgot-password',
  'post /login',
  'post /logout',
  'post /refresh-token',
  'post /reset-password',
  'post /unlock',
  'post /verify/:id',
  'get /paste-url/:id?',
  'get /file/:filename',
]

const OF_GLOBALS = [
  'get /',
  'post /',
  'post /access',
  'get /versions',
  'get /versions/:id',
  'post /versions/:id',
]

/** What the admin asks of the collections that Payload adds for itself; all else of them is closed. */
const PAYLOADS_OWN: Record<string, string[]> = {
  'payload-jobs': ['get /', 'get /:id', 'get /count', 'post /access/:id?'],
  'payload-kv': [],
  'payload-locked-documents': ['get /', 'get /:id', 'get /count', 'patch /:id', 'delete /:id'],
  'payload-migrations': [],
  'payload-preferences': ['get /', 'get /:key', 'post /:key', 'delete /:key', 'delete /'],
}

/** Routes that nobody needs, wherever Payload adds them. */
const CLOSED = new Set(['get /init', 'get /paste-url/:id?', 'post /verify/:id'])

/** How a route is written here. */
export const nameOf = ({ method, path }: Pick<Endpoint, 'method' | 'path'>): string =>
  `${method} ${path}`

/** Is this a route that Payload itself has added, rather than the programme or a plugin? */
export const isPayloadsOwn = (route: string, isGlobal: boolean): boolean =>
  (isGlobal ? OF_GLOBALS : OF_COLLECTIONS).includes(route)

/** Is this route open, to those whom the access of the collection or global lets in? */
export const isOpen = (
  entity: SanitizedCollectionConfig | SanitizedGlobalConfig,
  route: string,
): boolean => {
  const own = PAYLOADS_OWN[entity.slug]
  if (own) return own.includes(route)
  if (CLOSED.has(route)) return false
  if (/^\w+ \/versions/.test(route)) return Boolean(entity.versions)
  // A copy of a person or of a message is nobody’s.
  if (route === 'post /:id/duplicate') return Boolean(entity.versions)
  return true
}
