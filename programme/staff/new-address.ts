import { clientAddress } from '@mentoring/kit/client-address'
import { inTransaction } from '@mentoring/kit/in-transaction'
import { makeLimit } from '@mentoring/kit/limit'
import { readText } from '@mentoring/kit/read-text'
import { page } from '@mentoring/kit/respond'
import { withHead } from '@mentoring/kit/with-head'
import { type Endpoint, type PayloadRequest, ValidationError } from 'payload'

import { holdAccounts } from '../../plugins/rest/one-by-one.ts'
import { currentSnapshot } from '../site/current-snapshot.ts'
import { renderMyForm } from '../../site/render-my.ts'
import { renderMessage } from '../../site/render.ts'
import { findByStaffLink } from './staff-links.ts'

const PATH = '/new-address'

/** The page behind the link to a new address of staff. Opening it changes nothing; its button does. */
export const newAddressEndpoints: Endpoint[] = withHead([
  {
    path: PATH,
    method: 'get',
    handler: async (req) => {
      const token = req.searchParams.get('token') ?? ''
      const user = await findByStaffLink(req, 'newAddress', token)
      if (!user?.newEmail) return deadLink(req)
      return page(
        renderMyForm({
          snapshot: await currentSnapshot(req),
          title: 'Confirm your new email address',
          paragraphs: [
            `From now on you log in to the admin with ${user.newEmail}, and what we write to you goes there.`,
            'If you have not asked for this, close this page: nothing happens unless you press the button.',
          ],
          errors: [],
          submit: 'Confirm this address',
          action: `/api/users${PATH}`,
          carried: { token },
        }),
      )
    },
  },
  {
    path: PATH,
    method: 'post',
    handler: async (req) => {
      const body = await readText(req, 4096)
      const token = new URLSearchParams(body ?? '').get('token')
      const user = await findByStaffLink(req, 'newAddress', token)
      if (!user) return deadLink(req)
      try {
        const isDone = await holdAccounts([user.id], () => confirm(req, token))
        if (!isDone) return deadLink(req)
      } catch (error) {
        // Somebody else was given the address meanwhile.
        if (error instanceof ValidationError) return taken(req)
        throw error
      }
      return message(req, 200, {
        title: 'Your new email address is confirmed',
        paragraphs: ['Use it to log in from now on. Your password is the same as before.'],
        link: { href: '/admin', text: 'Go to the admin' },
      })
    },
  },
])

/** @returns whether the link still worked */
const confirm = (req: PayloadRequest, token: unknown): Promise<boolean> =>
  inTransaction(req, async () => {
    const user = await findByStaffLink(req, 'newAddress', token)
    if (!user?.newEmail) return false
    await req.payload.update({
      collection: 'users',
      id: user.id,
      data: { email: user.newEmail, newEmail: null, newEmailHash: null, newEmailUntil: null },
      context: { hasConfirmed: true },
      overrideAccess: true,
      req,
    })
    return true
  })

type Message = Omit<Parameters<typeof renderMessage>[0], 'snapshot'>

const message = async (req: PayloadRequest, status: number, words: Message): Promise<Response> =>
  page(renderMessage({ snapshot: await currentSnapshot(req), ...words }), status)

const ACCOUNT = { href: '/admin/account', text: 'Go to your account' }

const taken = (req: PayloadRequest): Promise<Response> =>
  message(req, 409, {
    title: 'Another member of staff has this address',
    paragraphs: ['Your account is as it was. Change your email address again in the admin.'],
    link: ACCOUNT,
  })

const deadLinks = makeLimit({ name: 'new address', uses: 60, seconds: 10 * 60 })

const deadLink = async (req: PayloadRequest): Promise<Response> => {
  const wait = await deadLinks.use(req, clientAddress(req.headers))
  return message(req, wait === undefined ? 404 : 429, {
    title: 'This link does not work',
    paragraphs: [
      'It may be more than 7 days old, used already, or you have asked for another one since.',
      'Change your email address again on your account’s page in the admin.',
    ],
    link: ACCOUNT,
  })
}
