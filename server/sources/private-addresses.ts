import { type LookupAddress, type LookupOptions, lookup } from 'node:dns'
import { BlockList, isIP } from 'node:net'

/** This machine, inner networks, and what no server of somebody else's is reached by. */
const inner = new BlockList()
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const)
  inner.addSubnet(net, bits)
for (const [net, bits] of [
  ['::', 127],
  ['64:ff9b::', 96],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const)
  inner.addSubnet(net, bits, 'ipv6')

/** A name led to this machine or into an inner network, and nobody said that it may. */
export class PrivateAddressError extends Error {}

/** @example '10.1.2.3', '::ffff:127.0.0.1' → true; '203.0.113.9', 'data.example' → false */
export function isPrivateAddress(address: string): boolean {
  const version = isIP(address)
  return version !== 0 && inner.check(address, version === 4 ? 'ipv4' : 'ipv6')
}

type Found = (error: Error | null, address: string | LookupAddress[], family?: number) => void

/** Finds a name's address as ever, and refuses an inner one: what is looked up here is what is then connected to. */
export function lookUpPublic(hostname: string, options: LookupOptions, found: Found): void {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    const [first] = addresses ?? []
    if (error || !first) found(error ?? new Error('the name has no address'), [])
    else if (addresses.some(({ address }) => isPrivateAddress(address))) found(new PrivateAddressError(), [])
    else if (options.all) found(null, addresses)
    else found(null, first.address, first.family)
  })
}
