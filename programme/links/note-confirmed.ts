import type { PayloadRequest } from 'payload'

import { updateRow } from '../../database/records.ts'
import { addDays } from '../clock/dates.ts'
import { endLinks } from './links.ts'
import { type Owner, ownedBy } from './owner.ts'
import { STANDING_DAYS } from './purposes.ts'

/**
 * Notes that a sign-up is confirmed: this link goes on to say where its owner stands, the others that
 * were mailed for other answers end, and no link holds answers any more.
 */
export const noteConfirmed = async (
  req: PayloadRequest,
  owner: Owner,
  link: string,
  now: Date,
): Promise<void> => {
  const expiresAt = addDays(now, STANDING_DAYS).toISOString()
  await updateRow(req, 'personal-links', link, { usedAt: now.toISOString(), expiresAt })
  await endLinks(req, owner, now, { purpose: 'confirm', butNot: link })
  await req.payload.db.updateMany({
    collection: 'personal-links',
    where: { and: [ownedBy(owner), { purpose: { equals: 'confirm' } }] },
    data: { answers: null },
    req,
    returning: false,
  })
}
