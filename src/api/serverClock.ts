import type { ReadonlyAtom } from './atom.ts'
import { createAtom } from './atom.ts'

/** Below this many milliseconds a difference is latency and the header's one-second resolution, not a wrong clock. */
const NOISE_MS = 3000

/**
 * A server time more than a year off is not believed. Over TLS a browser whose clock is that wrong could not have
 * connected, since no certificate is valid for longer. It would make every token look expired, or none.
 */
const MOST_MS = 366 * 86_400_000

/** A larger difference from what is known is a jump, which one response may claim, and only a second one proves. */
const JUMP_MS = 60_000

/** How many milliseconds the server's clock is ahead of the browser's, as far as responses have said. */
export interface Heard {
  offset: number
  /** A jump that no second response has confirmed. */
  claimed: number | null
}

/**
 * What is known of the server's clock after a response that claims this offset. A single response may come from a cache
 * or a proxy with a clock of its own.
 */
export function heardOffset({ offset, claimed }: Heard, next: number): Heard {
  const isNear = (known: number) => Math.abs(next - known) <= JUMP_MS
  return isNear(offset) || (claimed !== null && isNear(claimed))
    ? { offset: next, claimed: null }
    : { offset, claimed: next }
}

const heard = createAtom<Heard>({ offset: 0, claimed: null })

/** The offset as received, plausible or not. */
export const heardAtom: ReadonlyAtom<Heard> = heard

/**
 * How far the server's clock is ahead of the browser's, in milliseconds, by a `Date` header that has just arrived (on
 * another origin only if it is exposed). Null if it says nothing.
 * @param age the header `Age`: for how many seconds a cache has had the response
 */
export function offsetOf(date: string | null, age = 0): number | null {
  const difference = Date.parse(date ?? '') + age * 1000 + 500 - Date.now()
  if (Number.isNaN(difference)) return null
  return Math.abs(difference) < NOISE_MS ? 0 : difference
}

/**
 * Learns the server's clock from the `Date` of a response whose content is Waldur's. Expiry is the server's decision,
 * so it is judged by the server's clock (waldur-api, section 10, trap 24).
 */
export function learnOffset(offset: number | null): void {
  if (offset !== null) heard.set((before) => heardOffset(before, offset))
}

/** The same from the timestamp of something that Waldur says it has just done, which no proxy writes. */
export function learnInstant(at: string | null): void {
  const offset = offsetOf(at)
  if (offset !== null) heard.set({ offset, claimed: null })
}

/** The server's time now, in milliseconds since 1970; the browser's if the server's is unknown or not believed. */
export const serverNow = (): number => Date.now() + serverOffset()

/** How many milliseconds the server's clock is ahead of the browser's; negative when it is behind. */
export function serverOffset(): number {
  const { offset } = heard.get()
  return isBelieved(offset) ? offset : 0
}

/** Whether a server's clock may be that many milliseconds ahead of the browser's, or behind. */
export const isBelieved = (offset: number): boolean => Math.abs(offset) <= MOST_MS
