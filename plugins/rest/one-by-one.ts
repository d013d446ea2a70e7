import { Mutex } from 'async-mutex'
import type { PayloadHandler, PayloadRequest } from 'payload'

/** Routes that write all sessions of an account back, as they were when the account was read. */
const SESSIONS = new Set(['post /login', 'post /logout', 'post /refresh-token'])

/** Does this route change the sessions of an account? */
export const writesSessions = (route: string): boolean => SESSIONS.has(route)

const turns = new Map<string, { mutex: Mutex; waiting: number }>()

/**
 * Whoever logs in, stays logged in or logs out does so after the others of the same account: of two
 * at the same moment Payload keeps one session, and the other person is thrown out at once.
 */
export const oneByOne =
  (handler: PayloadHandler): PayloadHandler =>
  async (req) => {
    const account = await accountOf(req)
    if (account === undefined) return handler(req)
    const turn = turns.get(account) ?? { mutex: new Mutex(), waiting: 0 }
    turns.set(account, turn)
    turn.waiting += 1
    try {
      return await turn.mutex.runExclusive(() => handler(req))
    } finally {
      turn.waiting -= 1
      if (turn.waiting === 0) turns.delete(account)
    }
  }

const accountOf = async (req: PayloadRequest): Promise<string | undefined> => {
  if (req.user) return req.user.email
  try {
    // A form was read already: the log-in of the admin sends one.
    const { email } = (req.data ?? (await req.json?.())) as { email?: unknown }
    return typeof email === 'string' ? email.trim().toLowerCase() : undefined
  } catch {
    // Payload says what is wrong with it.
    return undefined
  }
}
