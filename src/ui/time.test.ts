import fc from 'fast-check'
import { afterEach, expect, test, vi } from 'vitest'
import { instantMs, toWire } from '../api/wire.ts'
import { ago, clock, DAY, day, duration, relative } from './time.ts'

afterEach(() => vi.unstubAllEnvs())

const moment = fc.integer({ min: Date.UTC(2000, 0), max: Date.UTC(2099, 0) })

test('the past is never shown as the future, nor the future as the past', () => {
  fc.assert(
    fc.property(moment, fc.integer({ min: -4000 * DAY, max: 4000 * DAY }), (now, difference) => {
      const text = relative(now + difference, now)
      expect(text).toMatch(difference <= 0 ? /^just now$|^\d+ \w+ ago$/ : /^in less than a minute$|^in \d+ \w+$/)
    }),
    { numRuns: 2000 },
  )
})

test('an event that has happened is never in the future, even if the clock is slow', () => {
  fc.assert(
    fc.property(moment, fc.integer({ min: -4000 * DAY, max: 20_000 }), (now, difference) => {
      expect(ago(now + difference, now)).toBe(difference < 0 ? relative(now + difference, now) : 'just now')
    }),
    { numRuns: 2000 },
  )
})

test('a duration is exact to half of its unit', () => {
  const sizes = { minute: 60_000, hour: 3_600_000, day: DAY, month: 30.44 * DAY, year: 365.25 * DAY }
  fc.assert(
    fc.property(fc.integer({ min: 60_000, max: 4000 * DAY }), (ms) => {
      const [count = '', unit = ''] = duration(ms).replace(/s$/, '').split(' ')
      const size = Object.entries(sizes).find(([name]) => name === unit)?.[1] ?? Number.NaN
      expect(Math.abs(Number(count) * size - ms)).toBeLessThanOrEqual(size / 2)
    }),
    { numRuns: 2000 },
  )
})

test('the last minute is shown as one minute, however little is left', () => {
  expect([0, 1, 20_000, 59_999].map(duration)).toEqual(['1 minute', '1 minute', '1 minute', '1 minute'])
})

test('the unit fits the rounded number', () => {
  const lengths = [59.4 / 1440, 59.6 / 1440, 47.4 / 24, 47.6 / 24, 89.4, 89.6, 715, 716]
  expect(lengths.map((days) => duration(days * DAY))).toEqual([
    ...['59 minutes', '1 hour', '47 hours', '2 days', '89 days', '3 months', '23 months', '2 years'],
  ])
})

test('the day is the time zone’s, even after the zone has changed', () => {
  const zone = fc.constantFrom('UTC', 'Europe/Tallinn', 'America/St_Johns', 'Pacific/Kiritimati', 'Australia/Lord_Howe')
  fc.assert(
    fc.property(moment, zone, (ms, timeZone) => {
      vi.stubEnv('TZ', timeZone)
      const format = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone })
      expect(day(ms)).toBe(format.format(ms))
      const hours = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone })
      expect(clock(ms)).toBe(hours.format(ms))
    }),
    { numRuns: 2000 },
  )
})

test('an instant is sent to the second, and read back unchanged', () => {
  fc.assert(
    fc.property(moment, (ms) => {
      expect(instantMs(toWire(ms))).toBe(Math.floor(ms / 1000) * 1000)
    }),
    { numRuns: 2000 },
  )
})
