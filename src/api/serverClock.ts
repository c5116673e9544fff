/** Below this many milliseconds a difference is latency and the header's one-second grain, not a wrong clock. */
const NOISE_MS = 3000

let offsetMs = 0
const listeners = new Set<() => void>()

/**
 * Learns the server's clock from the `Date` header of an answer (on another origin readable only where it is exposed),
 * or from the instant of something that it has just done.
 * Expiry is the server's decision, so it is judged by the server's clock (waldur-api, section 10, trap 24).
 */
export function learnServerTime(date: string | null): void {
  const server = date ? Date.parse(date) : Number.NaN
  if (Number.isNaN(server)) return
  const difference = server + 500 - Date.now()
  offsetMs = Math.abs(difference) < NOISE_MS ? 0 : difference
  for (const listener of listeners) listener()
}

/** The server's time now, in milliseconds since 1970; the browser's where the server's is unknown. */
export const serverNow = (): number => Date.now() + offsetMs

/** How many milliseconds the server's clock is ahead of the browser's; negative when it is behind. */
export const serverOffset = (): number => offsetMs

/** Calls back after each answer that told the server's time. */
export function onServerTime(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
