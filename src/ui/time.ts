import { locale, perLocale, t } from './i18n.tsx'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

const days = perLocale(
  (locale) => new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }),
)

/**
 * "26 Nov 2026" in the viewer's time zone, in no language as ambiguous digits like 3.4.2026. We apply the zone
 * ourselves, because a cached formatter would keep the one it was created in.
 */
export const day = (ms: number): string => days().format(ms - new Date(ms).getTimezoneOffset() * MINUTE)

const monthForms = {
  narrow: perLocale((locale) => new Intl.DateTimeFormat(locale, { month: 'narrow', timeZone: 'UTC' })),
  short: perLocale((locale) => new Intl.DateTimeFormat(locale, { month: 'short', timeZone: 'UTC' })),
  dated: perLocale((locale) => new Intl.DateTimeFormat(locale, { month: 'short', year: 'numeric', timeZone: 'UTC' })),
  long: perLocale((locale) => new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' })),
}

/** "F", "Feb", "Feb 2027" or "February 2027". @param month 0 for January */
export const monthName = (year: number, month: number, form: keyof typeof monthForms): string =>
  monthForms[form]().format(Date.UTC(year, month))

const clocks = perLocale(
  (locale) =>
    new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: 'UTC' }),
)

/** "14:05" in the viewer's time zone, applied as in `day`. */
export const clock = (ms: number): string => clocks().format(ms - new Date(ms).getTimezoneOffset() * MINUTE)

/** "Thu, 26 Nov 2026, 14:05 GMT+2": the exact time, with its zone. */
export const instant = (ms: number, timeZone?: string): string =>
  new Intl.DateTimeFormat(locale(), {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'short',
    ...(timeZone ? { timeZone } : {}),
  }).format(ms)

const relatives = perLocale((locale) => new Intl.RelativeTimeFormat(locale, { numeric: 'always' }))

/** "3 minutes ago", "in 5 days", in a suitable unit. Both parameters are in milliseconds. */
export function relative(ms: number, nowMs: number): string {
  const difference = ms - nowMs
  const size = Math.abs(difference)
  if (size < MINUTE) return difference <= 0 ? t('just now') : t('in less than a minute')
  const [length, unit] = unitOf(size)
  return relatives().format(Math.round(difference / length), unit)
}

/**
 * `relative` for a past event, which never becomes "in …": "now" is updated only every 15 seconds, and the server's
 * clock is known to a second or so.
 */
export const ago = (ms: number, nowMs: number): string => relative(Math.min(ms, nowMs), nowMs)

const lengthOf = (unit: Unit) =>
  perLocale((locale) => {
    // In full, Estonian has a word for twenty-four hours (“ööpäev”), which no one says of a token's life.
    const unitDisplay = locale === 'et' && unit === 'day' ? 'short' : 'long'
    return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay })
  })
const lengths = {
  minute: lengthOf('minute'),
  hour: lengthOf('hour'),
  day: lengthOf('day'),
  month: lengthOf('month'),
  year: lengthOf('year'),
}

/** "5 days", "3 hours": a length of time, in the unit that `relative` would choose. */
export function duration(ms: number): string {
  // Less than a minute counts as one minute, not zero.
  const size = Math.max(Math.abs(ms), MINUTE)
  const [length, unit] = unitOf(size)
  const count = Math.round(size / length)
  return lengths[unit]().format(count)
}

type Unit = 'minute' | 'hour' | 'day' | 'month' | 'year'

const MONTH = 30.44 * DAY

/** By the rounded number: what would be 48 hours is 2 days. */
function unitOf(size: number): [number, Unit] {
  if (Math.round(size / MINUTE) < 60) return [MINUTE, 'minute']
  if (Math.round(size / HOUR) < 48) return [HOUR, 'hour']
  if (Math.round(size / DAY) < 90) return [DAY, 'day']
  if (Math.round(size / MONTH) < 24) return [MONTH, 'month']
  return [365.25 * DAY, 'year']
}
