import { E_TIMEOUT, Mutex, type MutexInterface, withTimeout } from 'async-mutex'
import type { PayloadRequest } from 'payload'

import { inTransaction } from './in-transaction.ts'
import { isLostConflict } from './lost-conflict.ts'
import { Refused } from './refused.ts'
import { speak } from './texts.ts'

/** Longest a decision waits for those before it about one record, in milliseconds. */
const LONGEST_WAIT = 60_000

/** Who asks after whom, for every copy of this module: Next bundles one of its own beside the server's. */
const KEY = Symbol.for('mentoring.turns')
const queues = ((globalThis as Record<symbol, unknown>)[KEY] ??= new Map()) as Map<
  string,
  MutexInterface
>

/**
 * Decides about some records in one transaction, after all others of this process that decide about
 * one of them: in the order in which they asked. Without it, many at once about one record would lose
 * against each other on MongoDB, do their work again and again, and some would wait for ever. Those
 * of another process are waited for by trying again, after a pause that grows and goes by chance.
 *
 * Joins the transaction `req` is already in. Whom it is about must be known before: what is read for
 * that may have changed by the time of the turn, so `work` reads it again.
 *
 * @param records their ids
 * @throws Refused 409 when its turn at one of them does not come in 60 seconds, or when it lost against another
 *   process each time; what `work` throws.
 *
 * @example
 * await inTurn(req, [mentee, mentor], () => introduce(req, { mentee, mentor }))
 */
export const inTurn = async <T>(
  req: PayloadRequest,
  records: string[],
  work: () => Promise<T>,
): Promise<T> => {
  if (req.transactionID) return work()
  const releases: (() => void)[] = []
  try {
    // Always in one order, so that no two wait for each other.
    for (const record of [...new Set(records)].sort()) releases.push(await take(record))
    return await inTransaction(req, work)
  } catch (error) {
    if (error !== E_TIMEOUT && !isLostConflict(error)) throw error
    throw new Refused(409, speak(req.i18n)('busy'), 'busy')
  } finally {
    for (const release of releases) release()
  }
}

/** Waits for the turn at a record; what it returns passes it on. */
const take = async (record: string): Promise<() => void> => {
  const queue = queues.get(record) ?? withTimeout(new Mutex(), LONGEST_WAIT)
  queues.set(record, queue)
  const release = await queue.acquire()
  return () => {
    release()
    if (!queue.isLocked()) queues.delete(record)
  }
}
