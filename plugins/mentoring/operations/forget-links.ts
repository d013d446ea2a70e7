import type { PayloadRequest } from 'payload'

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
