import { afterEach, expect, it, vi } from 'vitest'
import { instantMs, toWire } from '../../api/wire.ts'
import { instant } from '../../ui/time.ts'
import { endOf, localText } from './lifetime.ts'

afterEach(() => vi.unstubAllEnvs())

const ZONES = [
  ...['UTC', 'Europe/Tallinn', 'Europe/London', 'America/New_York', 'America/St_Johns', 'America/Sao_Paulo'],
  ...['Africa/Casablanca', 'Asia/Kathmandu', 'Asia/Tehran', 'Australia/Lord_Howe', 'Pacific/Kiritimati'],
  'Pacific/Pago_Pago',
]

/** Times around which a date is easily wrong by an hour or a day, in UTC. */
const BOUNDARIES = [
  // Ends of years, of leap days, and of Februaries without one.
  ...['2026-12-31T24:00Z', '2027-12-31T24:00Z', '2028-02-28T24:00Z', '2028-02-29T24:00Z', '2027-02-28T24:00Z'],
  // The same where the day begins earliest and latest.
  ...['2026-12-31T10:00Z', '2027-01-01T11:00Z', '2028-02-29T10:00Z', '2028-03-01T11:00Z'],
  // Clock changes: Europe, New York, St John’s, Lord Howe, Casablanca (before and after Ramadan).
  ...['2027-03-28T01:00Z', '2027-10-31T01:00Z', '2027-03-14T07:00Z', '2027-11-07T06:00Z', '2027-03-14T05:30Z'],
  ...['2027-11-07T04:30Z', '2027-04-03T15:00Z', '2027-10-02T15:30Z', '2027-02-07T02:00Z', '2027-03-14T02:00Z'],
  // Midnight where the offset is no whole hour.
  '2027-05-31T18:15Z',
]

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sept', 'Oct', 'Nov', 'Dec']

/** "2027-03-03T14:05…" in words: ", 3 Mar 2027, 14:05 ". */
function inWords(text: string): string {
  const [year, month, day] = text.slice(0, 10).split('-')
  return `, ${Number(day)} ${MONTHS[Number(month) - 1]} ${year}, ${text.slice(11, 16)} `
}

// 12 zones, 20 boundaries, 61 minutes around each: 14,640 cases, all of them in every run.
it.each(ZONES)('in %s, every minute around a clock change is sent and shown as it was picked', (zone) => {
  vi.stubEnv('TZ', zone)
  for (const boundary of BOUNDARIES) {
    const middle = Date.parse(boundary)
    expect(middle, boundary).not.toBeNaN()
    for (let minute = -30; minute <= 30; minute += 1) {
      const picked = localText(middle + minute * 60_000)
      const sent = toWire(endOf('custom', picked, 0, 365))
      expect(`${instant(instantMs(sent))} `).toContain(inWords(picked))
      expect(instant(instantMs(sent), 'UTC')).toContain(inWords(sent))
    }
  }
})
