import type { RequestError } from './errors.ts'
import { ApiError, isOffline } from './errors.ts'

/**
 * Whether the server may have done what was asked although the answer says nothing of it. Waldur's own refusal, a
 * status below 500 with words in it, rules that out; so does a session that ended, and offline nothing was sent.
 * Everything else leaves it open: no answer, half an answer, a fault after the commit, and a proxy that speaks for
 * Waldur; 408 and 409 are what proxies say to a request that they have passed on before, and 404 what anybody says.
 */
export function isOutcomeUnknown(error: RequestError): boolean {
  if (isOffline(error) || error.cameToNothing) return false
  if (!(error instanceof ApiError) || error.status >= 500 || [404, 408, 409].includes(error.status)) return true
  return error.problems.length === 0 && error.status !== 401
}

/**
 * The same for a rotation. Here a refusal can hide a success too: when the browser sends the request again, the
 * second one meets a token that the first one has just ended (400).
 */
export const isRotateUnknown = (error: RequestError): boolean =>
  isOutcomeUnknown(error) || (error instanceof ApiError && error.status === 400)
