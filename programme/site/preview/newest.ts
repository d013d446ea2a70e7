import type { PayloadRequest } from 'payload'

import type { Overlay, Previewed } from './draft-content.ts'

/** A document in its newest version, draft or not; nothing when it is not there. */
export const newestOf = async (
  req: PayloadRequest,
  collection: Previewed,
  id: string,
): Promise<Overlay['doc'] | undefined> => {
  const found = await req.payload.findByID({
    ...{ collection, id, draft: true, depth: 0, disableErrors: true },
    overrideAccess: true,
    req,
  })
  return found ? { ...found } : undefined
}
