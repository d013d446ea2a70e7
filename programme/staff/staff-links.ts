import type { SecretLink } from '@mentoring/outbox'
import type { PayloadRequest } from 'payload'

import type { Mail } from '../../payload-types.ts'
import { hashToken, looksLikeToken, makeNonce, makeToken } from '../links/token.ts'

/**
 * Links in mail to staff. As with those to mentors and mentees, a link is made when its message is
 * sent, and only its hash is kept: on the account, one of each kind, so that a new one ends the one
 * before.
 */

const HOUR = 60 * 60 * 1000
const DAY = 24 * HOUR

/** Where each kind leads, where the account keeps it, and how long it works, in milliseconds. */
const KINDS = {
  // The outbox tries for five days.
  newAddress: {
    path: '/api/users/new-address?token=',
    hash: 'newEmailHash',
    until: 'newEmailUntil',
    works: 7 * DAY,
  },
  newPassword: {
    path: '/admin/reset/',
    hash: 'resetPasswordToken',
    until: 'resetPasswordExpiration',
    works: DAY,
  },
} as const

/** What a link to staff is for. */
export type StaffLinkKind = keyof typeof KINDS

/** An account with what the API hides of it. */
export type Staff = {
  id: string
  email: string
  name: string
  hash?: string
  salt?: string
  isDeactivated?: boolean | null
  newEmail?: string | null
  newEmailUntil?: string | null
  resetPasswordExpiration?: string | null
}

/** An account as the database has it. */
export const findStaff = (
  req: PayloadRequest,
  field: 'email' | 'id' | 'newEmailHash' | 'resetPasswordToken',
  value: string,
) =>
  req.payload.db.findOne<Staff>({ collection: 'users', where: { [field]: { equals: value } }, req })

/**
 * Makes a link.
 *
 * @returns what a message is written with, and what the account keeps
 */
export const makeStaffLink = (
  req: PayloadRequest,
  kind: StaffLinkKind,
  now: Date,
): { link: SecretLink; kept: Record<string, string> } => {
  const nonce = makeNonce()
  const { hash, until, works } = KINDS[kind]
  return {
    link: { purpose: kind, nonce },
    kept: {
      [hash]: hashToken(makeToken(req.payload.config.secret, kind, nonce)),
      [until]: new Date(now.getTime() + works).toISOString(),
    },
  }
}

/** The account that a link which still works is for. */
export const findByStaffLink = async (
  req: PayloadRequest,
  kind: StaffLinkKind,
  token: unknown,
): Promise<Staff | undefined> => {
  if (!looksLikeToken(token)) return undefined
  const user = await findStaff(req, KINDS[kind].hash, hashToken(token))
  const isOpen = user && Date.parse(user[KINDS[kind].until] ?? '') > Date.now()
  return isOpen ? user : undefined
}

/** The addresses of the links, as the outbox makes them at the moment of sending. */
export const staffLinkAddresses = (
  serverURL: string,
  secret: string,
): Record<StaffLinkKind, (link: SecretLink) => string> => {
  const addressOf =
    (kind: StaffLinkKind) =>
    ({ nonce }: SecretLink) =>
      `${serverURL}${KINDS[kind].path}${makeToken(secret, kind, nonce)}`
  return { newAddress: addressOf('newAddress'), newPassword: addressOf('newPassword') }
}

/** Do all links to staff in a message still work? One that leads nowhere helps nobody. */
export const hasLivingStaffLinks = async (mail: Mail, req: PayloadRequest): Promise<boolean> => {
  const links = Object.values((mail.links ?? {}) as Record<string, SecretLink>)
  for (const { nonce, purpose } of links) {
    if (!isKind(purpose)) continue
    const token = makeToken(req.payload.config.secret, purpose, nonce)
    if (!(await findByStaffLink(req, purpose, token))) return false
  }
  return true
}

const isKind = (purpose: string): purpose is StaffLinkKind => Object.hasOwn(KINDS, purpose)
