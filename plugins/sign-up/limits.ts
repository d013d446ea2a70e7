import { createHash } from 'node:crypto'

import type { PayloadRequest } from 'payload'

import { clientAddress } from '../client-address.ts'
import { makeLimit } from '../limit.ts'

/**
 * Limits of the public doors. A hospital's doctors often share one address on the internet, so the
 * limit for a client is generous; the limit for one email address is what keeps somebody from
 * filling another person's inbox.
 */
const clientLimit = makeLimit({ name: 'sign-up client', uses: 120, seconds: 10 * 60 })
const mailLimit = makeLimit({ name: 'sign-up mail', uses: 3, seconds: 60 * 60 })

/**
 * Counts one use of a public door.
 *
 * @returns `undefined` when it may go on, else the seconds to wait.
 */
export const secondsToWait = (req: PayloadRequest): Promise<number | undefined> =>
  clientLimit(clientAddress(req.headers))

/**
 * May another message go out in this hour? Counts it if so.
 *
 * @param recipient the form and the address
 */
export const mayMail = async (recipient: string): Promise<boolean> =>
  // Hashed, so that memory holds no list of addresses.
  (await mailLimit(createHash('sha256').update(recipient).digest('base64'))) === undefined
