import {
  APIError,
  type CollectionAfterReadHook,
  type CollectionBeforeChangeHook,
  type CollectionBeforeOperationHook,
  type Endpoint,
  type PayloadRequest,
  ValidationError,
} from 'payload'

import { inTransaction } from '../plugins/in-transaction.ts'
import { readText } from '../plugins/read-text.ts'
import { page } from '../plugins/sign-up/respond.ts'
import { hashToken, looksLikeToken, makeSecret } from '../plugins/links/token.ts'
import { clientAddress } from '../plugins/client-address.ts'
import { makeLimit } from '../plugins/limit.ts'
import { serverURL } from '../settings.ts'
import { isPassword } from './passwords.ts'

/**
 * What members of staff change about their own account: a stolen session alone can neither take it
 * over nor lead its mail elsewhere.
 */

const HOUR = 60 * 60 * 1000

/** A session ends this long after its log-in, in milliseconds, however much it is used. */
const LONGEST_SESSION = 12 * HOUR

/** How long the link to a new address works, in milliseconds. */
const LINK_TIME = 24 * HOUR

const tries = makeLimit({ name: 'current password', uses: 20, seconds: 10 * 60 })

type Staff = {
  id: string
  email: string
  hash?: string
  salt?: string
  newEmail?: string | null
  newEmailUntil?: string | null
}

const findStaff = (req: PayloadRequest, field: 'email' | 'id' | 'newEmailHash', value: string) =>
  req.payload.db.findOne<Staff>({ collection: 'users', where: { [field]: { equals: value } }, req })

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
  if ((await tries.use(req, String(id))) !== undefined) {
    throw new APIError('Too many tries. Wait 10 minutes and try again.', 429, undefined, true)
  }
  if (await isPassword(data.currentPassword, own ?? {})) return args
  const message = 'Enter your current password to change your password or email address.'
  throw new ValidationError({ collection: 'users', errors: [{ path: 'currentPassword', message }] })
}

/**
 * A new address is kept beside the old one until the link mailed to it is used: mail of the programme
 * goes to confirmed addresses only.
 */
export const confirmNewAddress: CollectionBeforeChangeHook = async ({
  context,
  data,
  operation,
  originalDoc,
  req,
}) => {
  const { currentPassword: _, ...kept } = data
  const email = typeof data.email === 'string' ? normal(data.email) : originalDoc?.email
  const isChanged = operation === 'update' && email !== originalDoc?.email
  if (!isChanged || context.hasConfirmed || context.isDemo) return kept
  if (await findStaff(req, 'email', email)) {
    const message = 'Another member of staff has this address.'
    throw new ValidationError({ collection: 'users', errors: [{ path: 'email', message }] })
  }
  const token = makeSecret()
  const link = `${serverURL}/api/users/new-address?token=${token}`
  await req.payload.sendEmail({
    to: email,
    subject: 'Confirm your new email address',
    text: `Somebody wants to use this address for their account at the mentoring programme.\n\nIf it was you, open this page and press the button. The link works for one day.\n\n${link}\n\nIf it was not you, do nothing.`,
  })
  return {
    ...kept,
    email: originalDoc.email,
    newEmail: email,
    newEmailHash: hashToken(token),
    newEmailUntil: new Date(Date.now() + LINK_TIME).toISOString(),
  }
}

/** Sessions that are over count for nothing, nor does any of a deactivated account. */
export const endSessions: CollectionAfterReadHook = ({ doc }) => {
  if (!Array.isArray(doc.sessions)) return doc
  const earliest = Date.now() - LONGEST_SESSION
  const isOpen = ({ createdAt }: { createdAt?: string }) =>
    !doc.isDeactivated && createdAt !== undefined && Date.parse(createdAt) > earliest
  return { ...doc, sessions: doc.sessions.filter(isOpen) }
}

const normal = (email: string): string => email.trim().toLowerCase()

/** The page behind the link to a new address. Opening it changes nothing; its button does. */
export const newAddressEndpoints: Endpoint[] = [
  {
    path: '/new-address',
    method: 'get',
    handler: async (req) => {
      const token = req.searchParams.get('token') ?? ''
      return (await findByToken(req, token))
        ? plainPage(
            'Confirm your new email address',
            `<form method="post"><input type="hidden" name="token" value="${token}"><button>Confirm this address</button></form>`,
          )
        : deadLink(req)
    },
  },
  {
    path: '/new-address',
    method: 'post',
    handler: async (req) => {
      const body = await readText(req as unknown as Request, 4096)
      const token = new URLSearchParams(body ?? '').get('token') ?? ''
      const isDone = await inTransaction(req, async () => {
        const user = await findByToken(req, token)
        if (!user) return false
        await req.payload.update({
          collection: 'users',
          id: user.id,
          data: { email: user.newEmail!, newEmail: null, newEmailHash: null, newEmailUntil: null },
          context: { hasConfirmed: true },
          overrideAccess: true,
          req,
        })
        return true
      })
      return isDone
        ? plainPage('Your new address is confirmed', `<p><a href="/admin">Go to the admin</a></p>`)
        : deadLink(req)
    },
  },
]

const deadLinks = makeLimit({ name: 'new address', uses: 60, seconds: 10 * 60 })

const findByToken = async (req: PayloadRequest, token: string): Promise<Staff | undefined> => {
  if (!looksLikeToken(token)) return undefined
  const user = await findStaff(req, 'newEmailHash', hashToken(token))
  const isOpen = user?.newEmail && Date.parse(user.newEmailUntil ?? '') > Date.now()
  return isOpen ? user : undefined
}

const deadLink = async (req: PayloadRequest): Promise<Response> => {
  const wait = await deadLinks.use(req, clientAddress(req.headers))
  return plainPage(
    'This link does not work',
    '<p>It may be more than a day old, or used already. Change your address again in the admin.</p>',
    wait === undefined ? 404 : 429,
  )
}

const plainPage = (title: string, body: string, status = 200): Response =>
  page(
    `<!doctype html><html lang="en-GB"><meta name="viewport" content="width=device-width"><title>${title}</title><h1>${title}</h1>${body}</html>`,
    status,
  )
