import { isIP } from 'node:net'

/** An address as a number of `bits` (32 or 128) binary digits. */
interface Address {
  value: bigint
  bits: 32 | 128
}

function parseAddress(text: string): Address | null {
  if (text.includes('%')) return null
  const family = isIP(text)
  if (family === 4) {
    const octets = text.split('.')
    return { value: octets.reduce((sum, octet) => sum * 256n + BigInt(octet), 0n), bits: 32 }
  }
  if (family !== 6) return null
  const dotted = /^(.*:)(\d+\.\d+\.\d+\.\d+)$/.exec(text)
  const low = dotted?.[2] === undefined ? null : parseAddress(dotted[2])
  const hex = low ? `${dotted?.[1]}${(low.value >> 16n).toString(16)}:${(low.value & 0xffffn).toString(16)}` : text
  const [head = '', tail] = hex.split('::')
  const before = head === '' ? [] : head.split(':')
  const after = tail === undefined || tail === '' ? [] : tail.split(':')
  const groups = [...before, ...Array<string>(8 - before.length - after.length).fill('0'), ...after]
  return { value: groups.reduce((sum, group) => sum * 65536n + BigInt(`0x${group}`), 0n), bits: 128 }
}

function formatAddress({ value, bits }: Address): string {
  if (bits === 32) return [24n, 16n, 8n, 0n].map((shift) => (value >> shift) & 255n).join('.')
  const groups = Array.from({ length: 8 }, (_, index) => ((value >> BigInt(112 - 16 * index)) & 0xffffn).toString(16))
  // The longest run of two or more zero groups becomes "::", the first if two are equal (RFC 5952 section 4.2).
  const runs = [...groups.join(':').matchAll(/\b0(?::0)+\b/g)].toSorted((a, b) => b[0].length - a[0].length)
  const run = runs[0]
  if (!run) return groups.join(':')
  const text = groups.join(':')
  const before = text.slice(0, run.index).replace(/:$/, '')
  const after = text.slice(run.index + run[0].length).replace(/^:/, '')
  return `${before}::${after}`
}

const hostMask = (bits: 32 | 128, prefix: number) => (1n << BigInt(bits - prefix)) - 1n

function parseNetwork(text: string): (Address & { prefix: number }) | null {
  const [addressText = '', prefixText, ...rest] = text.split('/')
  const address = parseAddress(addressText)
  if (!address || rest.length > 0) return null
  if (prefixText === undefined) return { ...address, prefix: address.bits }
  const prefix = /^\d{1,3}$/.test(prefixText) ? Number(prefixText) : Number.NaN
  return prefix <= address.bits ? { ...address, prefix } : null
}

/**
 * The canonical CIDR of a network, or Waldur's message if it is invalid (waldur-api.md 3). A bare address becomes `/32`
 * or `/128`; host bits and a network of all addresses are rejected.
 */
export function canonicalNetwork(text: string): { network: string } | { rejection: string } {
  const trimmed = text.trim()
  if (trimmed === '') return { rejection: 'Network ACL entries must be non-empty strings.' }
  const network = parseNetwork(trimmed)
  if (!network) return { rejection: `${trimmed} is not a valid IP address or CIDR network.` }
  const mask = hostMask(network.bits, network.prefix)
  const canonical = `${formatAddress({ bits: network.bits, value: network.value & ~mask })}/${network.prefix}`
  if ((network.value & mask) !== 0n) return { rejection: `${trimmed} has host bits set; use ${canonical} instead.` }
  if (network.prefix === 0) {
    return { rejection: `${trimmed} allows every address; leave the list empty instead.` }
  }
  return { network: canonical }
}

/** Whether the address is in one of the networks; an empty list allows every address (waldur-api.md 3). */
export function isAllowedFrom(networks: string[], addressText: string): boolean {
  if (networks.length === 0) return true
  const address = parseAddress(addressText)
  if (!address) return false
  return networks.some((text) => {
    const network = parseNetwork(text)
    if (!network || network.bits !== address.bits) return false
    const shift = BigInt(network.bits - network.prefix)
    return network.value >> shift === address.value >> shift
  })
}
