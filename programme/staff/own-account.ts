import { keepCount, makeLimit, refuseAfter } from '@mentoring/kit/limit'
import { queueMail } from '@mentoring/outbox'
import {
  APIError,
  type CollectionAfterReadHook,
  type CollectionBeforeChangeHook,
  type CollectionBeforeOperationHook,
  ValidationError,
} from 'payload'

import type { User } from '../../payload-types.ts'
import { contactInMail } from '../messages/contact.ts'
import type { StaffMailName } from '../messages/staff.ts'
import { isPassword } from '../../collections/passwords.ts'
import { findStaff, makeStaffLink } from './staff-links.ts'

/**
 * What members of staff change about their own account: a stolen session alone can neither take it
 * over nor lead its mail elsewhere.
 */

const HOUR = 60 * 60 * 1000

/** A session ends this long after its log-in, in milliseconds, however much it is used. */
const LONGEST_SESSION = 12 * HOUR

const tries = makeLimit({ name: 'current password', uses: 20, seconds: 10 * 60 })

/** Their own password or address is changed only by whoever knows the password. */
export const askForCurrentPassword: CollectionBeforeOperationHook = async ({
  args,
  operation,
  overrideAccess,
  req,
}) => {
  if (overrideAccess || !req.user || (operation !== 'update' && operation !== 'updateByID'))
    return args
  const { data, id } = args as { data: Record<string, unknown>; id?: string }
  const own = await findStaff(req, 'id', String(req.user.id))
  const isNewAddress = typeof data.email === 'string' && normal(data.email) !== own?.email
  const isNewPassword = typeof data.password === 'string' && data.password !== ''
  if (!isNewPassword && !isNewAddress) return args
  if (id === undefined) {
    throw new APIError(
      'Change the password or email address of one account at a time.',
      400,
      undefined,
      true,
    )
  }
  if (id !== req.user.id) return args
  refuseAfter(await tries.use(req, id))
  if (await isPassword(data.currentPassword, own ?? {})) return args
  await keepCount(req)
  const message = 'Enter your current password to change your password or email address.'
  throw new ValidationError({ collection: 'users', errors: [{ path: 'currentPassword', message }] })
}

/**
 * A new address is kept beside the old one until the link mailed to it is used: mail of the programme
 * goes to confirmed addresses only.
 */
export const confirmNewAddress: CollectionBeforeChangeHook<User> = async ({
  context,
  data,
  operation,
  originalDoc,
  req,
}) => {
  const { currentPassword: _, ...kept } = data
  const email = typeof data.email === 'string' ? normal(data.email) : originalDoc?.email
  const isChanged = operation === 'update' && email !== undefined && email !== originalDoc?.email
  if (!isChanged || context.hasConfirmed || context.isDemo) return kept
  if (await findStaff(req, 'email', email)) {
    const message = 'Another member of staff has this address.'
    throw new ValidationError({ collection: 'users', errors: [{ path: 'email', message }] })
  }
  const { kept: link, link: mailed } = makeStaffLink(req, 'newAddress', new Date())
  await queueMail({
    req,
    template: 'newAddress' satisfies StaffMailName,
    about: {},
    to: email,
    values: { contact: await contactInMail(req) },
    links: { link: mailed },
  })
  return { ...kept, email: originalDoc?.email, newEmail: email, ...link }
}

/** Whoever is deactivated has no way back in, also when they are made active again by and by. */
export const logOutWhenDeactivated: CollectionBeforeChangeHook = ({ data }) =>
  data.isDeactivated === true
    ? { ...data, sessions: [], resetPasswordToken: null, newEmailHash: null, newEmail: null }
    : data

/** Sessions that are over count for nothing, nor does any of a deactivated account. */
export const endSessions: CollectionAfterReadHook<User> = ({ doc }) => {
  if (!doc.sessions) return doc
  const earliest = Date.now() - LONGEST_SESSION
  const isOpen = ({ createdAt }: { createdAt?: string | null }) =>
    !doc.isDeactivated && Date.parse(createdAt ?? '') > earliest
  return { ...doc, sessions: doc.sessions.filter(isOpen) }
}

const normal = (email: string): string => email.trim().toLowerCase()
