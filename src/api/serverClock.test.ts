import { afterEach, expect, test } from 'vitest'
import { claimedOffsetAtom, learnServerTime, serverNow, serverOffset } from './serverClock.ts'

const DAY = 86_400_000

afterEach(() => learnServerTime(new Date().toUTCString()))

test('a server clock that is minutes or days off is the one used', () => {
  for (const off of [-26 * 3_600_000, 26 * 3_600_000, -300 * DAY, 300 * DAY]) {
    learnServerTime(new Date(Date.now() + off).toUTCString())
    expect(Math.abs(serverNow() - Date.now() - off)).toBeLessThan(3000)
  }
})

test.each([
  'Sat, 13 Sep 275760 00:00:00 GMT',
  'Fri, 31 Dec 9999 23:59:59 GMT',
  'Thu, 01 Jan 1970 00:00:00 GMT',
  new Date(Date.now() + 400 * DAY).toUTCString(),
])('%s is not used as the server’s time, but reported', (date) => {
  learnServerTime(date)
  expect(serverOffset()).toBe(0)
  expect(Math.abs(serverNow() - Date.now())).toBeLessThan(3000)
  expect(new Date(serverNow()).toISOString()).toMatch(/^20/)
  expect(Math.abs(claimedOffsetAtom.get())).toBeGreaterThan(366 * DAY)
})

test.each([null, '', 'soon', 'Sun, 99 Foo 2026'])('%j is ignored', (date) => {
  learnServerTime(date)
  expect(serverOffset()).toBe(0)
  expect(claimedOffsetAtom.get()).toBe(0)
})
