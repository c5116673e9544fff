import type { RequestError } from '../../api/errors.ts'
import { ApiError, isRequestError } from '../../api/errors.ts'
import { isIntercepted, isOffline } from '../../api/failures.ts'

/** The outcome of one token; undefined until something is sent. */
export type Outcome = 'sending' | 'revoked' | 'already revoked' | { failed: RequestError }

/** The outcomes by the tokens' uuids. */
export type Outcomes = ReadonlyMap<string, Outcome>

/** Few enough for a server with few workers. */
const AT_ONCE = 4
/** How often to try one token if Waldur asks to wait each time. */
const TRIES = 5

interface Run {
  uuids: readonly string[]
  revoke: (uuid: string) => Promise<'revoked' | 'already revoked'>
  /** Resolves after the time, or at once when the signal aborts. @param ms how long */
  wait: (ms: number, signal: AbortSignal) => Promise<void>
  /**
   * `report` is called on each change, `reportWait` with the error that asks to wait, and with null when the wait is
   * over.
   */
  report: (uuid: string, outcome: Outcome) => void
  reportWait: (error: RequestError | null) => void
  /** Aborting lets pending requests finish and sends no others. */
  stop: AbortController
}

/**
 * Revokes tokens, four at a time. A failure does not delay the others. A wait that Waldur asks for (`Retry-After`)
 * delays all of them, and then that token is tried again. If the session ends or the network fails, the rest is not
 * sent.
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

/** Errors that every other token would get as well. */
const endsAll = (error: RequestError): boolean =>
  isOffline(error) || isIntercepted(error) || (error instanceof ApiError && error.status === 401)

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
