const LONGEST_SECONDS = 60

/**
 * The `Retry-After` header as whole seconds from 1 to 60. A longer wait is cut to 60, and a date in the past still
 * means one second. Reads both forms of RFC 9110, section 10.2.3.
 * @param nowMs the server's time, in milliseconds since 1970, because the date is by the server's clock
 * @returns null if the header is missing or invalid
 */
export function retryAfterSeconds(header: string | null, nowMs: number): number | null {
  if (header === null) return null
  const seconds = /^\d+$/.test(header) ? Number(header) : (dateMs(header) - nowMs) / 1000
  return Number.isNaN(seconds) ? null : Math.min(Math.max(Math.ceil(seconds), 1), LONGEST_SECONDS)
}

/** `Date.parse` takes "7.5" for a day in July. An HTTP date ends in GMT. */
const dateMs = (text: string): number => (/ GMT$/.test(text) ? Date.parse(text) : Number.NaN)
