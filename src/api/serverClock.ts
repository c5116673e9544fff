import type { ReadonlyAtom } from '@tanstack/store'
import { createAtom } from '@tanstack/store'

/** Below this many milliseconds a difference is latency and the header's one-second resolution, not a wrong clock. */
const NOISE_MS = 3000

/**
 * A server time more than a year off is not believed. Over TLS a browser whose clock is that wrong could not have
 * connected, since no certificate is valid for longer. It would make every token look expired, or none.
 */
const MOST_MS = 366 * 86_400_000

const claimedMs = createAtom(0)

/**
 * Learns the server's clock from the `Date` header of a response (on another origin only if it is exposed), or from the
 * timestamp of something that the server has just done. Expiry is the server's decision, so it is judged by the
 * server's clock (waldur-api, section 10, trap 24).
 */
export function learnServerTime(date: string | null): void {
  const server = date ? Date.parse(date) : Number.NaN
  if (Number.isNaN(server)) return
  const difference = server + 500 - Date.now()
  claimedMs.set(Math.abs(difference) < NOISE_MS ? 0 : difference)
}

/** The server's time now, in milliseconds since 1970; the browser's if the server's is unknown or not believed. */
export const serverNow = (): number => Date.now() + serverOffset()

/** How many milliseconds the server's clock is ahead of the browser's; negative when it is behind. */
export const serverOffset = (): number => (isBelieved(claimedMs.get()) ? claimedMs.get() : 0)

/** The offset as received, plausible or not. */
export const claimedOffsetAtom: ReadonlyAtom<number> = claimedMs

export const isBelieved = (offset: number): boolean => Math.abs(offset) <= MOST_MS
