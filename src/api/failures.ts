import type { RequestError } from './errors.ts'
import { ApiError, EMPTY, NetworkError, ShapeError, UNLIKE, WEB_PAGE } from './errors.ts'

// Kinds of failures. Apart from errors.ts, so that they load later: nobody asks before a request has failed.

const FOREIGN: readonly string[] = [WEB_PAGE, EMPTY, UNLIKE]

/** The browser reports that it has no network. A write was not sent. */
export const isOffline = (error: RequestError): boolean => error instanceof NetworkError && error.kind === 'offline'

/** Something between here and Waldur most likely responded, and will respond to the next request too. */
export const isIntercepted = (error: RequestError): boolean =>
  error instanceof ShapeError && FOREIGN.includes(error.where)

/** The server did not respond in time. */
export const isTimeout = (error: RequestError): boolean => error instanceof NetworkError && error.kind === 'timeout'

/**
 * Whether Waldur may still be carrying out the request: it did not respond in time, to the page or to a gateway, or a
 * gateway has seen the request twice.
 */
export const mayStillRun = (error: RequestError): boolean =>
  isTimeout(error) || (error instanceof ApiError && [408, 409, 502, 504].includes(error.status))
