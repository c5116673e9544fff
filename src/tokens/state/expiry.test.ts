import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toWire } from '../../api/wire.ts'
import { DAY } from '../../ui/time.ts'
import type { Token } from '../schema.ts'
import { endsSoon, sortedByUrgency, tokenStart, tokenState } from './expiry.ts'

const NOW = Date.UTC(2026, 10, 23, 12)
const life = (expiresIn: number, isActive = true) => ({ expires_at: toWire(NOW + expiresIn), is_active: isActive })

describe('tokenState', () => {
  test('expired comes before revoked: a cleaned-up token is inactive too', () => {
    expect(tokenState(life(DAY), NOW)).toBe('active')
    expect(tokenState(life(DAY, false), NOW)).toBe('revoked')
    expect(tokenState(life(-1000), NOW)).toBe('expired')
    expect(tokenState(life(-1000, false), NOW)).toBe('expired')
    expect(tokenState(life(0), NOW)).toBe('expired')
  })

  test('only ever moves toward expired as time goes on', () => {
    const rank = { active: 0, revoked: 0, expired: 1 }
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.nat(1e9), fc.boolean(), (expiresIn, later, isActive) => {
        const token = life(expiresIn, isActive)
        expect(rank[tokenState(token, NOW + later)]).toBeGreaterThanOrEqual(rank[tokenState(token, NOW)])
      }),
    )
  })
})

test('only an active token ends soon', () => {
  expect(endsSoon(life(13 * DAY), NOW)).toBe(true)
  expect(endsSoon(life(15 * DAY), NOW)).toBe(false)
  expect(endsSoon(life(DAY, false), NOW)).toBe(false)
  expect(endsSoon(life(-DAY), NOW)).toBe(false)
})

test('the start of a secret contains its expiry second', () => {
  expect(tokenStart({ expires_at: '2027-03-01T12:00:00.900000+00:00' })).toBe('w_1803902400')
})

describe('sortedByUrgency', () => {
  const tokens = fc.array(
    fc.record({ uuid: fc.uuid(), expiresIn: fc.integer({ min: -1e9, max: 1e9 }), isActive: fc.boolean() }),
  )
  const asToken = (entry: { uuid: string; expiresIn: number; isActive: boolean }) =>
    ({ uuid: entry.uuid, ...life(entry.expiresIn, entry.isActive) }) as Token

  test('active tokens come first, the soonest end on top; the initial order does not matter', () => {
    fc.assert(
      fc.property(tokens, (entries) => {
        const sorted = sortedByUrgency(entries.map(asToken), NOW)
        expect(sortedByUrgency(entries.map(asToken).reverse(), NOW)).toEqual(sorted)
        const active = sorted.filter((token) => tokenState(token, NOW) === 'active')
        expect(sorted.slice(0, active.length)).toEqual(active)
        const ends = active.map((token) => token.expires_at)
        expect(ends).toEqual([...ends].sort())
      }),
    )
  })
})
