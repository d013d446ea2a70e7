import { setTimeout as sleep } from 'node:timers/promises'

import { commitTransaction, initTransaction, killTransaction, type PayloadRequest } from 'payload'

import { isLostConflict, waitAfter } from './lost-conflict.ts'

/** How often a transaction is tried that lost against another one. */
const TRIES = 12

/**
 * Runs `work` in one transaction: all it writes with `req` is kept, or none of it. Joins the
 * transaction `req` is already in. A transaction that lost a write conflict against another is
 * tried again from the start, so `work` must have no effect outside the database.
 *
 * @throws what `work` throws, after everything is rolled back.
 *
 * @example
 * await inTransaction(req, async () => {
 *   await req.payload.update({ collection: 'mentees', id, data, overrideAccess: true, req })
 *   await queueMail({ req, … })
 * })
 */
export const inTransaction = async <T>(req: PayloadRequest, work: () => Promise<T>): Promise<T> => {
  if (req.transactionID) return work()
  for (let attempt = 1; ; attempt += 1) {
    await initTransaction(req)
    try {
      const result = await work()
      await commitTransaction(req)
      return result
    } catch (error) {
      await killTransaction(req)
      if (attempt === TRIES || !isLostConflict(error)) throw error
      await sleep(waitAfter(attempt))
    }
  }
}
