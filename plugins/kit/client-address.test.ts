import type { IncomingMessage } from 'node:http'

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { clientAddress, clientOf, identifyClient } from './client-address.ts'

const ipv4 = fc.tuple(fc.nat(255), fc.nat(255), fc.nat(255), fc.nat(255)).map((n) => n.join('.'))
const port = fc.integer({ min: 1, max: 65_535 })
const groups = (length: number) =>
  fc
    .array(fc.nat(0xffff), { minLength: length, maxLength: length })
    .map((all) => all.map((group) => group.toString(16)))
/** Networks given to homes and phones: 2000::/3 without the range of 6to4. */
const network = groups(4).map(([first, ...rest]) => [
  (0x2003 + (parseInt(first!, 16) % 0x1000)).toString(16),
  ...rest,
])

describe('a client', () => {
  it('is one IPv4 address, however it is written', () => {
    fc.assert(
      fc.property(ipv4, port, (address, number) => {
        const hex = address.split('.').map((part) => Number(part).toString(16).padStart(2, '0'))
        const last = `${hex[0]}${hex[1]}:${hex[2]}${hex[3]}`
        for (const written of [
          address,
          ` ${address} `,
          `"${address}"`,
          `${address}:${number}`,
          `::ffff:${address}`,
          `::FFFF:${last}`,
          `0:0:0:0:0:ffff:${last}`,
          `[::ffff:${address}]:${number}`,
          `64:ff9b::${last}`,
          `2002:${last}:1::5`,
        ]) {
          expect(clientOf(written), written).toBe(address)
        }
      }),
    )
  })

  it('is one IPv6 network of 64 bits, whatever follows it and however it is written', () => {
    fc.assert(
      fc.property(network, groups(4), groups(4), port, (net, one, other, number) => {
        const text = [...net, ...one].join(':')
        const client = clientOf(text)
        expect(client).toMatch(/\/64$/)
        for (const written of [
          [...net, ...other].join(':'),
          text.toUpperCase(),
          `[${text}]`,
          `[${text}]:${number}`,
          `"[${text}]:${number}"`,
          `${text}%eth0`,
        ]) {
          expect(clientOf(written), written).toBe(client)
        }
      }),
    )
  })

  it('is another one in another network', () => {
    fc.assert(
      fc.property(network, network, groups(4), (one, other, rest) => {
        fc.pre(one.join() !== other.join())
        expect(clientOf([...one, ...rest].join(':'))).not.toBe(
          clientOf([...other, ...rest].join(':')),
        )
      }),
    )
  })

  it('stays who it is when asked again', () => {
    fc.assert(
      fc.property(fc.oneof(ipv4, fc.ipV6()), (address) => {
        const client = clientOf(address)!
        const headers = new Headers({ 'x-client-address': client })
        expect(clientAddress(headers)).toBe(client)
      }),
    )
  })

  it.each([
    '',
    'unknown',
    'example.org',
    '1.2.3',
    '0x7f.1',
    '1.2.3.4.5',
    '::g',
    '[1.2.3.4',
    '999.1.1.1',
  ])('is not made of %j', (text) => expect(clientOf(text)).toBeUndefined())
})

describe('who is asking', () => {
  const askedBy = (
    headers: Record<string, string>,
    isBehindProxy: boolean,
    remoteAddress: string | undefined = '10.0.0.1',
  ) => {
    const request = { headers: { ...headers }, socket: { remoteAddress } }
    // As far as it is read.
    identifyClient(request as unknown as IncomingMessage, isBehindProxy)
    return clientAddress(new Headers(request.headers))
  }
  const claimed = '203.0.113.7, 198.51.100.9'

  it('is the last address that the own proxy wrote, not the first that the visitor claims', () =>
    expect(askedBy({ 'x-forwarded-for': claimed }, true)).toBe('198.51.100.9'))

  it('is the connection without a proxy of one’s own, whatever the visitor claims', () => {
    const headers = { 'x-forwarded-for': claimed, 'x-client-address': '203.0.113.8' }
    expect(askedBy(headers, false)).toBe('10.0.0.1')
  })

  it('is the connection when the proxy wrote no address', () => {
    expect(askedBy({ 'x-forwarded-for': '203.0.113.7, unknown' }, true)).toBe('10.0.0.1')
    expect(askedBy({ 'x-client-address': '203.0.113.8' }, true)).toBe('10.0.0.1')
  })

  it('is nobody in particular without any address', () =>
    expect(askedBy({ 'x-client-address': '203.0.113.8' }, false, '')).toBe('unknown'))
})
