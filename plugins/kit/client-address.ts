import type { IncomingMessage } from 'node:http'

import ipaddr from 'ipaddr.js'

/**
 * Who is asking, as the limits of the public doors count them. Nobody else reads the address of a
 * visitor.
 */

/** The header that carries the client from the server to the endpoints; what a visitor sends in it is overwritten. */
const HEADER = 'x-client-address'

/** Counts as one client: those whose address can't be read. */
const UNKNOWN = 'unknown'

/** A home or a phone has a whole /64 of IPv6 and can use any address in it. */
const IPV6_NETWORK = 64

/**
 * One client, however its address is written: an IPv4 address without port, or the /64 network of an
 * IPv6 address. An IPv4 address inside an IPv6 one counts as what it is.
 *
 * @returns nothing when this is no address
 *
 * @example clientOf('::ffff:192.0.2.1') // '192.0.2.1'
 * @example clientOf('[2001:db8:0:1::5]:443') // '2001:db8:0:1::/64'
 */
export const clientOf = (text: string): string | undefined => {
  const address = parse(text.trim().replace(/^"(.*)"$/, '$1'))
  if (!address) return undefined
  if (address.kind() === 'ipv4') return address.toString()
  const v6 = address as ipaddr.IPv6
  const inside = ipv4Inside(v6)
  return (
    inside ??
    `${ipaddr.IPv6.networkAddressFromCIDR(`${v6.toString()}/${IPV6_NETWORK}`).toString()}/${IPV6_NETWORK}`
  )
}

/**
 * Notes in a request who is asking. Behind a proxy of one's own that is the last address in
 * `X-Forwarded-For`, which that proxy wrote; those before it are what the visitor claims. Else it is
 * the address of the connection.
 */
export const identifyClient = (request: IncomingMessage, isBehindProxy: boolean): void => {
  const forwarded = String(request.headers['x-forwarded-for'] ?? '')
    .split(',')
    .at(-1)!
  request.headers[HEADER] =
    (isBehindProxy ? clientOf(forwarded) : undefined) ??
    clientOf(request.socket.remoteAddress ?? '') ??
    UNKNOWN
}

/** Who is asking, as {@link identifyClient} has noted it. */
export const clientAddress = (headers: Headers): string =>
  clientOf(headers.get(HEADER) ?? '') ?? headers.get(HEADER) ?? UNKNOWN

const parse = (text: string): ipaddr.IPv4 | ipaddr.IPv6 | undefined => {
  const [, bracketed] = /^\[(.*)\](?::\d+)?$/.exec(text) ?? []
  const [, beforePort] = /^([^:]+):\d+$/.exec(text) ?? []
  const [bare] = (bracketed ?? beforePort ?? text).split('%')
  if (ipaddr.IPv4.isValidFourPartDecimal(bare!)) return ipaddr.IPv4.parse(bare!)
  return ipaddr.IPv6.isValid(bare!) ? ipaddr.IPv6.parse(bare!) : undefined
}

/** Which bytes of an IPv6 address hold an IPv4 one, by the range it is in. */
const IPV4_AT: Partial<Record<ReturnType<ipaddr.IPv6['range']>, number>> = {
  ipv4Mapped: 12,
  rfc6145: 12,
  rfc6052: 12,
  // Whoever has one IPv4 address has 65,536 networks of 6to4 with it.
  '6to4': 2,
}

const ipv4Inside = (address: ipaddr.IPv6): string | undefined => {
  const at = IPV4_AT[address.range()]
  return at === undefined
    ? undefined
    : address
        .toByteArray()
        .slice(at, at + 4)
        .join('.')
}
