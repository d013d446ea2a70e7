import { clientAddress } from '@mentoring/kit/client-address'
import { inTransaction } from '@mentoring/kit/in-transaction'
import { takeLeastTime } from '@mentoring/kit/least-time'
import { makeLimit, refuseAfter } from '@mentoring/kit/limit'
import { askForMail, mayMail } from '@mentoring/kit/mail-limits'
import { queueMail } from '@mentoring/outbox'
import {
  addDataAndFileToRequest,
  APIError,
  type CollectionBeforeOperationHook,
  type Endpoint,
  type PayloadRequest,
} from 'payload'

import { updateRow } from '../../database/records.ts'
import { hashToken } from '../links/token.ts'
import { contactInMail } from '../messages/contact.ts'
import type { StaffMailName } from '../messages/staff.ts'
import { findStaff, makeStaffLink } from './staff-links.ts'

const ofClient = makeLimit({ name: 'forgot password', uses: 5, seconds: 60 * 60 })

/**
 * Staff who have forgotten their password ask for a link to a new one. Stands before Payload's own
 * route, which sends its mail before anything is kept, and keeps a token that works. Answer and time
 * do not tell whether there is an account.
 */
export const newPasswordEndpoint: Endpoint = {
  path: '/forgot-password',
  method: 'post',
  handler: async (req) => {
    await addDataAndFileToRequest(req)
    const email: unknown = req.data?.email
    if (typeof email !== 'string' || email.trim() === '') {
      throw new APIError('Enter your email address.', 400, undefined, true)
    }
    refuseAfter(await ofClient.use(req, clientAddress(req.headers)))
    await takeLeastTime(send(req, email.trim().toLowerCase()))
    return Response.json({ message: req.t('general:success') })
  },
}

const send = async (req: PayloadRequest, email: string): Promise<void> => {
  const user = await findStaff(req, 'email', email)
  if (!user || user.isDeactivated) return
  // Who asks is not told; the link in the message before goes on to work.
  if (!(await mayMail(req, 'new password', email))) return
  if ((await askForMail(req, email)) !== undefined) return
  await inTransaction(req, async () => {
    const { kept, link } = makeStaffLink(req, 'newPassword', new Date())
    await updateRow(req, 'users', user.id, kept)
    await queueMail({
      req,
      template: 'newPassword' satisfies StaffMailName,
      about: {},
      to: user.email,
      values: { name: user.name, contact: await contactInMail(req) },
      links: { link },
    })
  })
}

/** The account keeps the hash of the link: what is looked for is that of the token in the address. */
export const lookForHash: CollectionBeforeOperationHook = ({ args, operation }) => {
  if (operation !== 'resetPassword') return args
  // In place: Payload goes on with what it had taken out of the arguments before.
  const { data } = args as { data: { token?: unknown } }
  data.token = hashToken(String(data.token))
  return args
}
