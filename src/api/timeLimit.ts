const READ_MS = 15_000
const WRITE_MS = 30_000
/** The longest pause between two parts of a body. */
const PAUSE_MS = 10_000
/** For a server that trickles: no one waits longer, and what became of a write must be looked up at some point. */
const MOST_MS = 300_000

export interface TimeLimit {
  /** Aborts when the time is up. */
  signal: AbortSignal
  /** A part has arrived: the limit counts from now on. */
  heard: () => void
  /** The response is complete or was given up. */
  stop: () => void
}

/**
 * The time limit of one request: a response must start within 15 seconds for a read, 30 for a write. Once it has
 * started, the limit counts from the last part that has arrived, because on a slow connection a list takes its time.
 * Uses `setTimeout`, not `AbortSignal.timeout`, so that the clock of an end-to-end test can move it.
 */
export function startTimeLimit(method: string): TimeLimit {
  const controller = new AbortController()
  const over = () => controller.abort()
  const total = setTimeout(over, MOST_MS)
  let silence = setTimeout(over, method === 'GET' ? READ_MS : WRITE_MS)
  return {
    signal: controller.signal,
    heard: () => {
      clearTimeout(silence)
      silence = setTimeout(over, PAUSE_MS)
    },
    stop: () => {
      clearTimeout(total)
      clearTimeout(silence)
    },
  }
}
