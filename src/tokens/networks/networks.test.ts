import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asName } from '../../ui/i18n.tsx'
import { covers, isSameList, mappedIpv4, pastedEntries, readNetwork, shortNetwork, sortEntries } from './networks.ts'

// The result of ip_network(text) in Python 3.11; the last ones also have host bits.
describe('readNetwork', () => {
  it.each([
    ['192.0.2.7', '192.0.2.7/32'],
    [' 10.0.0.0/8\n', '10.0.0.0/8'],
    ['10.0.0.0/08', '10.0.0.0/8'],
    ['2001:DB8::1', '2001:db8::1/128'],
    ['2001:0db8:0000:0000:0001:0000:0000:0000/80', '2001:db8:0:0:1::/80'],
    ['1:2:3:4:5:6:7::', '1:2:3:4:5:6:7:0/128'],
    ['::/1', '::/1'],
    ['::', '::/128'],
    ['::ffff:192.0.2.1', '::ffff:c000:201/128'],
    ['::ffff:0:0/96', '::ffff:0:0/96'],
    ['\u200b192.0.\u00ad2.7\ufeff', '192.0.2.7/32'],
    ['\u202a10.0.0.0/8\u202c\u00a0\u2800', '10.0.0.0/8'],
  ])('reads %j as %s', (text, network) => expect(readNetwork(text)).toEqual({ network }))

  it.each([
    ['10.0.0.5/24', '10.0.0.0/24', '10.0.0.5'],
    ['255.255.255.255/1', '128.0.0.0/1', '255.255.255.255'],
    ['2001:DB8::1/64', '2001:db8::/64', '2001:db8::1'],
    ['::ffff:1.2.3.4/96', '::ffff:0:0/96', '::ffff:102:304'],
    ['::ffff:10.0.0.0/8', '10.0.0.0/8', '10.0.0.0'],
    ['::FFFF:c000:207/32', '192.0.2.7/32', '192.0.2.7'],
  ])('rejects %s and offers %s', (text, instead, address) =>
    expect(readNetwork(text)).toEqual({
      problem: `Use ${asName(instead)} for the whole range or ${asName(address)} for one IP address.`,
      instead,
    }),
  )

  it.each([
    ['', /^Enter an IP address/],
    ['\u00a0', /^Enter an IP address/],
    ['0.0.0.0/0', /allows every IP address/],
    ['::/0', /allows every IP address/],
    ['10.1.2.3/0', /allows every IP address/],
    ['10.0.0.1, 10.0.0.2', /^Enter one IP address or range/],
    ['10.0.0.0 /8', /^Enter one IP address or range/],
    ['10.0.0.1;10.0.0.2', /^Enter one IP address or range/],
    ['10.0.0.0/33', /from 1 to 32/],
    ['10.0.0.0/', /from 1 to 32/],
    ['10.0.0.0/-1', /from 1 to 32/],
    ['10.0.0.0/٨', /from 1 to 32/],
    ['10.0.0.0/255.0.0.0', /from 1 to 32/],
    ['10.0.0.0/8/8', /from 1 to 32/],
    ['::/129', /from 1 to 128/],
    ['1.2.3', /^Enter an IP address/],
    ['01.2.3.4', /^Enter an IP address/],
    ['1.2.3.256', /^Enter an IP address/],
    ['0x7f.1', /^Enter an IP address/],
    ['localhost', /^Enter an IP address/],
    ['::g', /^Enter an IP address/],
    ['fe80::1%eth0', /^Enter an IP address/],
    ['[::1]', /^Enter an IP address/],
    ['1.2.3.4:80', /^Enter an IP address/],
    ['::1]:80@[::', /^Enter an IP address/],
    ['::00001', /^Enter an IP address/],
    ['1::2::3', /^Enter an IP address/],
    ['１.2.3.4', /^Enter an IP address/],
  ])('rejects %j', (text, problem) =>
    expect(readNetwork(text)).toEqual({ problem: expect.stringMatching(problem), instead: null }),
  )
})

const ipv4 = fc.ipV4().map((text) => ({ text, bits: 32 }))
const ipv6 = fc.ipV6().map((text) => ({ text, bits: 128 }))
const address = fc.oneof(ipv4, ipv6)

it('handles any text: an accepted network reads as itself, a rejected one has a message', () => {
  const part = fc.constantFrom(
    '10.0.0.0',
    '255',
    '::',
    '2001:db8',
    '/',
    '32',
    '129',
    '.',
    ':',
    'g',
    ' ',
    '%',
    '[',
    '０',
    '-1',
  )
  const text = fc.oneof(
    fc.array(part, { maxLength: 5 }).map((parts) => parts.join('')),
    fc.string({ unit: 'binary' }),
  )
  fc.assert(
    fc.property(text, (raw) => {
      const result = readNetwork(raw)
      if ('network' in result) expect(readNetwork(result.network)).toEqual(result)
      else expect(result.problem).not.toBe('')
      const instead = 'problem' in result ? result.instead : null
      if (instead !== null) expect(readNetwork(instead)).toEqual({ network: instead })
    }),
    { numRuns: 5000 },
  )
})

/** The network, or the suggested one, or null. */
const read = (text: string) => {
  const result = readNetwork(text)
  return 'network' in result ? result.network : null
}

describe('mappedIpv4', () => {
  it.each([
    ['::ffff:192.0.2.7', '192.0.2.7'],
    [' ::FFFF:c000:0207/128', '192.0.2.7'],
    ['::ffff:10.0.0.0/104', '10.0.0.0/8'],
    ['::ffff:0:0/97', '0.0.0.0/1'],
    ['::ffff:192.0.2.0/120', '192.0.2.0/24'],
    ['::ffff:0:0/96', '0.0.0.0/0'],
    ['::ffff:10.0.0.1/104', '10.0.0.0/8'],
    ['::ffff:0:0/95', null],
    ['::192.0.2.7', null],
    ['1::ffff:192.0.2.7', null],
    ['192.0.2.7', null],
    ['', null],
  ])('reads %j as %s', (text, network) => expect(mappedIpv4(text)).toBe(network))

  it('has the IPv4 address of each network, which Waldur would not match', () => {
    fc.assert(
      fc.property(fc.ipV4(), fc.integer({ min: 1, max: 32 }), (text, prefix) => {
        const plain = readNetwork(`${text}/${prefix}`)
        const network = 'network' in plain ? plain.network : (plain.instead ?? '')
        const [address] = network.split('/')
        const mapped = `::ffff:${address}/${96 + prefix}`
        expect(mappedIpv4(mapped)).toBe(shortNetwork(network))
        expect(covers([mapped], text)).toBe(false)
      }),
    )
  })
})

describe('covers', () => {
  it('has each address in its own network, of any size', () => {
    fc.assert(
      fc.property(address, fc.integer({ min: 1, max: 128 }), ({ text, bits }, prefix) => {
        const result = readNetwork(`${text}/${Math.min(prefix, bits)}`)
        const network = 'network' in result ? result.network : (result.instead ?? '')
        expect(covers([network], text)).toBe(true)
        expect(read(network)).toBe(network)
      }),
      { numRuns: 5000 },
    )
  })

  it('allows everything without a list, and nothing unknown with one', () => {
    expect(covers([], '10.1.2.3')).toBe(true)
    expect(covers(['10.0.0.0/8', '2001:db8::/32'], '2001:DB8::9')).toBe(true)
    expect(covers(['10.0.0.0/8'], '11.0.0.1')).toBe(false)
    expect(covers(['::ffff:0:0/96'], '10.1.2.3')).toBe(false)
    expect(covers(['10.0.0.0/8'], 'unknown')).toBe(false)
  })
})

it('one address is shown without its prefix', () => {
  expect(['192.0.2.7/32', '2001:db8::1/128', '10.0.0.0/8', '::/32'].map(shortNetwork)).toEqual([
    '192.0.2.7',
    '2001:db8::1',
    '10.0.0.0/8',
    '::/32',
  ])
})

it('lists are compared regardless of order, spelling and duplicates', () => {
  expect(isSameList(['10.0.0.1', '::1/128'], ['0:0::1', '10.0.0.1/32', '10.0.0.1'])).toBe(true)
  expect(isSameList(['10.0.0.1'], [])).toBe(false)
  expect(isSameList(['10.0.0.1'], ['10.0.0.1', '10.0.0.2'])).toBe(false)
})

describe('pastedEntries', () => {
  it('splits a list by any separators', () =>
    expect(pastedEntries(' 10.0.0.1,10.0.0.2;\r\n::1\t10.0.0.0/8 ')).toEqual([
      '10.0.0.1',
      '10.0.0.2',
      '::1',
      '10.0.0.0/8',
    ]))

  it.each(['', ' ', '10.0.0.1', ' 10.0.0.1\n', '1 '.repeat(201)])('leaves a paste of %j to the browser', (text) =>
    expect(pastedEntries(text)).toBeNull(),
  )
})

it('sorts entries: new ones once, in their order, and those that can’t be read', () => {
  const text = '10.0.0.1 10.0.0.0/8, 10.0.0.5/24;10.0.0.1/32 ::1\nsomewhere'
  expect(sortEntries(text, ['::1/128'])).toEqual({
    good: ['10.0.0.1', '10.0.0.0/8'],
    bad: ['10.0.0.5/24', 'somewhere'],
  })
  expect(sortEntries('192.0.2.7, ', [])).toEqual({ good: ['192.0.2.7'], bad: [] })
})
