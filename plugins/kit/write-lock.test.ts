import { setImmediate } from 'node:timers/promises'

import type { DatabaseAdapterObj } from 'payload'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { withWriteLock } from './write-lock.ts'

type Write = (args: { name: string; req?: { transactionID?: unknown } }) => Promise<string>

type Method =
  (typeof WRITES)[number] | (typeof ENDS)[number] | 'beginTransaction' | 'find' | 'upsert'
type Fake = Record<Method, (asked?: unknown) => Promise<string>>

/** An adapter whose calls wait until they are let go, and that writes down what it does. */
const fakeAdapter = (own: Record<string, unknown> = {}) => {
  const log: string[] = []
  const gates = new Map<string, () => void>()
  const doing = async (name: string) => {
    log.push(`> ${name}`)
    await new Promise<void>((open) => gates.set(name, open))
    log.push(`< ${name}`)
    return name
  }
  let transactions = 0
  const write: Write = ({ name }) => doing(name)
  const adapter = {
    ...Object.fromEntries(WRITES.map((name) => [name, write])),
    beginTransaction: async () => `t${(transactions += 1)}`,
    commitTransaction: async () => {},
    rollbackTransaction: async () => {},
    find: write,
    upsert(this: { updateOne: Write }, args: Parameters<Write>[0]) {
      return this.updateOne(args)
    },
    ...own,
  }
  // As far as the lock knows one.
  const given = { init: () => adapter } as unknown as DatabaseAdapterObj
  const locked = withWriteLock(given).init({} as Parameters<typeof given.init>[0])
  /** Lets a call end, and whatever follows from it happen. */
  const finish = async (name: string) => {
    gates.get(name)!()
    await setImmediate()
  }
  // The lock gives back the adapter it was given.
  return { adapter: locked as unknown as Fake, log, finish }
}

const WRITES = [
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

const ENDS = ['commitTransaction', 'rollbackTransaction'] as const

let fake: ReturnType<typeof fakeAdapter>
beforeEach(() => {
  fake = fakeAdapter()
})

const write = (name: string, transactionID?: unknown, method: Method = 'create'): Promise<string> =>
  fake.adapter[method]({ name, req: { transactionID } })

/** Whether a write made now has its turn at once. */
const isFree = async (): Promise<boolean> => {
  const name = `probe ${fake.log.length}`
  const done = write(name)
  await setImmediate()
  const had = fake.log.includes(`> ${name}`)
  if (had) await fake.finish(name)
  else done.catch(() => {})
  return had
}

describe('writers', () => {
  it('take turns, in the order they came, and get their results', async () => {
    const all = ['a', 'b', 'c'].map((name) => write(name))
    await setImmediate()
    expect(fake.log).toEqual(['> a'])
    await fake.finish('a')
    await fake.finish('b')
    await fake.finish('c')
    expect(fake.log).toEqual(['> a', '< a', '> b', '< b', '> c', '< c'])
    expect(await Promise.all(all)).toEqual(['a', 'b', 'c'])
  })

  it.each([...WRITES, 'upsert'] as const)(
    'wait for a transaction, whatever they call: %s',
    async (method) => {
      const id = await fake.adapter.beginTransaction()
      const done = write('outside', undefined, method)
      await setImmediate()
      expect(fake.log).toEqual([])
      await fake.adapter.commitTransaction(id)
      await setImmediate()
      await fake.finish('outside')
      expect(await done).toBe('outside')
    },
  )

  it('do not hold up those who read', async () => {
    await fake.adapter.beginTransaction()
    void fake.adapter.find({ name: 'read' })
    expect(fake.log).toEqual(['> read'])
  })

  it('need no request', async () => {
    const done = fake.adapter.create({ name: 'a' })
    await setImmediate()
    await fake.finish('a')
    expect(await done).toBe('a')
  })
})

describe('a transaction', () => {
  it.each([...WRITES, 'upsert'] as const)('lets its own %s through', async (method) => {
    const id = await fake.adapter.beginTransaction()
    void write('inside', id, method)
    void write('promised', Promise.resolve(id), method)
    await setImmediate()
    expect(fake.log).toEqual(['> inside', '> promised'])
  })

  it('makes the next one wait until it ends', async () => {
    const first = await fake.adapter.beginTransaction()
    const second = fake.adapter.beginTransaction()
    await setImmediate()
    expect(await Promise.race([second, setImmediate('waiting')])).toBe('waiting')
    await fake.adapter.rollbackTransaction(first)
    expect(await second).toBe('t2')
  })

  it('is what a write outside of one becomes', async () => {
    const ended: string[] = []
    const own = {
      create: async ({ req }: { req: { transactionID: Promise<string> } }) =>
        `in ${await req.transactionID}`,
      deleteOne: async () => Promise.reject(new Error('no')),
      commitTransaction: async (id: string) => void ended.push(`commit ${id}`),
      rollbackTransaction: async (id: string) => void ended.push(`rollback ${id}`),
    }
    const { adapter } = fakeAdapter(own)
    expect(await adapter.create({ req: { locale: 'en' } })).toBe('in t1')
    await expect(adapter.deleteOne({})).rejects.toThrow('no')
    expect(ended).toEqual(['commit t1', 'rollback t2'])
  })

  it('that is over lets nothing through any more', async () => {
    const first = await fake.adapter.beginTransaction()
    await fake.adapter.commitTransaction(first)
    await fake.adapter.beginTransaction()
    void write('late', first)
    await setImmediate()
    expect(fake.log).toEqual([])
  })

  it.each(ENDS)('gives its turn on after %s, also by a promised id', async (end) => {
    const id = await fake.adapter.beginTransaction()
    expect(await isFree()).toBe(false)
    await fake.adapter[end](Promise.resolve(id))
    expect(await isFree()).toBe(true)
  })

  it('ended twice does not end another one’s turn', async () => {
    const first = await fake.adapter.beginTransaction()
    await fake.adapter.commitTransaction(first)
    await fake.adapter.beginTransaction()
    await fake.adapter.commitTransaction(first)
    await fake.adapter.rollbackTransaction(first)
    await fake.adapter.rollbackTransaction('unknown')
    expect(await isFree()).toBe(false)
  })
})

describe('what fails gives its turn on', () => {
  /** An adapter of which one method fails once. */
  const failing = (name: string) => {
    let hasFailed = false
    const once = async () => {
      if (hasFailed) return 'done'
      hasFailed = true
      throw new Error('no')
    }
    return fakeAdapter({ create: async () => 'written', [name]: once }).adapter
  }

  it('a write, which is rolled back', async () => {
    const adapter = failing('updateOne')
    await expect(adapter.updateOne({})).rejects.toThrow('no')
    expect(await adapter.create({})).toBe('written')
  })

  it('a transaction that cannot begin', async () => {
    const adapter = failing('beginTransaction')
    await expect(adapter.beginTransaction()).rejects.toThrow('no')
    expect(await adapter.create({})).toBe('written')
  })

  it.each(ENDS)('a transaction in %s', async (end) => {
    const adapter = failing(end)
    const id = await adapter.beginTransaction()
    await expect(adapter[end](id)).rejects.toThrow('no')
    expect(await adapter.create({})).toBe('written')
  })

  it('a write whose commit fails, and it is an error', async () => {
    const adapter = failing('commitTransaction')
    await expect(adapter.create({})).rejects.toThrow('no')
    expect(await adapter.create({})).toBe('written')
  })
})

describe('a turn that does not come', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  it('is an error after 30 seconds that names the likely cause, and never comes later', async () => {
    const id = await fake.adapter.beginTransaction()
    const caught = write('forgotten').catch((error: Error) => error.message)
    await vi.advanceTimersByTimeAsync(29_999)
    expect(await Promise.race([caught, setImmediate('waiting')])).toBe('waiting')
    await vi.advanceTimersByTimeAsync(1)
    expect(await caught).toContain('probably made without `req`')

    await fake.adapter.commitTransaction(id)
    expect(await isFree()).toBe(true)
    expect(fake.log.join()).not.toContain('forgotten')
  })
})
