import fc from 'fast-check'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { endOf, LIFETIMES, lifetimesWithin, localMs, localText, presetBeyond } from './lifetime.ts'

const ZONES = [
  'UTC',
  'Europe/Tallinn',
  'Europe/London',
  'America/New_York',
  'America/St_Johns',
  'America/Sao_Paulo',
  'Africa/Casablanca',
  'Asia/Kathmandu',
  'Asia/Tehran',
  'Australia/Lord_Howe',
  'Pacific/Kiritimati',
  'Pacific/Pago_Pago',
]

const inZone = (zone: string) => vi.stubEnv('TZ', zone)
afterEach(() => vi.unstubAllEnvs())

const DAY = 86_400_000

describe('endOf', () => {
  const now = Date.UTC(2027, 5, 1, 12, 0, 0, 700)

  it('counts days of 24 hours from the current second', () => {
    expect(endOf('30 days', '', now, 365)).toBe(Date.UTC(2027, 6, 1, 12))
  })

  it('keeps a year within the limit, even across a leap day', () => {
    // From here a calendar year spans 366 days.
    expect(endOf('longest', '', now, 365) - now).toBeLessThan(365 * DAY - 4 * 60_000)
  })

  it('uses the field’s date and time for custom', () => {
    inZone('Europe/Tallinn')
    expect(endOf('custom', '2027-03-03T14:05', now, 365)).toBe(Date.UTC(2027, 2, 3, 12, 5))
    expect(endOf('custom', '', now, 365)).toBeNaN()
  })

  it('always ends on a whole second, later for a longer lifetime', () => {
    const presets = LIFETIMES.filter((lifetime) => lifetime !== 'custom')
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4e12 }), (start) => {
        const ends = presets.map((lifetime) => endOf(lifetime, '', start, 365))
        expect(ends.every((end) => end % 1000 === 0 && end > start)).toBe(true)
        expect(ends.toSorted((a, b) => a - b)).toEqual(ends)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('a limit', () => {
  const now = Date.UTC(2027, 5, 1, 12)

  it('of any length caps longer presets, and keeps shorter ones', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2000 }), (days) => {
        const presets = LIFETIMES.filter((lifetime) => lifetime !== 'custom')
        const ends = presets.map((lifetime) => endOf(lifetime, '', now, days))
        expect(Math.max(...ends)).toBe(now + days * DAY - 5 * 60_000)
        const offered = lifetimesWithin(days).filter((lifetime) => lifetime !== 'custom')
        expect(new Set(offered.map((lifetime) => endOf(lifetime, '', now, days))).size).toBe(offered.length)
      }),
      { numRuns: 2000 },
    )
  })

  it('does not change a custom date and time', () => {
    inZone('UTC')
    expect(endOf('custom', '2037-03-03T14:05', now, 7)).toBe(Date.UTC(2037, 2, 3, 14, 5))
    expect(lifetimesWithin(30)).toEqual(['7 days', 'longest', 'custom'])
  })
})

it('a replacement gets a preset that ends later than the original, if there is one', () => {
  const now = Date.UTC(2027, 5, 1, 12)
  expect(presetBeyond(now - DAY, now)).toBe('30 days')
  expect(presetBeyond(now + 30 * DAY, now)).toBe('90 days')
  expect(presetBeyond(now + 179 * DAY, now)).toBe('180 days')
  expect(presetBeyond(now + 400 * DAY, now)).toBe('longest')
})

describe('localMs', () => {
  it.each(['2027-02-30T10:00', '2027-02-29T10:00', '2027-13-01T10:00', '2027-00-10T10:00', '2027-01-01T24:00'])(
    'rejects %s, which does not exist',
    (text) => {
      inZone('Europe/Tallinn')
      expect(localMs(text)).toBeNaN()
    },
  )

  it('knows the leap day', () => {
    inZone('Europe/Tallinn')
    expect(localMs('2028-02-29T10:00')).toBe(Date.UTC(2028, 1, 29, 8))
  })

  it.each([
    '',
    '2027-03-03',
    '3.4.27',
    '03/04/2027 10:00',
    '٢٠٢٧-٠٣-٠٣T١٠:٠٠',
    '2027-03-03T10:00Z',
    '12027-03-03T10:00',
  ])('rejects %j, which is not a local date and time', (text) => expect(localMs(text)).toBeNaN())

  it.each(['0027-03-03T10:00', '0001-01-01T00:00'])(
    'reads %s, of someone who typed two digits, as long past',
    (text) => {
      inZone('Europe/Tallinn')
      expect(localMs(text)).toBeLessThan(Date.UTC(100, 0))
    },
  )

  it('rejects the hour that is skipped in spring', () => {
    inZone('Europe/Tallinn')
    expect(localMs('2027-03-28T03:30')).toBeNaN()
    expect(localMs('2027-03-28T04:30')).toBe(Date.UTC(2027, 2, 28, 1, 30))
  })

  it('reads the hour that comes twice in autumn as the first one', () => {
    inZone('Europe/Tallinn')
    expect(localMs('2027-10-31T03:30')).toBe(Date.UTC(2027, 9, 31, 0, 30))
  })

  it.each(ZONES)('is undone by localText in %s, except in an hour that comes twice', (zone) => {
    inZone(zone)
    const from = Date.UTC(2026, 0)
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4 * 366 * 24 * 60 }), (minutes) => {
        const ms = from + minutes * 60_000
        const back = localMs(localText(ms))
        const isFirst = localText(ms - 3_600_000) !== localText(ms) && localText(ms - 1_800_000) !== localText(ms)
        expect(isFirst ? back === ms : back < ms).toBe(true)
        expect(localText(back)).toBe(localText(ms))
      }),
      { numRuns: 2000 },
    )
  })

  it('never returns an instant that is displayed differently', () => {
    inZone('America/New_York')
    const two = (max: number) => fc.integer({ min: 0, max }).map((value) => String(value).padStart(2, '0'))
    fc.assert(
      fc.property(two(13), two(32), two(24), two(60), (month, day, hour, minute) => {
        const text = `2028-${month}-${day}T${hour}:${minute}`
        const ms = localMs(text)
        expect(Number.isNaN(ms) || localText(ms) === text).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })
})
