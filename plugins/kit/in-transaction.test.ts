import type { PayloadRequest } from 'payload'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { inTransaction } from './in-transaction.ts'

vi.mock('node:timers/promises', () => ({ setTimeout: async () => {} }))

let log: string[]
let transactions: number
let commit: () => Promise<void>
let req: PayloadRequest

beforeEach(() => {
  log = []
  transactions = 0
  commit = async () => {}
  const db = {
    beginTransaction: async () => {
      transactions += 1
      log.push(`begin ${transactions}`)
      return transactions
    },
    commitTransaction: async (id: number) => {
      log.push(`commit ${id}`)
      await commit()
    },
    rollbackTransaction: async (id: number) => {
      log.push(`rollback ${id}`)
    },
  }
  // As far as a transaction uses it.
  req = { payload: { db } } as unknown as PayloadRequest
})
afterEach(() => {
  expect(req.transactionID).toBeUndefined()
})

const writeConflict = () => Object.assign(new Error('Write conflict'), { code: 112 })
const transient = () =>
  Object.assign(new Error('Transient'), {
    labels: ['TransientTransactionError'],
    hasErrorLabel(label: string) {
      return this.labels.includes(label)
    },
  })

/** Work that fails so often, in the given way, and then succeeds. */
const failing = (times: number, error: () => unknown) =>
  vi.fn(async () => {
    log.push(`work in ${String(req.transactionID)}`)
    if (times-- > 0) throw error()
    return 'done'
  })

describe('work in a transaction', () => {
  it('is committed, and its result returned', async () => {
    expect(await inTransaction(req, failing(0, writeConflict))).toBe('done')
    expect(log).toEqual(['begin 1', 'work in 1', 'commit 1'])
  })

  it('that fails is rolled back and not tried again', async () => {
    const error = Object.assign(new Error('No'), { code: 11000, hasErrorLabel: () => false })
    await expect(
      inTransaction(
        req,
        failing(1, () => error),
      ),
    ).rejects.toBe(error)
    expect(log).toEqual(['begin 1', 'work in 1', 'rollback 1'])
  })

  it.each([
    ['a write conflict', writeConflict],
    ['an error the database calls transient', transient],
  ])('that lost by %s is tried again from the start', async (_, error) => {
    expect(await inTransaction(req, failing(2, error))).toBe('done')
    expect(log).toEqual([
      ...['begin 1', 'work in 1', 'rollback 1'],
      ...['begin 2', 'work in 2', 'rollback 2'],
      ...['begin 3', 'work in 3', 'commit 3'],
    ])
  })

  it('that loses only on being committed is tried again', async () => {
    commit = vi.fn(async () => {}).mockRejectedValueOnce(writeConflict())
    expect(await inTransaction(req, failing(0, writeConflict))).toBe('done')
    expect(log).toEqual([
      ...['begin 1', 'work in 1', 'commit 1', 'rollback 1'],
      ...['begin 2', 'work in 2', 'commit 2'],
    ])
  })

  it('is given up after the 12th try, with nothing kept', async () => {
    const work = failing(Infinity, writeConflict)
    await expect(inTransaction(req, work)).rejects.toThrow('Write conflict')
    expect(work).toHaveBeenCalledTimes(12)
    expect(log.filter((line) => line.startsWith('commit'))).toEqual([])
    expect(log.filter((line) => line.startsWith('rollback'))).toHaveLength(12)
  })

  it('is done at the 12th try, if it takes so many', async () => {
    expect(await inTransaction(req, failing(11, writeConflict))).toBe('done')
    expect(log.at(-1)).toBe('commit 12')
  })
})

describe('work in a transaction that is already open', () => {
  beforeEach(() => {
    req.transactionID = 'open'
  })
  afterEach(() => {
    expect(req.transactionID).toBe('open')
    delete req.transactionID
  })

  it('joins it and leaves the end to whoever opened it', async () => {
    expect(await inTransaction(req, failing(0, writeConflict))).toBe('done')
    expect(log).toEqual(['work in open'])
  })

  it('is not tried again: the whole of it must be', async () => {
    await expect(inTransaction(req, failing(1, writeConflict))).rejects.toThrow('Write conflict')
    expect(log).toEqual(['work in open'])
  })
})
