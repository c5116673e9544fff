import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalNetwork, isAllowedFrom } from './networks.ts'

describe('canonicalNetwork', () => {
  test.each([
    ['192.0.2.7', '192.0.2.7/32'],
    [' 10.0.0.0/8 ', '10.0.0.0/8'],
    ['2001:DB8::1', '2001:db8::1/128'],
    ['2001:0db8:0000:0000:0001:0000:0000:0000/80', '2001:db8:0:0:1::/80'],
    ['::/1', '::/1'],
    ['::ffff:192.0.2.1', '::ffff:c000:201/128'],
    ['fe80::/10', 'fe80::/10'],
    ['1:0:0:2::/64', '1:0:0:2::/64'],
  ])('reads %s as %s', (text, network) => {
    expect(canonicalNetwork(text)).toEqual({ network })
  })

  test.each(['', '1.2.3', '1.2.3.4/33', '1.2.3.4/-1', '1.2.3.4/8/8', '::/129', 'fe80::1%eth0', '01.2.3.4', '::g'])(
    'rejects %j',
    (text) => {
      expect(canonicalNetwork(text)).toHaveProperty('rejection')
    },
  )

  test('is idempotent, and its network holds the address', () => {
    const ipv4 = fc.ipV4().map((text) => ({ text, bits: 32 }))
    const ipv6 = fc.ipV6().map((text) => ({ text, bits: 128 }))
    fc.assert(
      fc.property(fc.oneof(ipv4, ipv6), fc.integer({ min: 1, max: 128 }), ({ text, bits }, prefix) => {
        const asked = canonicalNetwork(`${text}/${Math.min(prefix, bits)}`)
        const advised = 'rejection' in asked ? (/use (\S+) instead/.exec(asked.rejection)?.[1] ?? '') : asked.network
        expect(canonicalNetwork(advised)).toEqual({ network: advised })
        expect(isAllowedFrom([advised], text)).toBe(true)
      }),
    )
  })
})

test('an address is allowed by a network of its family, or by an empty list', () => {
  expect(isAllowedFrom([], 'anything')).toBe(true)
  expect(isAllowedFrom(['192.0.2.0/24'], '192.0.3.1')).toBe(false)
  expect(isAllowedFrom(['::/1'], '1.2.3.4')).toBe(false)
  expect(isAllowedFrom(['192.0.2.0/24'], 'unknown')).toBe(false)
})
