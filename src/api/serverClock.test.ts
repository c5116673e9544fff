import fc from 'fast-check'
import { afterEach, expect, test } from 'vitest'
import { heardAtom, heardOffset, learnInstant, learnOffset, offsetOf, serverNow, serverOffset } from './serverClock.ts'

const MINUTE = 60_000
const DAY = 86_400_000

afterEach(() => learnInstant(new Date().toUTCString()))

/** Two responses in a row with the same date. */
function hearTwice(date: string): void {
  learnOffset(offsetOf(date))
  learnOffset(offsetOf(date))
}

test('a server clock that is minutes or days off is the one used', () => {
  for (const off of [-26 * 3_600_000, 26 * 3_600_000, -300 * DAY, 300 * DAY]) {
    hearTwice(new Date(Date.now() + off).toUTCString())
    expect(Math.abs(serverNow() - Date.now() - off)).toBeLessThan(3000)
  }
})

test('one response alone moves the clock by a minute at most', () => {
  learnOffset(400 * DAY)
  learnOffset(0)
  learnOffset(-3 * DAY)
  learnOffset(2 * DAY)
  expect(heardAtom.get().offset).toBe(0)
  learnOffset(MINUTE)
  expect(heardAtom.get().offset).toBe(MINUTE)
})

test('the age of a response from a cache counts', () => {
  const date = new Date(Date.now() - 2 * 3_600_000).toUTCString()
  expect(offsetOf(date, 7200)).toBe(0)
  expect(offsetOf(date, Number('old'))).toBeNull()
})

test('what Waldur has just done tells the time at once', () => {
  learnInstant(new Date(Date.now() + 3 * DAY).toISOString())
  expect(Math.abs(serverOffset() - 3 * DAY)).toBeLessThan(3000)
})

const offset = fc.integer({ min: -500 * DAY, max: 500 * DAY })
const known = fc.record({ offset, claimed: fc.option(offset) })

test('a jump needs two responses that agree, in a row', () => {
  fc.assert(
    fc.property(known, offset, (before, next) => {
      const after = heardOffset(before, next)
      const isNear = (one: number | null) => one !== null && Math.abs(next - one) <= MINUTE
      expect(after.offset === next).toBe(isNear(before.offset) || isNear(before.claimed) || next === before.offset)
      expect(heardOffset(after, next)).toEqual({ offset: next, claimed: null })
    }),
  )
})

test.each([
  'Sat, 13 Sep 275760 00:00:00 GMT',
  'Fri, 31 Dec 9999 23:59:59 GMT',
  'Thu, 01 Jan 1970 00:00:00 GMT',
  new Date(Date.now() + 400 * DAY).toUTCString(),
])('%s is not used as the server’s time, but reported', (date) => {
  hearTwice(date)
  expect(serverOffset()).toBe(0)
  expect(Math.abs(serverNow() - Date.now())).toBeLessThan(3000)
  expect(new Date(serverNow()).toISOString()).toMatch(/^20/)
  expect(Math.abs(heardAtom.get().offset)).toBeGreaterThan(366 * DAY)
})

test.each([null, '', 'soon', 'Sun, 99 Foo 2026'])('%j is ignored', (date) => {
  expect(offsetOf(date)).toBeNull()
  hearTwice(date ?? '')
  expect([serverOffset(), heardAtom.get().offset]).toEqual([0, 0])
})
