import { BlockList, isIPv4 } from 'node:net'

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { isPublicAddress } from './public-address.ts'

/** The registries of special addresses at IANA, RFC 6890 and later. */
const SPECIAL: [string, number][] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
  ['::', 8],
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  ['2001:2::', 48],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
  ['5f00::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
]

/** Those that the guard refuses besides: they lead by way of others, or are no place of their own. */
const REFUSED_BESIDES: [string, number][] = [
  ['192.31.196.0', 24],
  ['192.52.193.0', 24],
  ['192.88.99.0', 24],
  ['192.175.48.0', 24],
]

const family = (address: string) => (isIPv4(address) ? 'ipv4' : 'ipv6')

const listOf = (ranges: [string, number][]) => {
  const list = new BlockList()
  for (const [net, bits] of ranges) list.addSubnet(net, bits, family(net))
  return list
}

const toIPv6 = (groups: number[]) => groups.map((group) => group.toString(16)).join(':')
const bytesOf = (net: string): number[] => (isIPv4(net) ? net.split('.').map(Number) : expand(net))
const expand = (net: string): number[] => {
  const [head = '', tail = ''] = net.split('::')
  const groups = (text: string) => (text ? text.split(':').map((one) => parseInt(one, 16)) : [])
  const [first, last] = [groups(head), groups(tail)]
  const all = [...first, ...Array<number>(8 - first.length - last.length).fill(0), ...last]
  return all.flatMap((group) => [group >> 8, group & 255])
}

/** Any address of a range. */
const within = ([net, bits]: [string, number]) => {
  const base = bytesOf(net)
  return fc
    .array(fc.integer({ min: 0, max: 255 }), { minLength: base.length, maxLength: base.length })
    .map((random) => {
      const bytes = base.map((byte, i) => {
        const kept = Math.min(8, Math.max(0, bits - i * 8))
        const mask = (0xff00 >> kept) & 0xff
        return (byte & mask) | (random[i]! & ~mask & 0xff)
      })
      if (bytes.length === 4) return bytes.join('.')
      return toIPv6(Array.from({ length: 8 }, (_, i) => (bytes[2 * i]! << 8) | bytes[2 * i + 1]!))
    })
}

describe('an address that links are looked at by', () => {
  it('is never one with a special meaning', () => {
    for (const range of [...SPECIAL, ...REFUSED_BESIDES]) {
      fc.assert(
        fc.property(within(range), (address) => {
          expect(isPublicAddress(address), `${address} in ${range.join('/')}`).toBe(false)
        }),
      )
    }
  })

  it('is any other of IPv4, and no other', () => {
    const refused = listOf([...SPECIAL, ...REFUSED_BESIDES].filter(([net]) => isIPv4(net)))
    fc.assert(
      fc.property(fc.ipV4(), (address) => {
        expect(isPublicAddress(address)).toBe(!refused.check(address, 'ipv4'))
      }),
      { numRuns: 2000 },
    )
  })

  it('of IPv6 is only one that was given to a network', () => {
    fc.assert(
      fc.property(fc.ipV6(), (address) => {
        if (!isPublicAddress(address)) return
        const first = expand(new URL(`http://[${address}]`).hostname.slice(1, -1))[0]!
        expect(first >> 5).toBe(1)
        expect(listOf(SPECIAL.filter(([net]) => !isIPv4(net))).check(address, 'ipv6')).toBe(false)
      }),
      { numRuns: 2000 },
    )
    expect(isPublicAddress('2a00:1450:4009:81f::200e')).toBe(true)
  })

  it('of IPv4 is not taken in the clothes of IPv6', () => {
    fc.assert(
      fc.property(fc.ipV4(), (address) => {
        for (const dressed of [`::ffff:${address}`, `::${address}`, `64:ff9b::${address}`]) {
          expect(isPublicAddress(dressed), dressed).toBe(false)
        }
      }),
    )
  })

  it('is written as addresses are', () => {
    const odd = [
      '',
      '127.1',
      '0x7f000001',
      '017700000001',
      '2130706433',
      'fe80::1%eth0',
      'localhost',
    ]
    for (const text of [...odd, '8.8.8', '010.8.8.8', ' 8.8.8.8', '[::1]', 'example.org']) {
      expect(isPublicAddress(text), text).toBe(false)
    }
    expect(isPublicAddress('8.8.8.8')).toBe(true)
  })
})
