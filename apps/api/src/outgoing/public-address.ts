import ipaddr from 'ipaddr.js'

/** All of IPv6 that is given out to the public internet (IANA). */
const GLOBAL_V6 = ipaddr.IPv6.parseCIDR('2000::/3')

/**
 * Whether an address belongs to the public internet (R10): no loopback, private, link-local, carrier, documentation or
 * multicast network, and no form of IPv6 that carries another address inside, such as NAT64 or 6to4.
 *
 * @example isPublicAddress('93.184.216.34') // true
 * @example isPublicAddress('::ffff:10.0.0.1') // false
 */
export function isPublicAddress(text: string): boolean {
  if (!ipaddr.isValid(text)) return false
  const address = ipaddr.process(text)
  if (address.range() !== 'unicast') return false
  return address instanceof ipaddr.IPv4 || address.match(GLOBAL_V6)
}
