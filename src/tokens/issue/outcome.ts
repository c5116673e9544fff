import type { RequestError } from '../../api/errors.ts'
import { ApiError, isOffline } from '../../api/errors.ts'

/**
 * Whether the server may have done what was asked although the answer says nothing of it. A status below 500 is a
 * refusal, and offline nothing was sent; everything else (no answer, half an answer, a fault after the commit) leaves it open.
 */
export const isCreateUnknown = (error: RequestError): boolean =>
  !(error instanceof ApiError && error.status < 500) && !isOffline(error)

/**
 * The same for a rotation. Here a refusal can hide a success too: when the browser sends the request again, the
 * second one meets a token that the first one has just ended (400 or 404).
 */
export const isRotateUnknown = (error: RequestError): boolean =>
  isCreateUnknown(error) || (error instanceof ApiError && [400, 404, 409].includes(error.status))
