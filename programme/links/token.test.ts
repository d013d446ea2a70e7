import { describe, expect, it } from 'vitest'

import { hashToken, looksLikeToken, makeNonce, makeToken } from './token.ts'

const token = makeToken('secret', 'page', 'nonce')

describe('a token', () => {
  it('is the same for the same link, so that a mail can be sent again', () => {
    expect(makeToken('secret', 'page', 'nonce')).toBe(token)
  })

  it.each([
    ['secret', ['another', 'page', 'nonce']],
    ['purpose', ['secret', 'contact', 'nonce']],
    ['nonce', ['secret', 'page', 'another']],
  ] as [string, [string, string, string]][])('is another for another %s', (_, parts) => {
    expect(makeToken(...parts)).not.toBe(token)
  })

  it('can stand in an address as it is, and is recognised', () => {
    expect(encodeURIComponent(token)).toBe(token)
    expect(looksLikeToken(token)).toBe(true)
  })

  it('cannot be read from what is stored of it', () => {
    expect(hashToken(token)).not.toContain(token)
    expect(hashToken(token)).toBe(hashToken(token))
    expect(hashToken(token)).not.toBe(hashToken(`${token.slice(0, -1)}!`))
  })

  it.each([
    undefined,
    null,
    42,
    [token],
    { equals: token },
    '',
    token.slice(1),
    `${token}a`,
    `${token}\n`,
    `${token.slice(1)}=`,
    `${token.slice(1)}é`,
  ])('is not looked up when it is %j', (value) => {
    expect(looksLikeToken(value)).toBe(false)
  })
})

describe('a nonce', () => {
  it('is new every time and 128 bits long', () => {
    const nonces = Array.from({ length: 100 }, makeNonce)
    expect(new Set(nonces).size).toBe(100)
    for (const nonce of nonces) expect(Buffer.from(nonce, 'base64url')).toHaveLength(16)
  })
})
