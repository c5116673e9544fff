import { request, requestNothing } from '../api/client.ts'
import type { RequestError } from '../api/errors.ts'
import { ApiError, isNotFound, isRequestError } from '../api/errors.ts'
import { isOutcomeUnknown } from '../api/outcome.ts'
import { everyToken, ROOT, sumUnreadable } from './listPages.ts'
import { Token } from './schema.ts'

const pathOf = (uuid: string): string => `${ROOT}${uuid}/`

/**
 * One token, asked anew and kept out of the cache; null where it is known to be gone. A 404 is no such knowledge: then
 * the list is read anew, and what is not in all of it is gone.
 * @throws the 404 where the list does not tell
 */
export async function tokenNow(uuid: string, signal?: AbortSignal): Promise<Token | null> {
  try {
    return await request(pathOf(uuid), Token, signal && { signal })
  } catch (error) {
    if (!isNotFound(error)) throw error
    return await inTheList(uuid, error, signal)
  }
}

async function inTheList(uuid: string, doubt: ApiError, signal?: AbortSignal): Promise<Token | null> {
  try {
    const pages = await everyToken(signal)
    const token = pages.flatMap(({ rows }) => rows).find((row) => row.uuid === uuid)
    // It may be one of those that could not be read.
    if (!token && sumUnreadable(pages) > 0) throw doubt
    return token ?? null
  } catch (failed) {
    throw isRequestError(failed) ? doubt : failed
  }
}

/** Whether a token has ended, by one look at it; null while that cannot be known. */
export async function hasEnded(uuid: string, signal?: AbortSignal): Promise<boolean | null> {
  try {
    const token = await tokenNow(uuid, signal)
    return token === null || !token.is_active
  } catch (error) {
    if (isRequestError(error)) return null
    throw error
  }
}

/**
 * Ends a token for good: 204, or a look at the token afterwards, says that it has ended.
 * @throws RequestError; `cameToNothing` where that look saw the token alive
 */
export async function revoke(uuid: string): Promise<'revoked' | 'already revoked'> {
  try {
    await requestNothing(pathOf(uuid), { method: 'DELETE' })
    return 'revoked'
  } catch (error) {
    if (!isRequestError(error) || !isOutcomeUnknown(error)) throw error
    const ended = await hasEnded(uuid)
    if (ended) return isNotFound(error) ? 'already revoked' : 'revoked'
    throw ended === false && isFinal(error) ? cameToNothing(error) : error
  }
}

/** What could not be reached in time, or was sent twice, may still be at work. */
const isFinal = (error: RequestError): error is ApiError =>
  error instanceof ApiError && ![408, 409, 502, 504].includes(error.status)

const cameToNothing = ({ status, problems, retryAfter, asked }: ApiError): RequestError =>
  new ApiError(status, problems, { retryAfter, asked, cameToNothing: true })
