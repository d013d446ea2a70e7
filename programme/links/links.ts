import type { SecretLink } from '@mentoring/outbox'
import type { PayloadRequest } from 'payload'

import { createRow, findFirstRecord } from '../../database/records.ts'
import type { PersonalLink } from '../../payload-types.ts'
import { addDays } from '../clock/dates.ts'
import type { RecordAnswers } from '@mentoring/forms/own-answers'
import { findSignedUp, type Owner, ownedBy, ownerIn, ownerOf, type SignedUp } from './owner.ts'
import { LINK_PURPOSES, type LinkPurpose } from './purposes.ts'
import { hashToken, looksLikeToken, makeNonce, makeToken } from './token.ts'

/**
 * Makes a link for one person and one purpose, in the transaction of `req`. What is stored is a hash;
 * the address itself is made when the mail is sent (see {@link linkAddresses}).
 *
 * @param match the match it is about; none for `page`
 */
export const makeLink = (
  req: PayloadRequest,
  to: SignedUp,
  purpose: Exclude<LinkPurpose, 'confirm'>,
  now: Date,
  match?: string,
): Promise<SecretLink> =>
  write(req, ownerOf(to), { purpose, match, expiresAt: endOf(purpose, now) })

/**
 * Makes the link that confirms a sign-up: it confirms these answers, whatever is sent from the same
 * address before or after.
 *
 * @param answers checked answers; those on the record when left out
 */
export const makeConfirmLink = (
  req: PayloadRequest,
  to: SignedUp,
  now: Date,
  answers?: RecordAnswers,
): Promise<SecretLink> =>
  write(req, ownerOf(to), { purpose: 'confirm', answers, expiresAt: endOf('confirm', now) })

/** The address of a link; a function for each purpose, as the outbox wants them. */
export const linkAddresses = (
  serverURL: string,
  secret: string,
): Record<LinkPurpose, (link: SecretLink) => string> =>
  Object.fromEntries(
    Object.entries(LINK_PURPOSES).map(([purpose, { path }]) => [
      purpose,
      ({ nonce }: SecretLink) => `${serverURL}${path}?token=${makeToken(secret, purpose, nonce)}`,
    ]),
  ) as Record<LinkPurpose, (link: SecretLink) => string>

/** A link that was opened: whose it is and whether it still works. */
export type OpenedLink = { link: PersonalLink; participant: SignedUp; isDead: boolean }

/**
 * Finds a link by its token.
 *
 * @returns nothing when there is no such link for these purposes, or its owner is gone.
 */
export const openLink = async (
  req: PayloadRequest,
  token: unknown,
  purposes: LinkPurpose[],
  now: Date,
): Promise<OpenedLink | undefined> => {
  const link = looksLikeToken(token) ? await findLink(req, hashToken(token)) : undefined
  if (!link || !purposes.includes(link.purpose)) return undefined
  const participant = await findSignedUp(req, ownerIn(link))
  if (!participant) return undefined
  return { link, participant, isDead: Boolean(link.endedAt) || new Date(link.expiresAt) <= now }
}

/** Ends links of somebody before their time; all of them, or those of one purpose but one. */
export const endLinks = async (
  req: PayloadRequest,
  owner: Owner,
  now: Date,
  only?: { purpose: LinkPurpose; butNot: string },
): Promise<void> => {
  await req.payload.db.updateMany({
    collection: 'personal-links',
    where: {
      and: [
        ownedBy(owner),
        { endedAt: { exists: false } },
        ...(only
          ? [{ purpose: { equals: only.purpose } }, { id: { not_equals: only.butNot } }]
          : []),
      ],
    },
    data: { endedAt: now.toISOString() },
    req,
    returning: false,
  })
}

/** The answers that somebody was asked last to confirm; nothing when those on the record count. */
export const findLatestAnswers = async (
  req: PayloadRequest,
  owner: Owner,
): Promise<RecordAnswers | undefined> => {
  const confirming = { and: [ownedBy(owner), { purpose: { equals: 'confirm' } }] }
  const latest = await findFirstRecord(req, 'personal-links', confirming, '-createdAt')
  return (latest?.answers ?? undefined) as RecordAnswers | undefined
}

/**
 * Makes a link anew that was written into a message which has not gone: for the same purpose, match
 * and answers, and for as long.
 *
 * @returns nothing when the link is not this owner's.
 */
export const remakeLink = async (
  req: PayloadRequest,
  owner: Owner,
  { nonce, purpose }: SecretLink,
): Promise<SecretLink | undefined> => {
  const old = await findLink(req, hashToken(makeToken(req.payload.config.secret, purpose, nonce)))
  const isOwn = old && ownerIn(old)?.id === owner.id
  if (!isOwn) return undefined
  return write(req, owner, {
    purpose: old.purpose,
    match: (old.match as string | null | undefined) ?? undefined,
    answers: (old.answers ?? undefined) as RecordAnswers | undefined,
    expiresAt: old.expiresAt,
  })
}

const endOf = (purpose: LinkPurpose, now: Date): string =>
  addDays(now, LINK_PURPOSES[purpose].days).toISOString()

const write = async (
  req: PayloadRequest,
  { id, role }: Owner,
  {
    purpose,
    ...data
  }: { purpose: LinkPurpose; match?: string; answers?: RecordAnswers; expiresAt: string },
): Promise<SecretLink> => {
  const nonce = makeNonce()
  await createRow(req, 'personal-links', {
    hash: hashToken(makeToken(req.payload.config.secret, purpose, nonce)),
    [role]: id,
    purpose,
    ...data,
  })
  return { purpose, nonce }
}

const findLink = (req: PayloadRequest, hash: string): Promise<PersonalLink | undefined> =>
  findFirstRecord(req, 'personal-links', { hash: { equals: hash } })
