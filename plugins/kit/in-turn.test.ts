import { setImmediate } from 'node:timers/promises'

import type { PayloadRequest } from 'payload'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { inTurn } from './in-turn.ts'

/** A request whose database keeps whatever it is told. */
const request = (): PayloadRequest =>
  // As far as a transaction knows one.
  ({
    i18n: { language: 'en', translations: {} },
    payload: {
      db: {
        beginTransaction: async () => 't',
        commitTransaction: async () => {},
        rollbackTransaction: async () => {},
      },
    },
  }) as unknown as PayloadRequest

let log: string[]
beforeEach(() => {
  log = []
})
afterEach(() => {
  vi.useRealTimers()
})

/** A decision that lasts until it is let go. */
const decide = (name: string, records: string[]) => {
  let letGo!: (outcome?: Error) => void
  const gate = new Promise<void>((resolve, reject) => {
    letGo = (error) => (error ? reject(error) : resolve())
  })
  const done = inTurn(request(), records, async () => {
    log.push(`> ${name}`)
    await gate
    log.push(`< ${name}`)
    return name
  })
  done.catch(() => undefined)
  return { done, letGo }
}

/** Lets whatever can go on do so. */
const settle = async () => {
  for (let each = 0; each < 5; each += 1) await setImmediate()
}

describe('decisions about one record', () => {
  it('are made one after the other, in the order in which they were asked for', async () => {
    const all = ['a', 'b', 'c'].map((name) => decide(name, ['mentor', name]))
    for (const { letGo } of all) {
      await settle()
      letGo()
    }
    await Promise.all(all.map(({ done }) => done))
    expect(log).toEqual(['> a', '< a', '> b', '< b', '> c', '< c'])
  })

  it('of others wait for nobody', async () => {
    const [first, second] = [decide('first', ['a', 'b']), decide('second', ['c', 'd'])]
    await settle()
    expect(log).toEqual(['> first', '> second'])
    first.letGo()
    second.letGo()
    await Promise.all([first.done, second.done])
  })

  it('come to an end when each names the other’s first', async () => {
    const all = [decide('first', ['a', 'b']), decide('second', ['b', 'a'])]
    for (const { letGo } of all) letGo()
    expect(await Promise.all(all.map(({ done }) => done))).toEqual(['first', 'second'])
  })

  it('may name it twice', async () => {
    const { done, letGo } = decide('both', ['a', 'a'])
    letGo()
    expect(await done).toBe('both')
  })

  it('go on after one that failed, which is told why', async () => {
    const [first, second] = [decide('first', ['a']), decide('second', ['a'])]
    await settle()
    first.letGo(new Error('No'))
    second.letGo()
    await expect(first.done).rejects.toThrow('No')
    expect(await second.done).toBe('second')
  })

  it('that are part of a larger one are made with it', async () => {
    const req = request()
    const inner = () => inTurn(req, ['a'], async () => 'inner')
    expect(await inTurn(req, ['a'], inner)).toBe('inner')
  })

  it('leave nothing behind', async () => {
    const all = [decide('first', ['a', 'b']), decide('second', ['a'])]
    for (const { letGo } of all) letGo()
    await Promise.all(all.map(({ done }) => done))
    await settle()
    const turns = (globalThis as Record<symbol, unknown>)[Symbol.for('mentoring.turns')]
    expect(turns).toEqual(new Map())
  })
})

describe('a decision whose turn does not come', () => {
  it('is refused with a sentence after a minute, and those after it have theirs', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const first = decide('first', ['a'])
    await settle()
    const late = decide('late', ['a'])
    await settle()
    await vi.advanceTimersByTimeAsync(59_000)
    const last = decide('last', ['a'])
    await vi.advanceTimersByTimeAsync(1_500)
    await expect(late.done).rejects.toMatchObject({
      status: 409,
      rule: 'busy',
      message: 'Nothing was changed: others are deciding about the same at this moment. Try again.',
    })
    first.letGo()
    last.letGo()
    expect(await Promise.all([first.done, last.done])).toEqual(['first', 'last'])
    expect(log).not.toContain('> late')
  })

  it('is refused with the same sentence when it lost against another process each time', async () => {
    vi.spyOn(Math, 'random').mockReturnValue(0)
    const lost = () => Promise.reject(Object.assign(new Error('Write conflict'), { code: 112 }))
    await expect(inTurn(request(), ['a'], lost)).rejects.toMatchObject({
      status: 409,
      rule: 'busy',
    })
    vi.restoreAllMocks()
  })
})
