import { readAll } from '../api/allPages.ts'
import type { Page } from '../api/client.ts'
import { requestPage } from '../api/client.ts'
import { Token } from './schema.ts'

export const ROOT = '/api/personal-access-tokens/'

/** The newest tokens are on the first page (waldur-api, section 4). */
export const readTokens =
  (signal?: AbortSignal) =>
  (page: number): Promise<Page<Token>> =>
    requestPage(ROOT, Token, { page, ...(signal && { signal }) })

/**
 * All tokens, fetched again.
 * @throws RequestError if they cannot be read to a confirmed end
 */
export const everyToken = (signal?: AbortSignal): Promise<Page<Token>[]> => readAll(readTokens(signal))
