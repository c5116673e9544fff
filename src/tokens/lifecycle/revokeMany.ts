import type { RequestError } from '../../api/errors.ts'
import { ApiError, isOffline, isRequestError } from '../../api/errors.ts'

/** What became of one token; none as long as nothing was sent. */
export type Outcome = 'sending' | 'revoked' | 'already revoked' | { failed: RequestError }

/** Few enough for a server with few workers. */
const AT_ONCE = 4
/** How often one token is tried when Waldur asks to wait each time. */
const TRIES = 5

interface Run {
  uuids: readonly string[]
  revoke: (uuid: string) => Promise<'revoked' | 'already revoked'>
  /** Ends when the time is over, or at once when the signal aborts. @param ms how long */
  wait: (ms: number, signal: AbortSignal) => Promise<void>
  /** Told of each change; and, between the tokens, of the error that asked to wait, and null once that is over. */
  report: (uuid: string, outcome: Outcome) => void
  reportWait: (error: RequestError | null) => void
  /** After its abort what is under way ends, and nothing else is sent. */
  stop: AbortController
}

/**
 * Revokes tokens, four at a time. One that fails does not hold up the others; a wait that Waldur asks for (`Retry-After`)
 * holds up all, and then that token is tried again. When the session ends, or the network, the others are not sent.
 */
export async function revokeMany({ uuids, revoke, wait, report, reportWait, stop }: Run): Promise<void> {
  const queue = [...uuids]
  const { signal } = stop
  let pause: Promise<unknown> = Promise.resolve()
  let waits = 0

  const attempt = async (uuid: string): Promise<void> => {
    for (let tries = 1; ; tries += 1) {
      let over: unknown
      do {
        over = pause
        await over
      } while (over !== pause)
      if (signal.aborted) return
      report(uuid, 'sending')
      try {
        return report(uuid, await revoke(uuid))
      } catch (error) {
        if (!isRequestError(error)) throw error
        const seconds = error instanceof ApiError ? error.retryAfter : null
        if (seconds === null || tries === TRIES || signal.aborted) {
          report(uuid, { failed: error })
          if (endsAll(error)) stop.abort()
          return
        }
        pause = Promise.all([pause, pauseOf(error, seconds)])
        report(uuid, { failed: error })
      }
    }
  }

  const pauseOf = async (error: RequestError, seconds: number): Promise<void> => {
    waits += 1
    reportWait(error)
    await wait(seconds * 1000, signal)
    waits -= 1
    if (waits === 0) reportWait(null)
  }

  const work = async (): Promise<void> => {
    for (let uuid = queue.shift(); uuid !== undefined && !signal.aborted; uuid = queue.shift()) await attempt(uuid)
  }
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, uuids.length) }, work))
}

/** What no other token would fare better with. */
const endsAll = (error: RequestError): boolean =>
  isOffline(error) || (error instanceof ApiError && error.status === 401)

/** A wait that an abort cuts short. */
export const waitFor = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) return resolve()
    const timer = setTimeout(resolve, ms)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve()
    })
  })
