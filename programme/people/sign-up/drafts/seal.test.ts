import { describe, expect, it } from 'vitest'

import { makeSecret } from '../../../links/token.ts'
import { makeKey, seal, unseal, unwrapKey, wrapKey } from './seal.ts'

const content = { values: { name: 'Amina Yusuf' }, tried: ['about-you'] }

describe('what is sealed', () => {
  it('is read with its key, and with no other', () => {
    const key = makeKey()
    const sealed = seal(key, content)
    expect(unseal(key, sealed)).toEqual(content)
    expect(unseal(makeKey(), sealed)).toBeUndefined()
  })

  it('says nothing by itself, and looks different every time', () => {
    const key = makeKey()
    const sealed = seal(key, content)
    expect(Buffer.from(sealed, 'base64url').toString('latin1')).not.toContain('Amina')
    expect(seal(key, content)).not.toBe(sealed)
  })

  it('can’t be changed', () => {
    const key = makeKey()
    const bytes = Buffer.from(seal(key, content), 'base64url')
    for (const at of [0, 12, 28, bytes.length - 1]) {
      const changed = Buffer.from(bytes)
      changed[at]! ^= 1
      expect(unseal(key, changed.toString('base64url')), String(at)).toBeUndefined()
    }
    for (const none of ['', 'x', bytes.subarray(0, 20).toString('base64url')]) {
      expect(unseal(key, none)).toBeUndefined()
    }
  })
})

it('a key is kept for several tokens, and for nobody else', () => {
  const key = makeKey()
  const [cookie, mailed] = [makeSecret(), makeSecret()]
  for (const token of [cookie, mailed]) expect(unwrapKey(token, wrapKey(token, key))).toEqual(key)
  expect(unwrapKey(cookie, wrapKey(mailed, key))).toBeUndefined()
})
