import type { RequestError } from './errors.ts'
import { ApiError, isWaldurs } from './errors.ts'
import { isOffline } from './failures.ts'

/**
 * Whether the server may have carried out the request although the response does not say so. Waldur's own rejection (a
 * status below 500 with a text) rules that out. So does a session that has ended, and offline nothing was sent.
 * Everything else leaves it open: no response, half a response, a fault after the commit, or a proxy responding for
 * Waldur. Proxies send 408 and 409 for requests that they have already passed on, and anyone may send a 404.
 */
export function isOutcomeUnknown(error: RequestError): boolean {
  if (isOffline(error) || error.changedNothing) return false
  if (!(error instanceof ApiError) || error.status >= 500 || [404, 408, 409].includes(error.status)) return true
  return !isWaldurs(error)
}

/**
 * The same for a rotation. Here a rejection can hide a success too: when the browser resends the request, the second
 * one finds a token that the first one has just ended (400).
 */
export const isRotateUnknown = (error: RequestError): boolean =>
  isOutcomeUnknown(error) || (error instanceof ApiError && error.status === 400)
