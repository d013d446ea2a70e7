import ipaddr from 'ipaddr.js'

/** Of IPv6 only this has been given to networks that everybody reaches. */
const GLOBAL_UNICAST = ipaddr.parseCIDR('2000::/3')

/**
 * Is this an address that everybody on the internet reaches? Not one of this machine or its network, and none with a
 * special meaning, such as one that stands for another address.
 *
 * @param address as numbers; a name is none
 */
export const isPublicAddress = (address: string): boolean => {
  if (ipaddr.IPv4.isValidFourPartDecimal(address)) {
    return ipaddr.parse(address).range() === 'unicast'
  }
  if (!ipaddr.IPv6.isValid(address)) return false
  const parsed = ipaddr.parse(address)
  return parsed.range() === 'unicast' && parsed.match(GLOBAL_UNICAST)
}
