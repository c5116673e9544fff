import { sumUnreadable } from '../api/allPages.ts'
import { request } from '../api/client.ts'
import type { ApiError } from '../api/errors.ts'
import { isNotFound, isRequestError } from '../api/errors.ts'
import { everyToken, ROOT } from './listPages.ts'
import { Token } from './schema.ts'

export const tokenPath = (uuid: string): string => `${ROOT}${uuid}/`

/**
 * One token, asked anew and kept out of the cache; null where it is known to be gone. A 404 is no such knowledge: then
 * the list is read anew, and what is not in all of it is gone.
 * @throws the 404 where the list does not tell
 */
export async function tokenNow(uuid: string, signal?: AbortSignal): Promise<Token | null> {
  try {
    return await request(tokenPath(uuid), Token, signal && { signal })
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
