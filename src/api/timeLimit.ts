const READ_MS = 15_000
const WRITE_MS = 30_000
/** The longest pause between two chunks of a body, so that a server that trickles cannot block the page forever. */
const IDLE_MS = 10_000

export interface TimeLimit {
  /** Aborts when the time is up. */
  signal: AbortSignal
  /** A chunk has arrived: restarts the idle limit. */
  heard: () => void
  /** The response is complete or was given up. */
  stop: () => void
}

/**
 * The time limit of one request: 15 seconds for a read, 30 for a write, and no pause of more than 10 within the body.
 * Uses `setTimeout`, not `AbortSignal.timeout`, so that the clock of an end-to-end test can move it.
 */
export function startTimeLimit(method: string): TimeLimit {
  const controller = new AbortController()
  const over = () => controller.abort()
  const total = setTimeout(over, method === 'GET' ? READ_MS : WRITE_MS)
  let idle: ReturnType<typeof setTimeout> | undefined
  return {
    signal: controller.signal,
    heard: () => {
      clearTimeout(idle)
      idle = setTimeout(over, IDLE_MS)
    },
    stop: () => {
      clearTimeout(total)
      clearTimeout(idle)
    },
  }
}
