import { Mutex, withTimeout } from 'async-mutex'
import type { BaseDatabaseAdapter, DatabaseAdapterObj, PayloadRequest } from 'payload'

/** Longest a writer waits for its turn, in milliseconds. */
const LONGEST_WAIT = 30_000

/** `createMany` where an adapter has it. Not `upsert`: the adapter's is a call of its own `updateOne`, which takes the turn. */
const WRITE_METHODS = [
  'create',
  'createGlobal',
  'createGlobalVersion',
  'createVersion',
  'deleteMany',
  'deleteOne',
  'deleteVersions',
  'updateGlobal',
  'updateGlobalVersion',
  'updateJobs',
  'updateMany',
  'updateOne',
  'updateVersion',
] as const

type Method = (args: { req?: Partial<PayloadRequest> }) => Promise<unknown>

/**
 * Makes writers of an SQLite adapter queue, because libSQL refuses a second writer at once instead
 * of letting it wait. A transaction holds the lock from begin to commit or rollback; a write inside
 * an open transaction passes through; a write outside is a transaction of its own, so that all of it
 * is kept or nothing.
 *
 * @example
 * withWriteLock(sqliteAdapter({ client: { url: 'file:app.db' }, transactionOptions: {} }))
 *
 * @throws from the waiting call, after 30 seconds, with an error that names the likely cause.
 */
export const withWriteLock = <T extends BaseDatabaseAdapter>(
  adapterObject: DatabaseAdapterObj<T>,
): DatabaseAdapterObj<T> => ({
  ...adapterObject,
  init: (args) => lockWrites(adapterObject.init(args)),
})

const lockWrites = <T extends BaseDatabaseAdapter>(adapter: T): T => {
  const lock = withTimeout(
    new Mutex(),
    LONGEST_WAIT,
    new Error(
      'A database write waited 30 seconds for its turn. A call inside a transaction was probably made without `req`.',
    ),
  )
  const releases = new Map<number | string, () => void>()

  const begin = adapter.beginTransaction.bind(adapter)
  adapter.beginTransaction = async (options) => {
    const release = await lock.acquire()
    try {
      const id = await begin(options)
      releases.set(id!, release)
      return id
    } catch (error) {
      release()
      throw error
    }
  }

  for (const name of ['commitTransaction', 'rollbackTransaction'] as const) {
    const end = adapter[name].bind(adapter)
    adapter[name] = async (incomingID) => {
      const id = await incomingID
      // Taken out first: a second commit or rollback of one transaction must not release the next one's turn.
      const release = releases.get(id)
      releases.delete(id)
      try {
        await end(id)
      } finally {
        release?.()
      }
    }
  }

  // Its writers differ in what they take and give, which does not matter here.
  const methods = adapter as unknown as Record<string, Method>
  for (const name of [...WRITE_METHODS, 'createMany'] as const) {
    if (!methods[name]) continue
    const write = methods[name].bind(adapter)
    methods[name] = async (args) => {
      const transaction = await args?.req?.transactionID
      if (transaction !== undefined && releases.has(transaction)) {
        if (name !== 'updateJobs') return write(args)
        try {
          return await write(args)
        } catch (error) {
          // Payload begins a transaction for its jobs and leaves it open when they can't be written:
          // nobody else would ever have a turn.
          await adapter.rollbackTransaction(transaction)
          throw error
        }
      }
      const transactionID = (await adapter.beginTransaction())!
      try {
        const result = await write({ ...args, req: { ...args?.req, transactionID } })
        await adapter.commitTransaction(transactionID)
        return result
      } catch (error) {
        await adapter.rollbackTransaction(transactionID)
        throw error
      }
    }
  }
  return adapter
}
