import { setTimeout as sleep } from 'node:timers/promises'

/**
 * How long an answer takes at least, in milliseconds, where the time could tell a stranger whether we
 * know an address.
 */
export const LEAST_TIME = 400

/** Waits for some work, and at least {@link LEAST_TIME}. */
export const takeLeastTime = async <T>(work: Promise<T>): Promise<T> => {
  const [result] = await Promise.all([work, sleep(LEAST_TIME)])
  return result
}
