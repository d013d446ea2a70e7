import { clientAddress } from '@mentoring/kit/client-address'
import { countTogether, makeLimit, refuseAfter } from '@mentoring/kit/limit'
import {
  AuthenticationError,
  type CollectionAfterLoginHook,
  type CollectionBeforeOperationHook,
  type PayloadRequest,
  ValidationError,
} from 'payload'

import type { User } from '../payload-types.ts'
import { problemWithPassword, workInVain } from './passwords.ts'

const MINUTES = 60
const HOUR = 60 * MINUTES
const DAY = 24 * HOUR

/**
 * Tries that fail. A stranger can use up those of their own client only; the limit of an account over
 * all clients does not count for clients its owner has logged in from. Nobody can lock a colleague out.
 */
const ofAccountAndClient = makeLimit({ name: 'log-in', uses: 20, seconds: 10 * MINUTES })
const ofClient = makeLimit({ name: 'log-ins of a client', uses: 60, seconds: 10 * MINUTES })
const ofAccount = makeLimit({ name: 'log-ins to an account', uses: 100, seconds: HOUR })

/** Which clients the owner has logged in from: a mark that lasts, without a limit to it. */
const known = makeLimit({ name: 'known client', uses: Infinity, seconds: 90 * DAY })

/** Refuses short and common passwords, wherever one is set. The demo's may be simple (`context.isDemo`). */
export const requireGoodPassword: CollectionBeforeOperationHook = async ({
  args,
  operation,
  req,
}) => {
  const isSet = ['create', 'resetPassword', 'update', 'updateByID'].includes(operation)
  const { data } = args as { data?: Record<string, unknown> }
  if (!isSet || typeof data?.password !== 'string' || req.context.isDemo) return args
  const about = [data.name, data.email, req.user?.name, req.user?.email, 'mentoring', 'mentor']
  const words = about.filter((word): word is string => typeof word === 'string')
  const message = await problemWithPassword(data.password, words)
  if (message === undefined) return args
  throw new ValidationError({ collection: 'users', errors: [{ path: 'password', message }] })
}

/**
 * Limits how often one can fail to log in. Answers, and the work they take, are the same whether an account exists or not, and when it is deactivated.
 */
export const limitLogIns: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
  const email = emailIn(args)
  if (operation === 'login') {
    const password = (args as { data?: { password?: unknown } }).data?.password
    // Payload tells who left something out; that is no try.
    if (email === '' || typeof password !== 'string' || password.trim() === '') return args
    await countTry(req, email)
    const user = await req.payload.db.findOne<{ id: string; isDeactivated?: boolean | null }>({
      collection: 'users',
      where: { email: { equals: email } },
      req,
    })
    if (!user || user.isDeactivated) {
      await workInVain(password)
      throw new AuthenticationError(req.t)
    }
  }
  return args
}

/** A log-in that succeeds was no failure, and its client is known from now on. */
export const noteLogIn: CollectionAfterLoginHook<User> = ({ req, user }) => {
  const { account, both, client } = keysOf(req, user.email)
  // The log-in's own transaction is open still: what is counted here follows it.
  const outside = { ...req, transactionID: undefined } as PayloadRequest
  const note = countTogether(outside, async () => {
    await ofAccountAndClient.giveBack(outside, both)
    await ofClient.giveBack(outside, client)
    await ofAccount.giveBack(outside, account)
    await known.use(outside, both)
  })
  note.catch((error: Error) => {
    req.payload.logger.warn({ msg: 'A log-in could not be counted', reason: error.name })
  })
}

const countTry = async (req: PayloadRequest, email: string): Promise<void> => {
  const { account, both, client } = keysOf(req, email)
  refuseAfter(await ofAccountAndClient.use(req, both))
  refuseAfter(await ofClient.use(req, client))
  const wait = await ofAccount.use(req, account)
  if (wait !== undefined && !(await known.has(req, both))) refuseAfter(wait)
}

const keysOf = (req: PayloadRequest, email: string) => {
  const client = clientAddress(req.headers)
  return { client, account: email, both: `${email} ${client}` }
}

const emailIn = (args: unknown): string => {
  const email = (args as { data?: { email?: unknown } }).data?.email
  return typeof email === 'string' ? email.toLowerCase().trim() : ''
}
