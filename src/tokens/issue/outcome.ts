import type { RequestError } from '../../api/errors.ts'
import { ApiError } from '../../api/errors.ts'

/**
 * Whether the server may have done what was asked although the answer says nothing of it. A status below 500 is a
 * refusal; everything else (no answer, half an answer, a fault after the commit) leaves it open.
 */
export const isOutcomeUnknown = (error: RequestError): boolean => !(error instanceof ApiError && error.status < 500)
