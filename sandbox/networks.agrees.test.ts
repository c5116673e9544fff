import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { covers, readNetwork } from '../src/tokens/networks/networks.ts'
import { canonicalNetwork, isAllowedFrom } from './networks.ts'

const ipv4 = fc.ipV4().map((text) => ({ text, bits: 32 }))
const ipv6 = fc.ipV6().map((text) => ({ text, bits: 128 }))
const address = fc.oneof(ipv4, ipv6)
const cidr = fc
  .tuple(address, fc.integer({ min: 0, max: 130 }))
  .map(([{ text, bits }, prefix]) => `${text}/${Math.min(prefix, bits + 2)}`)
/** Texts that look like addresses but mostly aren't, and texts that don't even look like one. */
const nearly = fc.oneof(fc.stringMatching(/^[0-9a-f:./]{1,20}$/), fc.stringMatching(/^[0-9.]{5,16}(\/\d{1,3})?$/))
const entry = fc.oneof(
  address.map(({ text }) => text),
  cidr,
  nearly,
  fc.string(),
)

/** The network, or null. */
const read = (text: string) => {
  const result = readNetwork(text)
  return 'network' in result ? result.network : null
}

// Two independent implementations of Waldur's rule.
describe('the sandbox and the app', () => {
  it('accept and reject the same entries, and spell them alike', () => {
    fc.assert(
      fc.property(entry, (text) => {
        const theirs = canonicalNetwork(text)
        expect(read(text)).toBe('network' in theirs ? theirs.network : null)
      }),
      { numRuns: 3000 },
    )
  })

  it('give the same advice', () => {
    fc.assert(
      fc.property(cidr, (text) => {
        const [ours, theirs] = [readNetwork(text), canonicalNetwork(text)]
        const advice = 'rejection' in theirs ? /use (\S+) instead/.exec(theirs.rejection)?.[1] : undefined
        // Waldur's advice to use 0.0.0.0/0 doesn't count: that network would be rejected too.
        if (advice !== undefined && !advice.endsWith('/0')) expect(ours).toMatchObject({ instead: advice })
      }),
    )
  })

  it('allow the same addresses', () => {
    const networks = fc.array(
      cidr.map((text) => {
        const result = readNetwork(text)
        return 'network' in result ? result.network : (result.instead ?? '192.0.2.0/24')
      }),
    )
    fc.assert(
      fc.property(networks, entry, (list, text) => {
        expect(covers(list, text)).toBe(isAllowedFrom(list, text))
      }),
      { numRuns: 1000 },
    )
  })
})
