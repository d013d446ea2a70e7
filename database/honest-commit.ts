import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'

import type { SQLiteAdapter } from '@payloadcms/db-sqlite'
import { APIError, type BaseDatabaseAdapter } from 'payload'

import { asMongoDB, asSQLite } from './adapters.ts'

/** A commit whose outcome MongoDB could not tell is asked for again for this long, in milliseconds. */
const LONGEST_COMMIT = 10_000

/**
 * What a request changed was not saved. Its text is for those who asked; it holds the database's
 * code, and nothing of a record.
 */
export class NotSaved extends APIError {
  private readonly labels: string[]

  constructor(why: string, cause?: unknown) {
    const { code, codeName, errorLabels = [] } = (cause ?? {}) as MongoOrSqliteError
    const known = codeName ?? code
    const detail = known === undefined ? '' : ` (${known})`
    super(`Nothing was saved: ${why}${detail}. Try again later.`, 500, undefined, true)
    this.labels = errorLabels
  }

  /** As MongoDB's errors have it, for those who try a transaction again. */
  hasErrorLabel(label: string): boolean {
    return this.labels.includes(label)
  }
}

type MongoOrSqliteError = { code?: number | string; codeName?: string; errorLabels?: string[] }

/** How one transaction is ended. */
type Ending = { commit: () => Promise<void>; rollback: () => Promise<void> }

/**
 * Makes a COMMIT that failed an error of whoever asked for it, on SQLite and MongoDB. Payload's own
 * ways of committing take it for a success: on SQLite when the disk is full, and on both when the
 * transaction was rolled back before, by a call inside it whose error somebody caught.
 */
export const withHonestCommit = <T extends BaseDatabaseAdapter>(adapter: T): T => {
  const begin =
    adapter.name === 'mongoose' ? mongoTransactions(adapter) : sqliteTransactions(adapter)
  const open = new Map<number | string, Ending>()
  /** The error for whoever asked, told to the log as well. A conflict is tried again, and is none. */
  const told = (error: unknown, why: string): NotSaved => {
    const failure = error instanceof NotSaved ? error : new NotSaved(why, error)
    if (!failure.hasErrorLabel('TransientTransactionError')) {
      adapter.payload.logger.error(failure.message)
    }
    return failure
  }

  adapter.beginTransaction = async () => {
    const id = randomUUID()
    try {
      open.set(id, await begin(id))
    } catch (error) {
      throw told(error, 'the database could not be written to')
    }
    return id
  }
  /** Taken out first: of two that end a transaction, one does. */
  const take = async (incomingID: unknown): Promise<Ending | undefined> => {
    const id = (await incomingID) as string
    const ending = open.get(id)
    open.delete(id)
    return ending
  }
  adapter.commitTransaction = async (incomingID) => {
    const ending = await take(incomingID)
    try {
      if (!ending) throw new NotSaved('the transaction was rolled back before')
      await ending.commit()
    } catch (error) {
      throw told(error, 'the database could not keep it')
    }
  }
  adapter.rollbackTransaction = async (incomingID) => (await take(incomingID))?.rollback()
  return adapter
}

/** What `rollback` throws through Drizzle, so that it rolls back. */
const ROLLED_BACK = new Error('Rolled back')

type Session = SQLiteAdapter['sessions'][string]

const sqliteTransactions = (adapter: BaseDatabaseAdapter) => {
  const sqlite = asSQLite(adapter)
  const { sessions } = sqlite
  return async (id: string): Promise<Ending> => {
    let finish!: (isKept: boolean) => void
    const finished = new Promise<boolean>((resolve) => (finish = resolve))
    let ended!: Promise<void>
    // Drizzle has transactions as functions, Payload as ids: the function waits for the id's end.
    const db = await new Promise<Session['db']>((ready, failed) => {
      // Asked of the adapter each time: it has a connection only when it has been connected.
      ended = sqlite.drizzle.transaction<void>(async (transaction) => {
        // A session has the type of the adapter’s own connection, and is used as one.
        ready(transaction as unknown as Session['db'])
        if (!(await finished)) throw ROLLED_BACK
      })
      ended.catch(failed)
    })
    const end = (isKept: boolean) => async () => {
      delete sessions[id]
      finish(isKept)
      await ended.catch((error: unknown) => {
        if (error !== ROLLED_BACK) throw error
      })
    }
    const ending = { commit: end(true), rollback: end(false) }
    sessions[id] = { db, resolve: ending.commit, reject: ending.rollback }
    return ending
  }
}

const mongoTransactions = (adapter: BaseDatabaseAdapter) => {
  const mongo = asMongoDB(adapter)
  return async (id: string): Promise<Ending> => {
    const session = mongo.connection.getClient().startSession()
    session.startTransaction(mongo.transactionOptions || undefined)
    mongo.sessions[id] = session as (typeof mongo.sessions)[string]
    const end = (work: () => Promise<unknown>) => async () => {
      delete mongo.sessions[id]
      try {
        await work()
      } finally {
        // Rolls back what is still open.
        await session.endSession().catch(() => undefined)
      }
    }
    return {
      commit: end(() => untilKnown(() => session.commitTransaction())),
      rollback: end(() => session.abortTransaction().catch(() => undefined)),
    }
  }
}

/**
 * Asks for a commit again whose answer was lost: MongoDB commits once, however often it is asked.
 * https://github.com/mongodb/specifications/blob/master/source/transactions/transactions.md#unknowntransactioncommitresult
 */
const untilKnown = async (commit: () => Promise<unknown>): Promise<void> => {
  const deadline = performance.now() + LONGEST_COMMIT
  for (let attempt = 1; ; attempt += 1) {
    try {
      await commit()
      return
    } catch (error) {
      const { hasErrorLabel } = error as { hasErrorLabel?: (label: string) => boolean }
      const isUnknown = hasErrorLabel?.call(error, 'UnknownTransactionCommitResult') ?? false
      if (!isUnknown || performance.now() > deadline) throw error
      await sleep(Math.min(1000, 50 * 2 ** attempt) * Math.random())
    }
  }
}
