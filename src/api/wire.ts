import * as z from 'zod/mini'
import './mistakes.ts'
import { withoutHidden } from './secretText.ts'

/** For a field of little importance: null if missing or invalid, so that the rest can still be read. */
export const orNull = <Schema extends z.ZodMiniType>(schema: Schema) => z.catch(z.nullable(schema), null)

/** Like `orNull`, with undefined for a missing value. */
export const orUndefined = <Schema extends z.ZodMiniType>(schema: Schema) => z.catch(z.optional(schema), undefined)

const HEX32 = /^[0-9a-f]{32}$/

/**
 * The one spelling of a uuid in this app: 32 lower-case hex digits, as Waldur returns it. Waldur accepts both spellings
 * and quotes the hyphenated one in messages (waldur-api, section 0).
 * @returns null if the text is a uuid in neither spelling
 */
export function normalizeUuid(text: string): string | null {
  const digits = withoutHidden(text).trim().replaceAll('-', '').toLowerCase()
  return HEX32.test(digits) ? digits : null
}

/** A uuid from the wire, normalized to 32 lower-case hex digits. */
export const Uuid = z.pipe(
  z.string(),
  z.transform((text: string, context) => {
    const uuid = normalizeUuid(text)
    if (uuid) return uuid
    context.issues.push({ code: 'custom', message: 'not a uuid', input: text })
    return z.NEVER
  }),
)

const DateTime = z.iso.datetime({ offset: true })

/** A cache, because counting and sorting the list parse the same few timestamps of each row over and over. */
const known = new Map<string, number>()
/** Enough for 50,000 tokens and more. */
const MOST_KNOWN = 200_000

/**
 * Milliseconds since 1970 of an ISO 8601 date-time with offset ("…Z" and "…+00:00" alike). `Date.parse` alone reads 30
 * February as 2 March, hence the schema, which checks the calendar day.
 * @returns NaN if the text is missing or no such timestamp
 */
export function instantMs(text: string | null | undefined): number {
  if (typeof text !== 'string') return Number.NaN
  const before = known.get(text)
  if (before !== undefined) return before
  const ms = readInstant(text)
  if (known.size >= MOST_KNOWN) known.clear()
  known.set(text, ms)
  return ms
}

function readInstant(text: string): number {
  // Engines differ on microseconds; milliseconds are all that is shown.
  return DateTime.safeParse(text).success ? Date.parse(text.replace(/(\.\d{3})\d+/, '$1')) : Number.NaN
}

/** A timestamp from the wire. It stays the server's text, so that an unchanged row keeps its identity. */
export const Instant = z.string().check(z.refine((text) => !Number.isNaN(instantMs(text)), 'not a date and time'))

/** Whether it can be sent in a header, as every token of Waldur can. Any other text would make each request throw. */
export const isTokenText = (text: string): boolean => /^[\x21-\x7e]{8,4096}$/.test(text)

/** A session token, as Waldur returns it once. */
export const SessionToken = z.string().check(z.refine(isTokenText, 'not a token'))

/** The timestamp in Waldur's preferred form: seconds and "Z" (waldur-api, section 0). */
export function toWire(ms: number): string {
  return new Date(Math.floor(ms / 1000) * 1000).toISOString().replace('.000Z', 'Z')
}
