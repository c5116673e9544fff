import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DAY } from '../../ui/time.ts'
import { calendarMonth, upcomingMonths } from './endMonths.ts'
import { upcomingEnds } from './upcoming.ts'

/** In the viewer's time zone, as months are. */
const local = (year: number, month: number, day = 1, hour = 0) => new Date(year, month - 1, day, hour).getTime()
const NOW = local(2026, 11, 10, 8)
const moments = fc.integer({ min: local(2020, 1), max: local(2060, 1) })
const strip = (ends: readonly number[], now = NOW) => upcomingEnds(ends, now)

describe('upcomingMonths', () => {
  test('are this month and the next eleven', () => {
    expect(upcomingMonths(NOW).map(({ id }) => id)).toEqual([
      ...['2026-11', '2026-12', '2027-01', '2027-02', '2027-03', '2027-04'],
      ...['2027-05', '2027-06', '2027-07', '2027-08', '2027-09', '2027-10'],
    ])
    expect(upcomingMonths(NOW)[0]?.fromMs).toBe(NOW)
  })

  test('the last days of a month belong to the next one', () => {
    const [first, second] = upcomingMonths(local(2026, 11, 29, 8))
    expect(first).toMatchObject({ id: '2026-12', fromMs: local(2026, 11, 29, 8), toMs: local(2027, 1) })
    expect(second).toMatchObject({ id: '2027-01', year: 2027, month: 0 })
  })

  test('follow each other without a gap', () => {
    fc.assert(
      fc.property(moments, (now) => {
        const months = upcomingMonths(now)
        expect(months).toHaveLength(12)
        expect(months[0]?.fromMs).toBe(now)
        for (const [index, { fromMs, toMs }] of months.entries()) {
          expect(toMs).toBeGreaterThan(fromMs)
          if (index > 0) expect(fromMs).toBe(months[index - 1]?.toMs)
        }
      }),
    )
  })
})

test('a month that is not among them is a calendar month', () => {
  expect(calendarMonth('2025-12')).toMatchObject({ id: '2025-12', fromMs: local(2025, 12), toMs: local(2026, 1) })
})

describe('upcomingEnds', () => {
  test('each token is a dot, and those that would overlap are stacked', () => {
    const [november, december] = strip([
      local(2026, 12, 16),
      local(2026, 12, 16),
      local(2026, 12, 30),
      local(2026, 11, 20),
    ])
    expect(november?.dots).toEqual([{ x: expect.closeTo(47.16, 2), level: 0, isSoon: true }])
    expect(december?.count).toBe(3)
    expect(december?.dots.map(({ level }) => level)).toEqual([0, 1, 0])
    expect(december?.bars).toEqual([])
  })

  test('from the fifth on one day all months have bars', () => {
    const day = [1, 2, 3, 4, 5].map((hour) => local(2026, 12, 16, hour))
    expect(strip(day.slice(0, 4))[1]?.dots).toHaveLength(4)
    const months = strip([...day, local(2027, 3, 2)])
    expect(months.flatMap(({ dots }) => dots)).toEqual([])
    expect(months.map(({ bars }) => bars.length)).toEqual([0, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0])
    expect(months[1]?.bars[0]).toMatchObject({ height: 83, isSoon: false })
    // A fifth of the tokens is more than a fifth of the height.
    expect(months[4]?.bars[0]?.height).toBeCloseTo(83 * Math.sqrt(1 / 5))
  })

  test('the next 14 days are marked', () => {
    expect(strip([], local(2026, 11, 20))[0]?.soonWidth).toBe(100)
    expect(strip([], local(2026, 11, 20))[1]?.soonWidth).toBeCloseTo((100 * 3) / 31)
    expect(strip([], local(2026, 11, 1))[1]?.soonWidth).toBe(0)
  })

  test('each end within the twelve months counts once, and every mark is within its month', () => {
    fc.assert(
      fc.property(moments, fc.array(fc.integer({ min: -30, max: 500 }), { maxLength: 60 }), (now, days) => {
        const ends = days.map((day) => now + day * DAY)
        const months = strip(ends, now)
        const [from = 0, to = 0] = [months[0]?.fromMs, months.at(-1)?.toMs]
        expect(months.reduce((sum, { count }) => sum + count, 0)).toBe(
          ends.filter((end) => end >= from && end < to).length,
        )
        for (const { dots, bars, count, soonWidth } of months) {
          if (dots.length > 0) expect(dots).toHaveLength(count)
          for (const { x, level } of dots) {
            expect(x).toBeGreaterThanOrEqual(6)
            expect(x).toBeLessThanOrEqual(94)
            expect(level).toBeLessThan(4)
          }
          for (const { x, width, height } of bars) {
            expect(x + width).toBeLessThanOrEqual(100)
            expect(height).toBeLessThanOrEqual(83)
            expect(height).toBeGreaterThanOrEqual(4)
          }
          expect(soonWidth).toBeLessThanOrEqual(100)
        }
      }),
    )
  })
})
