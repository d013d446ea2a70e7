import type { PayloadRequest } from 'payload'

import type { LinkCheck } from '../../payload-types.ts'
import { MAY_BE_BROKEN } from './check-links.ts'
import type { UsedIn } from './used-in.ts'

/** A link that may be broken, and the records in which it stands. */
export type Broken = Pick<LinkCheck, 'id' | 'lastOkAt' | 'url'> & {
  status: string
  usedIn: UsedIn[]
}

/** The links that may be broken, with the access of the one who looks. */
export const loadBroken = async (req: PayloadRequest): Promise<Broken[]> => {
  const { docs } = await req.payload.find({
    collection: 'link-checks',
    where: { failures: { greater_than_equal: MAY_BE_BROKEN } },
    sort: 'url',
    pagination: false,
    depth: 0,
    overrideAccess: false,
    req,
  })
  return docs.map(({ id, lastOkAt, status, url, usedIn }) => ({
    ...{ id, lastOkAt, url },
    status: status ?? '',
    usedIn: (usedIn ?? []) as UsedIn[],
  }))
}
