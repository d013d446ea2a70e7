import { randomBytes } from 'node:crypto'

import type { PayloadRequest } from 'payload'

import {
  createRecord,
  deleteRows,
  findRecord,
  findRecords,
  updateRow,
} from '../../database/records.ts'
import { idOf } from '../../database/record-id.ts'
import type { PersonalLink, Visit } from '../../payload-types.ts'
import { cookieOf, cookiesOf, setCookie } from './cookies.ts'
import type { OpenedLink } from './links.ts'
import { findSignedUp, type Owner, ownedBy, ownerIn, ownerOf, type SignedUp } from './owner.ts'
import type { LinkPurpose } from './purposes.ts'
import { hashToken, looksLikeToken, makeSecret } from './token.ts'

const MINUTE = 60_000

/** A visit ends after this long without use. */
export const IDLE = 30 * MINUTE

/** A visit ends after this long, however much it is used. */
export const LONGEST = 12 * 60 * MINUTE

/** Each use puts the end off, but is not written down more often than this. */
const RENEWED_EVERY = 5 * MINUTE

/**
 * Visits of one link at a time. Mail scanners open links and never come back, so a visit that is not
 * used ends first.
 */
const MOST_OF_LINK = 20

const COOKIE = 'visit-'

/** A visit that goes on: by whom, and what its link is for. */
export type OpenVisit = { visit: Visit; link: PersonalLink; participant: SignedUp }

/** A visit that was asked for: it goes on, is over, or came without its cookie. */
export type AskedVisit =
  ({ is: 'open' } & OpenVisit) | { is: 'noCookie' | 'over'; name: string } | { is: 'unknown' }

/**
 * Exchanges a link for a visit, so that its secret leaves the address.
 *
 * @returns the name of the visit, for the address, and the cookie to be set
 */
export const startVisit = async (
  req: PayloadRequest,
  { link, participant }: OpenedLink,
  now: Date,
): Promise<{ name: string; cookie: string }> => {
  const name = randomBytes(9).toString('base64url')
  const secret = makeSecret()
  const owner = ownerOf(participant)
  await endSurplus(req, link.id)
  await createRecord(req, 'visits', {
    name,
    hash: hashToken(secret),
    [owner.role]: owner.id,
    link: link.id,
    expiresAt: after(now, RENEWED_EVERY),
    endsAt: after(now, LONGEST),
  })
  return { name, cookie: setCookie(req, COOKIE + name, secret, LONGEST / 1000) }
}

/**
 * The visit that a request belongs to, and puts its end off.
 *
 * @param name from the address or the form; the latest of this browser when left out
 * @param purposes what its link must be for
 */
export const openVisit = async (
  req: PayloadRequest,
  name: string | undefined,
  purposes: LinkPurpose[],
  now: Date,
): Promise<AskedVisit> => {
  if (name === undefined) {
    for (const visit of await findOfBrowser(req)) {
      const asked = await look(req, visit, purposes, now)
      if (asked.is === 'open') return asked
    }
    return { is: 'unknown' }
  }
  const [visit] = await find(req, [name])
  return visit ? look(req, visit, purposes, now) : { is: 'unknown' }
}

/** Ends one visit. @returns the header that removes its cookie */
export const endVisit = async (req: PayloadRequest, { id, name }: Visit): Promise<string> => {
  await req.payload.db.deleteOne({ collection: 'visits', where: { id: { equals: id } }, req })
  return setCookie(req, COOKIE + name, '', 0)
}

/** Ends all visits of somebody, in every browser. */
export const endVisitsOf = async (req: PayloadRequest, owner: Owner): Promise<void> => {
  await deleteRows(req, 'visits', ownedBy(owner))
}

/** Whose an ended visit was, so that they can be sent a new link. */
export const findVisitor = async (
  req: PayloadRequest,
  name: string,
): Promise<{ participant: SignedUp; link?: PersonalLink } | undefined> => {
  const [visit] = await find(req, [name])
  const participant = visit && (await findSignedUp(req, ownerIn(visit)))
  return participant && { participant, link: await findLinkOf(req, visit) }
}

const after = (now: Date, milliseconds: number): string =>
  new Date(now.getTime() + milliseconds).toISOString()

const look = async (
  req: PayloadRequest,
  visit: Visit,
  purposes: LinkPurpose[],
  now: Date,
): Promise<AskedVisit> => {
  const { name } = visit
  if (new Date(visit.expiresAt) <= now || new Date(visit.endsAt) <= now) return { is: 'over', name }
  const secret = cookieOf(req, COOKIE + name)
  if (!looksLikeToken(secret) || hashToken(secret) !== visit.hash) return { is: 'noCookie', name }
  const link = await findLinkOf(req, visit)
  if (!link || link.endedAt) return { is: 'over', name }
  const participant = await findSignedUp(req, ownerIn(visit))
  if (!participant || !purposes.includes(link.purpose)) return { is: 'unknown' }
  await renew(req, visit, now)
  return { is: 'open', visit, link, participant }
}

const renew = async (req: PayloadRequest, visit: Visit, now: Date): Promise<void> => {
  const end = Math.min(now.getTime() + IDLE, Date.parse(visit.endsAt))
  if (req.method === 'HEAD' || end - Date.parse(visit.expiresAt) < RENEWED_EVERY) return
  await updateRow(req, 'visits', visit.id, { expiresAt: new Date(end).toISOString() })
}

const findOfBrowser = (req: PayloadRequest): Promise<Visit[]> => {
  const names = [...cookiesOf(req, COOKIE).keys()]
  return names.length === 0 ? Promise.resolve([]) : find(req, names.slice(-MOST_OF_LINK))
}

const find = (req: PayloadRequest, names: string[]): Promise<Visit[]> =>
  findRecords(req, 'visits', { name: { in: names } }, { sort: '-createdAt' })

const findLinkOf = async (
  req: PayloadRequest,
  { link }: Visit,
): Promise<PersonalLink | undefined> =>
  link ? findRecord(req, 'personal-links', idOf(link)) : undefined

const endSurplus = async (req: PayloadRequest, link: string): Promise<void> => {
  const all = await findRecords(req, 'visits', { link: { equals: link } }, { sort: '-expiresAt' })
  const surplus = all.slice(MOST_OF_LINK - 1).map(({ id }) => id)
  if (surplus.length > 0) await deleteRows(req, 'visits', { id: { in: surplus } })
}
