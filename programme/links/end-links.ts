import type { SecretLink } from '@mentoring/outbox'
import type { CollectionAfterChangeHook, CollectionBeforeDeleteHook, PayloadRequest } from 'payload'

import { deleteRows, updateRow } from '../../database/records.ts'
import type { Mentee, Mentor } from '../../payload-types.ts'
import { addDays } from '../clock/dates.ts'
import { forgetDevices } from './devices.ts'
import { endLinks, remakeLink } from './links.ts'
import { type Owner, ownedBy, roleOf } from './owner.ts'

/**
 * How many days a row is kept after its end: whoever opens an old link is told that it has ended, and
 * the page of a visit that is over offers a new link. In the order in which they can go.
 */
const KEPT_DAYS = {
  'mailed-codes': 0,
  'known-devices': 0,
  visits: 1,
  'personal-links': 90,
} as const

const COLLECTIONS = Object.keys(KEPT_DAYS) as (keyof typeof KEPT_DAYS)[]

/** Removes links, visits, known browsers and codes that ended long ago. */
export const forgetOldLinks = async (req: PayloadRequest, now: Date): Promise<void> => {
  for (const collection of COLLECTIONS) {
    const before = addDays(now, -KEPT_DAYS[collection]).toISOString()
    await deleteRows(req, collection, { expiresAt: { less_than: before } })
  }
}

/**
 * Once an address is corrected, all links end that were made for the old one: whoever has that mailbox
 * must not have somebody's page. Messages that have not gone yet, or did not arrive, get links of their
 * own, for the new address.
 */
export const endLinksOfOldAddress: CollectionAfterChangeHook<Mentee | Mentor> = async ({
  collection,
  doc,
  operation,
  previousDoc,
  req,
}) => {
  const role = roleOf(collection.slug)
  if (!role || operation !== 'update' || doc.email === previousDoc.email) return
  const owner = { role, id: doc.id }
  await endLinks(req, owner, new Date())
  await forgetDevices(req, owner, 'all')
  await remakeUnsent(req, owner)
}

const remakeUnsent = async (req: PayloadRequest, owner: Owner): Promise<void> => {
  const { docs: mails } = await req.payload.find({
    collection: 'mails',
    where: {
      and: [ownedBy(owner), { status: { not_in: ['sent', 'cancelled'] } }],
    },
    pagination: false,
    depth: 0,
    showHiddenFields: true,
    overrideAccess: true,
    req,
  })
  for (const { id, links } of mails) {
    const remade: Record<string, SecretLink> = {}
    for (const [name, link] of Object.entries((links ?? {}) as Record<string, SecretLink>)) {
      const own = await remakeLink(req, owner, link)
      if (own) remade[name] = own
    }
    if (Object.keys(remade).length === 0) continue
    await updateRow(req, 'mails', id, { links: remade })
  }
}

/** Erasing somebody takes their links with them, and all that has come of them. */
export const eraseLinks: CollectionBeforeDeleteHook = async ({ collection, id, req }) => {
  const role = roleOf(collection.slug)
  if (!role) return
  const where = ownedBy({ role, id: String(id) })
  for (const slug of COLLECTIONS) await deleteRows(req, slug, where)
}
