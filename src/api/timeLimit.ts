const READ_MS = 15_000
const WRITE_MS = 30_000
/** The longest pause between two pieces of a body: a server that trickles must not hold the page for ever. */
const IDLE_MS = 10_000

export interface TimeLimit {
  /** Aborts when the time is up. */
  signal: AbortSignal
  /** A piece of the answer came: the idle limit starts anew. */
  heard: () => void
  /** The answer is complete, or given up. */
  stop: () => void
}

/**
 * How long one request may take: 15 seconds for a read, 30 for a write, and no pause of more than 10 within the body.
 * By `setTimeout`, not by `AbortSignal.timeout`: a journey's clock can move it.
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
