import { asAsker, asCode } from '@mentoring/kit/rights'
import { createLocalReq, type Payload, type PayloadRequest } from 'payload'

import { findPublications } from './rows.ts'
import type { Publication } from './types.ts'

type Asked = {
  payload: Payload
  /** Of whoever looks, with their access; without one the code itself looks. */
  as?: PayloadRequest
  /** For a look inside a transaction of the code's own. */
  req?: PayloadRequest
}

/**
 * The last attempt to publish that has ended, if there was one. It goes by the numbers: a clock that was ahead does
 * not make one the last for ever.
 */
export const lastPublication = async ({
  as,
  payload,
  req: given = as,
}: Asked): Promise<Publication | undefined> => {
  const req = given ?? (await createLocalReq({}, payload))
  const [last] = await findPublications(
    req,
    { status: { not_equals: 'building' } },
    { as: as ? asAsker(req) : asCode(req), limit: 1 },
  )
  return last
}
