import type { Payload, PayloadRequest } from 'payload'

import type { Publication } from './types.ts'

/** Clocks of two machines differ a little. */
const MINUTE = 60_000

type Asked = {
  payload: Payload
  /** Of whoever looks, with their access; without one the code itself looks. */
  as?: PayloadRequest
  /** For a look inside a transaction of the code's own. */
  req?: PayloadRequest
}

/**
 * The last attempt to publish, if there was one. One that was made while the clock was ahead does not
 * stay the last for ever.
 */
export const lastPublication = async ({
  as,
  payload,
  req = as,
}: Asked): Promise<Publication | undefined> => {
  const { docs } = await payload.find({
    collection: 'publications',
    where: { startedAt: { less_than: new Date(Date.now() + MINUTE).toISOString() } },
    sort: '-startedAt',
    limit: 1,
    pagination: false,
    depth: 0,
    overrideAccess: !as,
    req,
  })
  // A project's own types know no more of the findings than that they are JSON.
  const [last]: unknown[] = docs
  return last as Publication | undefined
}
