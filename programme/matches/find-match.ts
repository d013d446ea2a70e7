import type { PayloadRequest } from 'payload'

import type { Match } from '../../payload-types.ts'

/** A match by its id, for what the code itself does; `null` when it is no longer on record. */
export const findMatch = (req: PayloadRequest, id: string): Promise<Match | null> =>
  req.payload.findByID({
    collection: 'matches',
    id,
    depth: 0,
    disableErrors: true,
    overrideAccess: true,
    req,
  })
