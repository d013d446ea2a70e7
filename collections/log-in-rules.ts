import { APIError, type CollectionBeforeOperationHook, ValidationError } from 'payload'

import { clientAddress } from '../plugins/client-address.ts'
import { makeLimit } from '../plugins/limit.ts'

const LIMITS = {
  // Beside Payload's lock of one account: this stops one client trying many accounts.
  login: makeLimit({ name: 'log-in', uses: 60, seconds: 10 * 60 }),
  // In place of Payload's own interval; see `auth.forgotPassword` of the users.
  forgotPassword: makeLimit({ name: 'forgot password', uses: 5, seconds: 60 * 60 }),
}

/** Shortest password of staff, in characters: they see special-category data. */
const SHORTEST_PASSWORD = 12

/**
 * Refuses short passwords, wherever one is set. Payload itself accepts 3 characters. The demo's
 * people are made up: its password may be short (`context.isDemo`).
 */
export const requireLongPassword: CollectionBeforeOperationHook = ({ args, operation, req }) => {
  const isSet = ['create', 'resetPassword', 'update', 'updateByID'].includes(operation)
  const password: unknown = isSet
    ? (args as { data?: { password?: unknown } }).data?.password
    : undefined
  if (typeof password !== 'string' || req.context.isDemo) return args
  if (password.length >= SHORTEST_PASSWORD) return args
  const message = `Use a password of at least ${SHORTEST_PASSWORD} characters`
  throw new ValidationError({ collection: 'users', errors: [{ path: 'password', message }] })
}

/** Limits how often one client can try to log in or ask for a new password. */
export const limitLogIns: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
  if (operation !== 'login' && operation !== 'forgotPassword') return args
  const wait = await LIMITS[operation](clientAddress(req.headers))
  if (wait !== undefined) {
    const message = `Too many tries. Wait ${Math.ceil(wait / 60)} minutes and try again.`
    throw new APIError(message, 429, undefined, true)
  }
  return args
}
