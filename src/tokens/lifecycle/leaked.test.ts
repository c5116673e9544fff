import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Token } from '../schema.ts'
import { tokenWith } from '../tokenCases.ts'
import { leakedTokens } from './leaked.ts'

const NOW = Date.parse('2026-11-24T12:00:00Z')
const minutesAgo = (minutes: number) => new Date(NOW - minutes * 60_000).toISOString()
const token = (usedMinutesAgo: number | null, change: Partial<Token> = {}) =>
  tokenWith({ last_used_at: usedMinutesAgo === null ? null : minutesAgo(usedMinutesAgo), ...change })

test('lists all active tokens, used or not, and no ended ones', () => {
  const tokens = [token(null), token(5)]
  expect(
    leakedTokens([...tokens, token(1, { is_active: false }), token(1, { expires_at: minutesAgo(1) })], null, NOW),
  ).toEqual(tokens)
})

test('says which were used since then, as far as Waldur records it', () => {
  const since = NOW - 60 * 60_000
  expect(leakedTokens([token(59)], since, NOW)).toHaveLength(1)
  expect(leakedTokens([token(69)], since, NOW)).toHaveLength(1)
  expect(leakedTokens([token(70)], since, NOW)).toHaveLength(0)
  expect(leakedTokens([token(null)], since, NOW)).toHaveLength(0)
})

test('an earlier date never leaves a token out', () => {
  const minutes = fc.integer({ min: 0, max: 10_000 })
  fc.assert(
    fc.property(fc.array(fc.option(minutes)), minutes, minutes, (uses, a, b) => {
      const tokens = uses.map((used) => token(used))
      const [early, late] = [NOW - Math.max(a, b) * 60_000, NOW - Math.min(a, b) * 60_000]
      const wide = new Set(leakedTokens(tokens, early, NOW))
      for (const found of leakedTokens(tokens, late, NOW)) expect(wide).toContain(found)
      expect(leakedTokens(tokens, null, NOW).length).toBeGreaterThanOrEqual(wide.size)
    }),
  )
})
