import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'

/** Counts one use by `key`; returns the seconds to wait when there have been too many, else nothing. */
export type Limit = (key: string) => Promise<number | undefined>

/**
 * A limit on a door that strangers can reach, kept in this process's memory.
 *
 * @param name unique among the limits
 * @param uses how many are allowed in `seconds`
 *
 * @example
 * const limit = makeLimit({ name: 'log-in', uses: 30, seconds: 600 })
 * if ((await limit(address)) !== undefined) refuse()
 */
export const makeLimit = (options: { name: string; uses: number; seconds: number }): Limit => {
  const limiter = new RateLimiterMemory({
    keyPrefix: options.name,
    points: options.uses,
    duration: options.seconds,
  })
  return async (key) => {
    try {
      await limiter.consume(key)
      return undefined
    } catch (reason) {
      if (reason instanceof RateLimiterRes) return Math.ceil(reason.msBeforeNext / 1000)
      throw reason
    }
  }
}
