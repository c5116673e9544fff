import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DAY } from '../../ui/time.ts'
import type { LivedToken } from './life.ts'
import { lifeOf, monthMarks, placeOf } from './life.ts'

const NOW = Date.parse('2026-11-29T08:00:00Z')
const at = (days: number) => new Date(NOW + days * DAY).toISOString()
/** Created 25 days ago, expires in 75. */
const token = (change: Partial<LivedToken> = {}): LivedToken => ({
  created: at(-25),
  expires_at: at(75),
  is_active: true,
  last_used_at: at(-5),
  ...change,
})
const life = (change: Partial<LivedToken> = {}, revokedAtMs?: number) => {
  const { state, over, used, isStale } = lifeOf(token(change), NOW, revokedAtMs)
  return { state, over, used, isStale }
}

describe('lifeOf', () => {
  test('an active token has lived from its creation until now', () => {
    expect(life()).toEqual({ state: 'active', over: 25, used: 20, isStale: false })
    expect(lifeOf(token(), NOW)).toMatchObject({ startMs: NOW - 25 * DAY, endMs: NOW + 75 * DAY })
  })

  test('no last use, or an unknown one, has no place', () => {
    expect(life({ last_used_at: null })).toMatchObject({ used: null, isStale: false })
    expect(life({ last_used_at: undefined })).toMatchObject({ used: null, isStale: false })
  })

  test('a last use of 90 days ago is stale', () => {
    expect(life({ created: at(-300), last_used_at: at(-90) }).isStale).toBe(true)
    expect(life({ created: at(-300), last_used_at: at(-89) }).isStale).toBe(false)
  })

  test('the last 14 days are marked', () => {
    expect(life({ created: at(-90), expires_at: at(10) })).toMatchObject({ state: 'ending', over: 90 })
    expect(life({ expires_at: at(14) }).state).toBe('active')
  })

  test('a token that will hardly ever expire has hardly lived', () => {
    expect(life({ expires_at: '2200-01-04T00:00:00Z' })).toMatchObject({ state: 'active', over: 0.04 })
  })

  test('an expired token has lived all of it, whether Waldur has noticed or not', () => {
    for (const is_active of [true, false]) {
      expect(life({ created: at(-100), expires_at: at(0), is_active })).toEqual({
        state: 'expired',
        over: 100,
        used: 95,
        isStale: false,
      })
    }
  })

  test('a revoked token lived until it was revoked, or as long as is known', () => {
    const revoked = { is_active: false }
    expect(life(revoked, NOW - 2 * DAY)).toMatchObject({ state: 'revoked', over: 23, used: 20 })
    expect(life(revoked)).toMatchObject({ state: 'revoked', over: 20 })
    expect(life({ ...revoked, last_used_at: null })).toMatchObject({ state: 'revoked', over: 0, used: null })
  })

  test('a token whose creation is unknown is as old as its last use', () => {
    expect(life({ created: null, last_used_at: at(-25) })).toMatchObject({ over: 25, used: 0 })
    expect(life({ created: null, last_used_at: null })).toMatchObject({ over: 0, used: null })
  })

  test('every position is on the bar, whatever the clocks say', () => {
    const day = fc.integer({ min: -4000, max: 60_000 }).map(at)
    const known = fc.option(day)
    fc.assert(
      fc.property(known, day, fc.boolean(), known, (created, expires_at, is_active, last_used_at) => {
        const { over, used, startMs, endMs } = lifeOf({ created, expires_at, is_active, last_used_at }, NOW)
        for (const position of [over, used ?? 0, ...monthMarks({ startMs, endMs })]) {
          expect(position).toBeGreaterThanOrEqual(0)
          expect(position).toBeLessThanOrEqual(100)
        }
      }),
    )
  })
})

test('a bar without a length has its end on the right', () => {
  expect(placeOf(NOW, NOW, NOW)).toBe(100)
  expect(placeOf(NOW - 1, NOW, NOW)).toBe(0)
})

describe('monthMarks', () => {
  const marks = (startMs: number, endMs: number) => monthMarks({ startMs, endMs })
  /** In the viewer's time zone, as the marks are. */
  const local = (year: number, month: number, day = 1) => new Date(year, month - 1, day).getTime()

  test('each month that begins within the bar is marked', () => {
    expect(marks(local(2026, 12, 16), local(2027, 2, 16))).toEqual([
      placeOf(local(2027, 1), local(2026, 12, 16), local(2027, 2, 16)),
      placeOf(local(2027, 2), local(2026, 12, 16), local(2027, 2, 16)),
    ])
    expect(marks(local(2026, 12, 2), local(2026, 12, 30))).toEqual([])
  })

  test('a longer bar has the marks of quarters or years only', () => {
    expect(marks(local(2026, 2), local(2029, 2))).toHaveLength(12)
    expect(marks(local(2026, 2), local(2029, 2))[0]).toBe(placeOf(local(2026, 4), local(2026, 2), local(2029, 2)))
    expect(marks(local(2026, 2), local(2036, 2))[0]).toBe(placeOf(local(2026, 7), local(2026, 2), local(2036, 2)))
  })

  test('there are never more than 24', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_000_000 }), (days) => {
        const all = marks(NOW, NOW + days * DAY)
        expect(all.length).toBeLessThanOrEqual(24)
        expect(all).toEqual([...all].sort((a, b) => a - b))
      }),
    )
  })
})
