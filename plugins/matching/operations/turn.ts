import type { PayloadRequest } from 'payload'

import { localAPI } from '../local.ts'
import type { DeclaredOptions } from '../types.ts'
import { TURN_FIELD } from './lock-pair.ts'

/**
 * Of two that change the draft at once the second waits or starts again, or both would leave their
 * proposals. Each writes to everybody who waits before it reads; see `lockPair`. On SQLite there is
 * nothing to do, and writing row by row would take a second or more: whoever writes there is alone
 * from the start of the transaction.
 */
export const letOneRunAtATime = async (
  req: PayloadRequest,
  { mentees }: DeclaredOptions,
): Promise<void> => {
  const { db } = localAPI(req.payload)
  if (db.name === 'sqlite') return
  await db.updateMany({
    collection: mentees.slug,
    where: mentees.available,
    // A turn is no change of the person: `null` leaves it as it is when their record was written.
    data: { [TURN_FIELD]: Date.now(), updatedAt: null },
    req,
    returning: false,
  })
}
