import { createHash } from 'node:crypto'

import type { PayloadRequest } from 'payload'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'

/**
 * Limits of the public doors. A hospital's doctors often share one address on the internet, so the
 * limit for a client is generous; the limit for one email address is what keeps somebody from
 * filling another person's inbox.
 */
const clientLimit = new RateLimiterMemory({ keyPrefix: 'client', points: 120, duration: 10 * 60 })
const mailLimit = new RateLimiterMemory({ keyPrefix: 'mail', points: 3, duration: 60 * 60 })

/**
 * Counts one use of a public door.
 *
 * @returns `undefined` when it may go on, else the seconds to wait.
 */
export const secondsToWait = (req: PayloadRequest): Promise<number | undefined> =>
  consume(clientLimit, req.headers.get('x-client-address') ?? 'unknown')

/** May another message go to this address in this hour? Counts it if so. */
export const mayMail = async (email: string): Promise<boolean> =>
  // Hashed, so that memory holds no list of addresses.
  (await consume(mailLimit, createHash('sha256').update(email).digest('base64'))) === undefined

const consume = async (limiter: RateLimiterMemory, key: string): Promise<number | undefined> => {
  try {
    await limiter.consume(key)
    return undefined
  } catch (reason) {
    if (reason instanceof RateLimiterRes) return Math.ceil(reason.msBeforeNext / 1000)
    throw reason
  }
}
