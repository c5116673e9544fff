import { sumUnreadable } from '../api/allPages.ts'
import { request } from '../api/client.ts'
import type { ApiError } from '../api/errors.ts'
import { isNotFound, isRequestError } from '../api/errors.ts'
import { everyToken, ROOT } from './listPages.ts'
import { Token } from './schema.ts'

export const tokenPath = (uuid: string): string => `${ROOT}${uuid}/`

/**
 * One token, fetched again and not cached; null if it is known to be gone. A 404 alone does not prove that. The list is
 * then refetched, and a token that is missing from the whole list is gone.
 * @throws the 404 if the list is inconclusive
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
    // It may be one of the unreadable ones.
    if (!token && sumUnreadable(pages) > 0) throw doubt
    return token ?? null
  } catch (failed) {
    throw isRequestError(failed) ? doubt : failed
  }
}

/** Whether a token has ended, by reading it once; null if that fails. */
export async function hasEnded(uuid: string, signal?: AbortSignal): Promise<boolean | null> {
  try {
    const token = await tokenNow(uuid, signal)
    return token === null || !token.is_active
  } catch (error) {
    if (isRequestError(error)) return null
    throw error
  }
}
