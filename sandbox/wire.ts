/** Epoch microseconds, as stored in the database: Waldur's instants have six decimals (waldur-api.md 0). */
export type Micros = number

export const microsPerSecond = 1_000_000

/** Formats an instant as Waldur does: ISO 8601, `+00:00`, six decimals unless they are all zero. */
export function formatInstant(micros: Micros): string {
  const seconds = Math.floor(micros / microsPerSecond)
  const fraction = micros - seconds * microsPerSecond
  const date = new Date(seconds * 1000).toISOString().slice(0, 19)
  return fraction === 0 ? `${date}+00:00` : `${date}.${String(fraction).padStart(6, '0')}+00:00`
}

const instant =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,6})\d*)?)?(Z|[+-]\d{2}(?::?\d{2})?)?)?$/i

/**
 * Reads `YYYY-MM-DDThh:mm[:ss[.uuuuuu]][+HH:MM|-HH:MM|Z]`; without an offset the time is UTC, without a time it is
 * midnight (waldur-api.md 0, 2.4). Null for anything else, such as 30 February.
 */
export function parseInstant(text: string): Micros | null {
  const match = instant.exec(text.trim())
  if (!match) return null
  const [, year, month, day, hour = '0', minute = '0', second = '0', fraction = '', zone = 'Z'] = match
  const parts = [year, month, day, hour, minute, second].map(Number)
  const [y = 0, mo = 0, d = 0, h = 0, mi = 0, s = 0] = parts
  const date = new Date(0)
  date.setUTCFullYear(y, mo - 1, d)
  date.setUTCHours(h, mi, s)
  const kept = y > 0 && date.getUTCMonth() === mo - 1 && date.getUTCDate() === d && h < 24 && mi < 60 && s < 60
  if (!kept) return null
  const offset = /^([+-])(\d{2}):?(\d{2})?$/.exec(zone)
  const offsetMinutes = offset ? Number(`${offset[1]}1`) * (Number(offset[2]) * 60 + Number(offset[3] ?? 0)) : 0
  if (Math.abs(offsetMinutes) >= 24 * 60) return null
  return (date.getTime() - offsetMinutes * 60_000) * 1000 + Number(fraction.padEnd(6, '0'))
}

/** Reads a uuid with or without hyphens; returns its 32 lower-case digits, or null (waldur-api.md 0). */
export function parseUuid(text: string): string | null {
  const plain = text.toLowerCase()
  const isUuid = /^[0-9a-f]{32}$/.test(plain) || /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(plain)
  return isUuid ? plain.replaceAll('-', '') : null
}

/** A uuid with hyphens, as only Waldur's messages write it. */
export function hyphenated(uuid: string): string {
  return uuid.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
