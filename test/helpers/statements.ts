import Database from 'libsql'
import type { Payload } from 'payload'

import { asMongoDB } from '../../database/adapters.ts'

/** Something that was asked of the database, and how long that took where the driver waits for it. */
export type Statement = { text: string; ms: number }

/** As the driver has them: one of the two does it. */
type Prepared = Record<'all' | 'run', (...values: unknown[]) => unknown>

const heard = new Set<(statement: Statement) => void>()
let isListening = false

/**
 * What is asked of the database while `work` runs, by this process: SQL on SQLite, `collection.method`
 * on MongoDB, where the end of a transaction is none.
 *
 * @example
 * const { statements } = await statementsOf(payload, () => signUp('amina@example.org'))
 * expect(statements.length).toBeLessThan(30)
 */
export const statementsOf = async <T>(
  payload: Payload,
  work: () => Promise<T>,
): Promise<{ result: T; statements: Statement[] }> => {
  listen(payload)
  const statements: Statement[] = []
  const note = (statement: Statement) => void statements.push(statement)
  heard.add(note)
  try {
    return { result: await work(), statements }
  } finally {
    heard.delete(note)
  }
}

/** Once for a process: what the drivers are asked goes by here. */
const listen = ({ db }: Payload): void => {
  if (isListening) return
  isListening = true
  const tell = (statement: Statement) => {
    for (const note of heard) note(statement)
  }
  if (db.name === 'mongoose') {
    asMongoDB(db).connection.base.set('debug', (collection: string, method: string) =>
      tell({ text: `${collection}.${method}`, ms: 0 }),
    )
    return
  }
  const timed = <T>(text: string, work: () => T): T => {
    const start = performance.now()
    try {
      return work()
    } finally {
      tell({ text, ms: performance.now() - start })
    }
  }
  // The driver's types leave out what it is made of.
  const driver = Database.prototype as unknown as {
    exec: (sql: string) => unknown
    prepare: (sql: string) => Prepared
  }
  const { exec, prepare } = driver
  driver.exec = function (this: unknown, sql) {
    return timed(sql, () => exec.call(this, sql))
  }
  driver.prepare = function (this: unknown, sql) {
    const start = performance.now()
    const statement = prepare.call(this, sql)
    const preparing = performance.now() - start
    for (const name of ['all', 'run'] as const) {
      const run = statement[name].bind(statement)
      statement[name] = (...values) => {
        const began = performance.now()
        try {
          return run(...values)
        } finally {
          tell({ text: sql, ms: preparing + performance.now() - began })
        }
      }
    }
    return statement
  }
}
