import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

import { type Client, createClient, type InStatement, type Transaction } from '@libsql/client'
import { Sqlite3Transaction } from '@libsql/client/sqlite3'
import Database from 'libsql'

/** How long another program may hold the file's write lock before a writer gives up, in milliseconds. */
const LONGEST_WAIT = 30_000

/** What is deleted is overwritten: somebody who was erased is in no free page of the file. */
const SECURE_DELETE = 'PRAGMA secure_delete = ON'

/** How long statements may follow each other before others have their turn, in milliseconds. */
const BREATH = 10

/** The same inside a transaction: while it pauses, all who want to write wait for it. */
const BREATH_IN_TRANSACTION = 25

/** What every connection is set to. These hold for a connection, not for the file. */
const PRAGMAS = [
  'PRAGMA journal_mode = WAL',
  // Whoever commits sees to it that the log is on the disk: see `shared-sync.ts`.
  'PRAGMA synchronous = NORMAL',
  'PRAGMA journal_size_limit = 67108864',
  SECURE_DELETE,
]

/** The client as Drizzle wants it, and what only this one can do. */
export type SQLiteClient = Client & {
  /** Checks foreign keys in the transactions from now on, or not. Only between transactions. */
  setForeignKeys: (isOn: boolean) => void
}

/**
 * Two connections to one SQLite file: one reads, and one writes, in transactions. libSQL's own client
 * opens a connection for each transaction and loses the settings of the one before, `busy_timeout`
 * among them. Its waiting would stop the whole process anyway, so a writer waits here: another
 * program that holds the write lock for seconds, such as a backup, makes nobody's request fail.
 *
 * A COMMIT that fails is an error, and what it was about is rolled back. The caller lets one
 * transaction begin at a time.
 *
 * @param file path of the database file, which is made when it is not there
 */
export const openSQLite = (file: string): SQLiteClient => {
  const reader = createClient({ url: fileURL(file) })
  const open = () => {
    const database = new Database(file)
    for (const pragma of PRAGMAS) database.exec(pragma)
    return database
  }
  // The writer is opened first: it makes the file and its journal.
  let writer = open()
  let isClosed = false
  // The reader writes too, what is written outside transactions. libSQL does it at once.
  void reader.execute(SECURE_DELETE)
  const breathe = inBreaths()

  const transaction = async (): Promise<Transaction> => {
    await breathe(BREATH)
    // Left open by a rollback that failed, when not even the disk could be read.
    if (!isClosed && writer.inTransaction) {
      writer.close()
      writer = open()
    }
    const connection = writer
    const run = (sql: string) => {
      // A call of a closed connection would end the process.
      if (isClosed) throw new Error('The database is closed.')
      connection.exec(sql)
    }
    await patiently(() => run('BEGIN IMMEDIATE'))
    const inner = new Sqlite3Transaction(connection, 'number')
    let isOver = false
    // The connection goes on to the next transaction: a late call of this one must not end up in it.
    const within = async <T>(work: () => Promise<T>): Promise<T> => {
      await breathe(BREATH_IN_TRANSACTION)
      if (isOver || isClosed)
        throw new Error('This transaction is over: nothing can be written in it any more.')
      return work()
    }
    const end = (work: () => Promise<void> | void) => {
      if (isOver || isClosed) return
      isOver = true
      return work()
    }
    return {
      execute: (statement: InStatement) => within(() => inner.execute(statement)),
      batch: (statements) => within(() => inner.batch(statements)),
      executeMultiple: (sql) => within(() => inner.executeMultiple(sql)),
      commit: async () =>
        end(async () => {
          try {
            await patiently(() => run('COMMIT'))
          } catch (error) {
            if (!isClosed) rollBack(connection)
            throw error
          }
        }),
      rollback: async () => end(() => rollBack(connection)),
      close: () => void end(() => rollBack(connection)),
      get closed() {
        return isOver || isClosed || !connection.inTransaction
      },
    }
  }

  return {
    execute: async (statement: InStatement) => {
      await breathe(BREATH)
      return reader.execute(statement)
    },
    batch: (statements, mode) => reader.batch(statements, mode),
    migrate: (statements) => reader.migrate(statements),
    executeMultiple: (sql) => reader.executeMultiple(sql),
    sync: () => reader.sync(),
    transaction,
    setForeignKeys: (isOn) => writer.exec(`PRAGMA foreign_keys = ${isOn ? 'ON' : 'OFF'}`),
    close: () => {
      if (isClosed) return
      isClosed = true
      rollBack(writer)
      reader.close()
      writer.close()
    },
    get closed() {
      return reader.closed
    },
    protocol: reader.protocol,
  }
}

/** The address of a file as libSQL reads it, whatever is in its name. */
export const fileURL = (file: string): string =>
  `file:${file.split(path.sep).map(encodeURIComponent).join('/')}`

/**
 * Lets the process do other things now and then. The driver does each statement at once, so work that
 * only asks the database would never pause, and nobody else would get a page until it is through.
 */
const inBreaths = (): ((longest: number) => Promise<void> | undefined) => {
  let since: number | undefined
  const turn = () =>
    new Promise<void>((resolve) =>
      setImmediate(() => {
        since = undefined
        resolve()
      }),
    )
  return (longest) => {
    if (since !== undefined && performance.now() - since > longest) return turn()
    if (since === undefined) {
      since = performance.now()
      void turn()
    }
    return undefined
  }
}

/** SQLite has often rolled back by itself, and there is nothing left to do. */
const rollBack = (connection: Database.Database): void => {
  if (!connection.inTransaction) return
  try {
    connection.exec('ROLLBACK')
  } catch {
    // The next transaction opens the file anew, which ends this one.
  }
}

/** Tries again for as long as another program has the file locked. */
const patiently = async (work: () => void): Promise<void> => {
  const deadline = performance.now() + LONGEST_WAIT
  for (let attempt = 1; ; attempt += 1) {
    try {
      return work()
    } catch (error) {
      if (!isBusy(error) || performance.now() > deadline) throw error
      await sleep(Math.min(200, 5 * attempt) * (0.5 + Math.random()))
    }
  }
}

/** SQLITE_BUSY and its kinds: https://sqlite.org/rescode.html#busy */
const isBusy = (error: unknown): boolean =>
  String((error as { code?: unknown }).code).startsWith('SQLITE_BUSY')
