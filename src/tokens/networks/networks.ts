import { withoutInvisible } from '../../api/invisible.ts'
import { t } from '../../ui/i18n.tsx'
import { nameText } from '../../ui/names.ts'

/** An address as a number, with the number of bits of its family. */
interface Address {
  value: bigint
  bits: 32 | 128
}

/** Four numbers from 0 to 255 without leading zeros, the only spelling that Python accepts. */
const IPV4 = /^(?:(?:0|[1-9]\d{0,2})\.){3}(?:0|[1-9]\d{0,2})$/

/**
 * Texts that `URL` can check. It would misread a zone (`fe80::1%eth0`) or a port. The longest address has six groups of
 * four digits and an IPv4 address.
 */
const IPV6 = /^[0-9a-f:.]{2,45}$/i

function readAddress(text: string): Address | null {
  if (IPV4.test(text)) {
    const octets = text.split('.').map(Number)
    if (octets.some((octet) => octet > 255)) return null
    return { value: octets.reduce((sum, octet) => sum * 256n + BigInt(octet), 0n), bits: 32 }
  }
  const canonical = IPV6.test(text) ? canonicalIpv6(text) : null
  if (canonical === null) return null
  const [head = '', tail = ''] = canonical.split('::')
  const [before, after] = [head, tail].map((part) => (part === '' ? [] : part.split(':')))
  const zeros = Array<string>(8 - (before?.length ?? 0) - (after?.length ?? 0)).fill('0')
  const groups = [...(before ?? []), ...zeros, ...(after ?? [])]
  return { value: groups.reduce((sum, group) => sum * 65_536n + BigInt(`0x${group}`), 0n), bits: 128 }
}

/** Compressed and in lower case, as every browser writes it (RFC 5952, section 4); null if invalid. */
function canonicalIpv6(text: string): string | null {
  const address = `http://[${text}]/`
  return URL.canParse(address) ? new URL(address).hostname.slice(1, -1) : null
}

function writeAddress({ value, bits }: Address): string {
  const [count, size] = bits === 32 ? [4, 8] : [8, 16]
  const parts = Array.from({ length: count }, (_, index) =>
    BigInt.asUintN(size, value >> BigInt(size * (count - 1 - index))),
  )
  if (bits === 32) return parts.join('.')
  const full = parts.map((part) => part.toString(16)).join(':')
  return canonicalIpv6(full) ?? full
}

interface Network extends Address {
  prefix: number
}

/** Ignores host bits; null if it is not a network. */
function readCidr(text: string): Network | null {
  const [address, ...prefixes] = text.split('/')
  const read = readAddress(address ?? '')
  if (read === null || prefixes.length > 1) return null
  if (prefixes[0] === undefined) return { ...read, prefix: read.bits }
  const prefix = /^\d{1,3}$/.test(prefixes[0]) ? Number(prefixes[0]) : Number.NaN
  return prefix <= read.bits ? { ...read, prefix } : null
}

const withoutHostBits = ({ value, bits, prefix }: Network): Network => {
  const free = BigInt(bits - prefix)
  return { value: (value >> free) << free, bits, prefix }
}

const writeCidr = (network: Network): string => `${writeAddress(network)}/${network.prefix}`

/** `network` in Waldur's spelling, or the problem, with the network to use `instead` if that is obvious. */
export type NetworkEntry = { network: string } | { problem: string; instead: string | null }

/**
 * Reads one entry as Waldur does, which uses Python's strict `ip_network` (waldur-api, section 3). A bare address
 * becomes /32 or /128, and IPv6 gets its one short spelling. Host bits, a network of all addresses and anything else
 * are rejected. A mask such as /255.255.255.0 is rejected here although Python accepts it, because people mistype it.
 */
export function readNetwork(text: string): NetworkEntry {
  const trimmed = withoutInvisible(text).trim()
  if (/[\s,;]/.test(trimmed)) return rejected(t('Enter one IP address or range, without spaces or commas.'))
  const network = readCidr(trimmed)
  if (network === null) return rejected(notOne(trimmed))
  if (network.prefix === 0) return rejected(t('This allows every IP address. Choose “Any IP address” instead.'))
  // ::ffff:10.0.0.0/8 has the prefix of the IPv4 address in it. As IPv6 it would be ::/8.
  const meant = network.prefix <= 32 && isWithin(MAPPED, network) ? ipv4In(network) : network
  const whole = withoutHostBits(meant)
  if (whole.value === network.value) return { network: writeCidr(network) }
  const instead = writeCidr(whole)
  return {
    problem: t('Use [[network]] for the whole range or [[address]] for one IP address.', {
      network: instead,
      address: writeAddress(meant),
    }),
    instead,
  }
}

const rejected = (problem: string): NetworkEntry => ({ problem, instead: null })

function notOne(text: string): string {
  const [address = '', prefix] = text.split('/')
  const read = readAddress(address)
  return read === null || prefix === undefined
    ? t('Enter an IP address or range, such as 192.0.2.7 or 10.0.0.0/8.')
    : t('After “/”, enter a whole number from 1 to {{most}}.', { most: read.bits })
}

/** An entry as it is shown: in Waldur's spelling and short if it can be read, otherwise as it is. */
export function shownNetwork(text: string): string {
  const read = readNetwork(text)
  return 'network' in read ? shortNetwork(read.network) : nameText(text)
}

/** A single address as people write it: 192.0.2.7/32 is 192.0.2.7. */
export const shortNetwork = (network: string): string => network.replace(/^([\d.]+)\/32$|^([\da-f:]+)\/128$/, '$1$2')

/**
 * Whether Waldur accepts the address; with an empty list it accepts every address. An IPv4 address written as IPv6
 * (::ffff:192.0.2.7) is not the same as 192.0.2.7, as in Python.
 */
export function covers(networks: readonly string[], address: string): boolean {
  if (networks.length === 0) return true
  const read = readAddress(withoutInvisible(address).trim())
  return read !== null && networks.some((text) => isWithin(readCidr(text), read))
}

function isWithin(network: Network | null, { value, bits }: Address): boolean {
  if (network === null || network.bits !== bits) return false
  const free = BigInt(bits - network.prefix)
  return network.value >> free === value >> free
}

/** Whether one of the networks contains this one; false if that is uncertain. */
export function isWithinAny(network: string, outer: readonly string[]): boolean {
  const inner = readCidr(network)
  if (inner === null) return false
  return outer.flatMap((text) => readCidr(text) ?? []).some((one) => one.prefix <= inner.prefix && isWithin(one, inner))
}

/** The bits before an IPv4 address written as IPv6, ::ffff:192.0.2.7 (RFC 4291, section 2.5.5.2). */
const MAPPED = { value: 0xffffn << 32n, bits: 128, prefix: 96 } as const

const ipv4In = ({ value, prefix }: Network): Network => ({ value: value & 0xffff_ffffn, bits: 32, prefix })

/**
 * The IPv4 network that a text in IPv6 form means, as it is shown; null for any other text. Host bits are ignored.
 * See `covers`.
 */
export function mappedIpv4(text: string): string | null {
  const read = readNetwork(text)
  const network = readCidr('network' in read ? read.network : (read.instead ?? ''))
  if (network === null || network.prefix < MAPPED.prefix || !isWithin(MAPPED, network)) return null
  return shortNetwork(writeCidr(ipv4In({ ...network, prefix: network.prefix - MAPPED.prefix })))
}

/** Whether both lists contain the same networks, whatever their spelling and order. */
export function isSameList(one: readonly string[], other: readonly string[]): boolean {
  const [a, b] = [one, other].map((list) => new Set(list.map(spelling)))
  return a !== undefined && b !== undefined && a.size === b.size && [...a].every((entry) => b.has(entry))
}

function spelling(text: string): string {
  const read = readNetwork(text)
  return 'network' in read ? read.network : text
}

/** No one maintains a longer list by hand, and its rows would freeze the page. */
const MOST_PASTED = 200

/** The entries of a pasted list, separated by line breaks, spaces, commas or semicolons; null for a single one. */
export function pastedEntries(text: string): string[] | null {
  const entries = withoutInvisible(text)
    .split(/[\s,;]+/)
    .filter((entry) => entry !== '')
  return entries.length > 1 && entries.length <= MOST_PASTED ? entries : null
}

/**
 * The entries of a text: those to add, and those that can't be read. Entries that are there already, in whatever
 * spelling, are left out.
 * @param there the networks that are there, as Waldur spells them
 */
export function sortEntries(text: string, there: readonly string[]): { good: string[]; bad: string[] } {
  const known = new Set(there)
  const [good, bad]: [string[], string[]] = [[], []]
  for (const entry of pastedEntries(text) ?? [text.replace(/[\s,;]+$/, '')]) {
    const read = readNetwork(entry)
    if ('problem' in read) bad.push(entry)
    else if (!known.has(read.network)) {
      known.add(read.network)
      good.push(entry)
    }
  }
  return { good, bad }
}
