import { DAY } from '../../ui/time.ts'

/** How long a token is valid: a preset, or until a time that the user chooses. */
export const LIFETIMES = ['7 days', '30 days', '90 days', '180 days', 'longest', 'custom'] as const
export type Lifetime = (typeof LIFETIMES)[number]

const MINUTE = 60_000

/** The form's default. */
export const USUAL_LIFETIME = '30 days'

/** The default for a dangerous token. */
export const WARNED_LIFETIME = '7 days'

/** Waldur's limit in days, unless its administrators changed it (waldur-api, section 2.5). */
export const USUAL_MAX_DAYS = 365

/** Days are 24 hours, as Waldur counts. A change to summer time moves the clock time of the end by an hour. */
const LENGTH_MS: Record<Exclude<Lifetime, 'custom' | 'longest'>, number> = {
  '7 days': 7 * DAY,
  '30 days': 30 * DAY,
  '90 days': 90 * DAY,
  '180 days': 180 * DAY,
}

/**
 * The limit is exact to the second and starts when the request arrives. Five minutes are left for clocks that differ
 * (waldur-api, section 2.4).
 */
const longestMs = (maxDays: number): number => maxDays * DAY - 5 * MINUTE

/** The choices that this Waldur server accepts. */
export const lifetimesWithin = (maxDays: number): Lifetime[] =>
  LIFETIMES.filter((one) => one === 'longest' || one === 'custom' || LENGTH_MS[one] < longestMs(maxDays))

/**
 * When a token issued at `nowMs` (the server's time) ends, in milliseconds since 1970, on a whole second.
 * @param until local date and time for `custom`, see `localMs`
 * @param maxDays shortens longer presets; a `custom` time is left to Waldur
 * @returns NaN if `until` is not a valid time
 */
export function endOf(lifetime: Lifetime, until: string, nowMs: number, maxDays: number): number {
  const ms =
    lifetime === 'custom'
      ? localMs(until)
      : nowMs + Math.min(longestMs(maxDays), lifetime === 'longest' ? Number.POSITIVE_INFINITY : LENGTH_MS[lifetime])
  return Math.floor(ms / 1000) * 1000
}

/** The shortest preset that ends after `endMs`, starting with the usual 30 days; the longest if none does. */
export function presetBeyond(endMs: number, nowMs: number): Lifetime {
  const presets = ['30 days', '90 days', '180 days'] as const
  return presets.find((lifetime) => endOf(lifetime, '', nowMs, USUAL_MAX_DAYS) > endMs) ?? 'longest'
}

const LOCAL = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2})(?::(\d{2})(?:\.\d+)?)?$/

/**
 * A date and time in the viewer's zone, "2027-03-03T14:05" as in a datetime-local field, in milliseconds since 1970. If
 * it occurs twice (the clocks go back), the first is meant.
 * @returns NaN for any other text, for 30 February, and for a time that the clocks skip
 */
export function localMs(text: string): number {
  const [, minutes, seconds = '00'] = LOCAL.exec(text) ?? []
  const date = new Date(`${minutes}:${seconds}`)
  // Date silently moves times that do not exist, so accept only what comes back unchanged.
  const written = `${localText(date.getTime())}:${pad(date.getSeconds())}`
  return written === `${minutes}:${seconds}` ? date.getTime() : Number.NaN
}

/** The text of a datetime-local field for this time, to the minute. */
export function localText(ms: number): string {
  const date = new Date(ms)
  const day = `${String(date.getFullYear()).padStart(4, '0')}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`
  return `${day}T${pad(date.getHours())}:${pad(date.getMinutes())}`
}

const pad = (value: number): string => String(value).padStart(2, '0')
