import type { RequestError } from './errors.ts'
import { ApiError, EMPTY, isWaldurs, NetworkError, ShapeError, UNLIKE, WEB_PAGE } from './errors.ts'

// Kinds of failures. Apart from errors.ts, so that they load later: nobody asks before a request has failed.

const FOREIGN: readonly string[] = [WEB_PAGE, EMPTY, UNLIKE]

/** The browser reports that it has no network. A write was not sent. */
export const isOffline = (error: RequestError): boolean => error instanceof NetworkError && error.kind === 'offline'

/** Something between here and Waldur most likely responded, and will respond to the next request too. */
export const isIntercepted = (error: RequestError): boolean =>
  error instanceof ShapeError && FOREIGN.includes(error.where)

/** The server did not respond in time. */
export const isTimeout = (error: RequestError): boolean => error instanceof NetworkError && error.kind === 'timeout'

/** Whether Waldur most likely is still at work: no response came in time, or a gateway has seen the request twice. */
export const isSlow = (error: RequestError): boolean =>
  isTimeout(error) || (error instanceof ApiError && [408, 409, 502, 504].includes(error.status))

/**
 * Whether Waldur may still be carrying out the request: it was sent, and no response that Waldur wrote has ended it.
 * A gateway rejects a request (4xx) before it passes it on, except one that it has already seen (409) or that takes too
 * long (408). Its other errors and pages may come after that. A 500 here is Waldur's: `foreignBody` finds the others.
 */
export const mayStillRun = (error: RequestError): boolean =>
  error instanceof ApiError
    ? [408, 409].includes(error.status) || (error.status > 500 && !isWaldurs(error))
    : isIntercepted(error) || (error instanceof NetworkError && !isOffline(error))
