import type { CollectionAfterChangeHook, PayloadRequest } from 'payload'

import type { SecretLink } from '../../mail-outbox/types.ts'
import { hashToken, makeToken } from '../../sign-up/token.ts'
import { addDays } from '../clock/dates.ts'

/** Somebody who opens an old link is told that it has expired; after this many days it is unknown. */
const KEPT_DAYS = 90

/** Removes links that expired long ago. */
export const forgetOldLinks = async (req: PayloadRequest, now: Date): Promise<void> => {
  await req.payload.db.deleteMany({
    collection: 'personal-links',
    where: { expiresAt: { less_than: addDays(now, -KEPT_DAYS).toISOString() } },
    req,
  })
}

/**
 * Once an address is corrected, links that went to the old one stop working: whoever has that mailbox
 * must not have somebody's page. Links in emails that never arrived stay, because those emails are
 * sent again, to the new address.
 */
export const forgetLinksOfOldAddress: CollectionAfterChangeHook = async ({
  collection,
  doc,
  operation,
  previousDoc,
  req,
}) => {
  if (operation !== 'update' || doc.email === previousDoc.email) return
  const about = `${collection.slug}:${doc.id}`
  await req.payload.db.deleteMany({
    collection: 'personal-links',
    where: {
      and: [
        { about: { equals: about } },
        { hash: { not_in: await findUndelivered(req, previousDoc.email) } },
      ],
    },
    req,
  })
}

/** Hashes of the links in emails that an address has refused or the outbox has given up. */
const findUndelivered = async (req: PayloadRequest, to: string): Promise<string[]> => {
  const { docs } = await req.payload.find({
    collection: 'mails',
    where: { and: [{ to: { equals: to } }, { status: { in: ['bounced', 'failed'] } }] },
    pagination: false,
    depth: 0,
    showHiddenFields: true,
    overrideAccess: true,
    req,
  })
  return docs
    .flatMap(({ links }) => Object.values((links ?? {}) as Record<string, SecretLink>))
    .map(({ about, nonce, purpose }) =>
      hashToken(makeToken(req.payload.config.secret, about, nonce, purpose)),
    )
}
