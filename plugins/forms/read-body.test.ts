import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { readBody } from './read-body.ts'

const FORM = 'application/x-www-form-urlencoded'
const JSON_TYPE = 'application/json'

const read = (body: BodyInit | undefined, type: string | undefined) =>
  readBody(
    new Request('http://localhost/', {
      method: 'POST',
      body,
      headers: type === undefined ? {} : { 'content-type': type },
      duplex: 'half',
    } as RequestInit),
  )

/** A body that says nothing of its length and never ends by itself. */
const endless = () => {
  let pulled = 0
  const stream = new ReadableStream({
    pull: (controller) => {
      pulled += 1
      controller.enqueue(new Uint8Array(16 * 1024).fill(97))
    },
  })
  return { stream, pulled: () => pulled }
}

describe('a posted form', () => {
  it.each([
    ['name=Amina+Yusuf&about=a%26b', { name: 'Amina Yusuf', about: 'a&b' }],
    ['topics=a&name=x&topics=b', { topics: ['a', 'b'], name: 'x' }],
    ['topics=a', { topics: 'a' }],
    ['name=', { name: '' }],
    ['name', { name: '' }],
    ['name=%E0%A4&x=%zz', { name: '\ufffd', x: '%zz' }],
    ['', {}],
  ])('%j is read by name, repeated names as lists', async (body, values) => {
    expect({ ...(await read(body, FORM)) }).toEqual(values)
  })

  it('comes back as it was written', async () => {
    const entries = fc.uniqueArray(fc.tuple(fc.string(), fc.string()), {
      selector: ([name]) => name,
    })
    await fc.assert(
      fc.asyncProperty(entries, async (pairs) => {
        const raw = await read(new URLSearchParams(pairs).toString(), FORM)
        expect(Object.entries(raw).sort()).toEqual(pairs.map(([k, v]) => [k, v]).sort())
      }),
    )
  })

  it.each([
    [FORM, '__proto__=x&constructor=y'],
    [JSON_TYPE, '{"__proto__": "x", "constructor": "y"}'],
  ])('has names like any other, even those every object has: %s', async (type, body) => {
    const raw = await read(body, type)
    expect(Object.keys(raw)).toEqual(['__proto__', 'constructor'])
    expect(({} as Record<string, unknown>).x).toBeUndefined()
  })

  it('may be JSON, with whatever values', async () => {
    const body = '{"name": "Amina", "topics": ["a"], "capacity": 2, "consent": true}'
    const values = { name: 'Amina', topics: ['a'], capacity: 2, consent: true }
    expect(await read(body, 'Application/JSON; charset=utf-8')).toEqual(values)
  })
})

describe('a body is refused', () => {
  it.each([
    ['text', 'name=x', 'text/plain'],
    ['files', 'name=x', 'multipart/form-data; boundary=x'],
    ['something like JSON', '{}', 'application/json-seq'],
    ['nothing said', new Uint8Array([97]), undefined],
  ])('as %s', async (_, body, type) => {
    await expect(read(body, type)).rejects.toMatchObject({ status: 415 })
  })

  it.each(['', '{', '[]', '["name"]', 'null', '"name"', '1', "{name: 'x'}"])(
    'as JSON that is no object: %j',
    async (body) => {
      await expect(read(body, JSON_TYPE)).rejects.toMatchObject({ status: 400 })
    },
  )

  it('over 64 KiB, and not below', async () => {
    const ofSize = (bytes: number) => `a=${'é'.repeat((bytes - 2) / 2)}`
    expect(await read(ofSize(64 * 1024), FORM)).toHaveProperty('a')
    await expect(read(ofSize(64 * 1024 + 2), FORM)).rejects.toMatchObject({ status: 413 })
  })

  it('before it has been read to the end, when it has none', async () => {
    const { stream, pulled } = endless()
    await expect(read(stream, FORM)).rejects.toMatchObject({ status: 413 })
    expect(pulled()).toBeLessThan(10)
  })
})
