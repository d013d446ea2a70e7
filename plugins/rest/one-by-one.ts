import { Mutex } from 'async-mutex'
import type { CollectionSlug, PayloadHandler, PayloadRequest, Where } from 'payload'

/** Whose account a route writes. */
type AccountsOf = (req: PayloadRequest, collection: CollectionSlug) => Promise<string[]>

const own: AccountsOf = async ({ user }) => (user ? [String(user.id)] : [])

const named: AccountsOf = async (req, collection) => {
  const email = await emailIn(req)
  return email === undefined ? [] : idsOf(req, collection, { email: { equals: email } })
}

/**
 * Routes of collections with accounts that write an account back as it was when they read it, with its
 * password and its sessions. Resets and changes of many say too late whom they are about: they are
 * rare, and wait for everybody.
 */
const WRITING: Record<string, AccountsOf> = {
  'patch /': (req, collection) => idsOf(req, collection, {}),
  'patch /:id': async ({ routeParams }) => [String(routeParams?.id)],
  'post /login': named,
  'post /logout': own,
  'post /refresh-token': own,
  'post /reset-password': (req, collection) => idsOf(req, collection, {}),
  'post /unlock': named,
}

const turns = new Map<string, { mutex: Mutex; waiting: number }>()

/** Does something with accounts after all others who do have finished, one at a time. */
export const holdAccounts = async <T>(ids: string[], work: () => Promise<T>): Promise<T> => {
  // In one order, so that no two wait for each other.
  const [first, ...others] = [...new Set(ids)].sort()
  if (first === undefined) return work()
  const turn = turns.get(first) ?? { mutex: new Mutex(), waiting: 0 }
  turns.set(first, turn)
  turn.waiting += 1
  try {
    return await turn.mutex.runExclusive(() => holdAccounts(others, work))
  } finally {
    turn.waiting -= 1
    if (turn.waiting === 0) turns.delete(first)
  }
}

/**
 * Whoever logs in, stays logged in, logs out or changes an account does so after the others with the
 * same account: of two at the same moment Payload keeps one, so that somebody is thrown out at once, or
 * a new password is the old one again.
 */
export const oneByOne = (
  route: string,
  collection: CollectionSlug,
  handler: PayloadHandler,
): PayloadHandler => {
  const accountsOf = WRITING[route]
  if (!accountsOf) return handler
  return async (req) => holdAccounts(await accountsOf(req, collection), async () => handler(req))
}

const idsOf = async (
  req: PayloadRequest,
  collection: CollectionSlug,
  where: Where,
): Promise<string[]> => {
  const { docs } = await req.payload.db.find<{ id: string }>({
    collection,
    where,
    select: { email: true },
    limit: 0,
    pagination: false,
  })
  return docs.map(({ id }) => String(id))
}

const emailIn = async (req: PayloadRequest): Promise<string | undefined> => {
  try {
    // A form was read already: the log-in of the admin sends one.
    const { email } = (req.data ?? (await req.json?.())) as { email?: unknown }
    return typeof email === 'string' ? email.trim().toLowerCase() : undefined
  } catch {
    // Payload says what is wrong with it.
    return undefined
  }
}
