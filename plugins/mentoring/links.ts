import type { PayloadRequest } from 'payload'

import type { PersonalLink } from '../../payload-types.ts'
import type { SecretLink } from '../mail-outbox/types.ts'
import { hashToken, looksLikeToken, makeNonce, makeToken } from '../sign-up/token.ts'
import { addDays } from './clock/dates.ts'
import type { Participant } from './types.ts'

/**
 * What a link is for. `page` opens the personal page; each of the others shows one question and does
 * that one thing, so that a link in an old mail is worth no more than it says.
 */
export const LINK_PURPOSES = {
  page: { path: '/my/', days: 60 },
  contact: { path: '/my/contact/', days: 30 },
  extension: { path: '/my/extension/', days: 30 },
  goOn: { path: '/my/another-match/', days: 90 },
  survey: { path: '/my/survey/', days: 90 },
  stopReminders: { path: '/my/stop-reminders/', days: 365 },
} as const

export type LinkPurpose = keyof typeof LINK_PURPOSES

/** `mentors:ID` or `mentees:ID`: whom a link belongs to. */
export const aboutOf = ({ role, person }: Participant): string => `${role}s:${person.id}`

/**
 * Makes a link for one person and one purpose, in the transaction of `req`. What is stored is a hash;
 * the address itself is made when the mail is sent (see {@link linkAddresses}).
 *
 * @param match the match it is about; none for `page`
 */
export const makeLink = async (
  req: PayloadRequest,
  to: Participant,
  purpose: LinkPurpose,
  now: Date,
  match?: string,
): Promise<SecretLink> => {
  const about = aboutOf(to)
  const nonce = makeNonce()
  await req.payload.create({
    collection: 'personal-links',
    data: {
      hash: hashToken(makeToken(req.payload.config.secret, about, nonce, purpose)),
      about,
      purpose,
      match,
      expiresAt: addDays(now, LINK_PURPOSES[purpose].days).toISOString(),
    },
    depth: 0,
    overrideAccess: true,
    req,
  })
  return { purpose, about, nonce }
}

/** The address of a link; a function for each purpose, as the outbox wants them. */
export const linkAddresses = (
  serverURL: string,
  secret: string,
): Record<LinkPurpose, (link: SecretLink) => string> =>
  Object.fromEntries(
    Object.entries(LINK_PURPOSES).map(([purpose, { path }]) => [
      purpose,
      ({ about, nonce }: SecretLink) =>
        `${serverURL}${path}?token=${makeToken(secret, about, nonce, purpose)}`,
    ]),
  ) as Record<LinkPurpose, (link: SecretLink) => string>

/** A link that was opened: whose it is and whether it still works. */
export type OpenedLink = { link: PersonalLink; participant: Participant; isExpired: boolean }

/**
 * Finds a link by its token. Changes nothing: mail scanners open links too.
 *
 * @returns nothing when there is no such link for this purpose, or its owner is gone.
 */
export const openLink = async (
  req: PayloadRequest,
  token: unknown,
  purpose: LinkPurpose,
  now: Date,
): Promise<OpenedLink | undefined> => {
  if (!looksLikeToken(token)) return undefined
  const { docs } = await req.payload.find({
    collection: 'personal-links',
    where: { and: [{ hash: { equals: hashToken(token) } }, { purpose: { equals: purpose } }] },
    limit: 1,
    depth: 0,
    overrideAccess: true,
    req,
  })
  const [link] = docs
  const participant = link && (await findParticipant(req, link.about))
  if (!participant) return undefined
  return { link, participant, isExpired: new Date(link.expiresAt) <= now }
}

/**
 * The person a link is about.
 *
 * @param about `mentors:ID` or `mentees:ID`
 */
export const findParticipant = async (
  req: PayloadRequest,
  about: string,
): Promise<Participant | undefined> => {
  const [collection, id = ''] = about.split(':')
  const found = { id, depth: 0, disableErrors: true, overrideAccess: true, req } as const
  if (collection === 'mentors') {
    const person = await req.payload.findByID({ collection, ...found })
    return person ? { role: 'mentor', person } : undefined
  }
  if (collection === 'mentees') {
    const person = await req.payload.findByID({ collection, ...found })
    return person ? { role: 'mentee', person } : undefined
  }
  return undefined
}
