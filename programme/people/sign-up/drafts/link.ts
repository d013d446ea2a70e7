import type { SecretLink } from '@mentoring/outbox'
import type { PayloadRequest } from 'payload'

import { updateRow } from '../../../../database/records.ts'
import type { Mail } from '../../../../payload-types.ts'
import { setCookie } from '../../../links/cookies.ts'
import { hashToken, makeNonce, makeSecret, makeToken } from '../../../links/token.ts'
import { cookieName, deleteMails, findDraft } from './drafts.ts'
import type { Draft } from './types.ts'
import { wrapKey } from './seal.ts'

/** What the outbox makes links to drafts by. */
const PURPOSE = 'signUpDraft'

/** Address of the page behind a mailed link. */
export const CONTINUE_PATH = '/sign-up/continue/'

/**
 * Makes the link that opens a draft elsewhere, in the transaction of `req`; earlier ones end. As with
 * other links, the address itself is made when its message is sent.
 */
export const makeDraftLink = async (
  req: PayloadRequest,
  { key, row }: Draft,
): Promise<SecretLink> => {
  const link = { purpose: PURPOSE, nonce: makeNonce() }
  const token = tokenOf(req.payload.config.secret, link)
  await updateRow(req, 'sign-up-drafts', row.id, {
    linkHash: hashToken(token),
    linkKey: wrapKey(token, key),
  })
  return link
}

/** Notes which message has the link to a draft; the one before goes, with the address in it. */
export const noteMail = async (
  req: PayloadRequest,
  { row }: Draft,
  mail: string,
): Promise<void> => {
  await updateRow(req, 'sign-up-drafts', row.id, { mail })
  await deleteMails(req, [row])
}

/** The draft that a mailed link opens, while it is kept. */
export const openByLink = (
  req: PayloadRequest,
  token: unknown,
  now: Date,
): Promise<Draft | undefined> => findDraft(req, 'linkHash', token, now)

/**
 * Moves a draft into this browser. The one it was in before has it no longer: whoever mails a stranger
 * the link to a draft of their own must not read what the stranger types.
 *
 * @returns the header that gives this browser what opens it
 */
export const moveDraft = async (req: PayloadRequest, { key, row }: Draft): Promise<string> => {
  const token = makeSecret()
  await updateRow(req, 'sign-up-drafts', row.id, {
    tokenHash: hashToken(token),
    wrappedKey: wrapKey(token, key),
  })
  return setCookie(req, cookieName(row.kind), token)
}

/** The addresses of these links, as the outbox makes them at the moment of sending. */
export const draftLinkAddresses = (
  serverURL: string,
  secret: string,
): Record<typeof PURPOSE, (link: SecretLink) => string> => ({
  [PURPOSE]: (link) => `${serverURL}${CONTINUE_PATH}?token=${tokenOf(secret, link)}`,
})

/** Do all links to drafts in a message still open one? Else it helps nobody. */
export const hasLivingDraftLinks = async (mail: Mail, req: PayloadRequest): Promise<boolean> => {
  const links = Object.values((mail.links ?? {}) as Record<string, SecretLink>)
  for (const link of links) {
    if (link.purpose !== PURPOSE) continue
    const token = tokenOf(req.payload.config.secret, link)
    if (!(await openByLink(req, token, new Date()))) return false
  }
  return true
}

const tokenOf = (secret: string, { nonce }: SecretLink): string => makeToken(secret, PURPOSE, nonce)
