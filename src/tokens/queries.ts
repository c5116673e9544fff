import type { QueryClient } from '@tanstack/react-query'
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { Page } from '../api/client.ts'
import { requestPage } from '../api/client.ts'
import { pagesFollowing, ROOT, requestPages } from './listPages.ts'
import { Token } from './schema.ts'
import { tokenNow } from './tokenNow.ts'

export const tokenQueries = {
  all: () => ['tokens'] as const,
  list: () =>
    infiniteQueryOptions({
      queryKey: [...tokenQueries.all(), 'list'],
      queryFn: ({ pageParam, signal, client }) => requestPages(pageParam, signal, isReadAnew(client, pageParam)),
      initialPageParam: [1],
      getNextPageParam: (_last, pages) => pagesFollowing(pages),
    }),
  /** Null where it is known to be gone. */
  detail: (uuid: string) =>
    queryOptions({
      queryKey: [...tokenQueries.all(), 'detail', uuid],
      queryFn: ({ signal }) => tokenNow(uuid, signal),
    }),
}

/** Whether the list has these pages: it must not end before them because one of them fails now. */
function isReadAnew(client: QueryClient, [first = 1]: readonly number[]): boolean {
  const pages = client.getQueryData(tokenQueries.list().queryKey)?.pages ?? []
  const last = pages.at(-1)
  return last !== undefined && (pagesFollowing(pages) === null || (last.next !== null && first < last.next))
}

/** The newest tokens, where whatever was issued just now must be. Asked anew each time, and kept out of the cache. */
export const newestPage = (signal?: AbortSignal): Promise<Page<Token>> =>
  requestPage(ROOT, Token, { page: 1, ...(signal && { signal }) })

export const newestTokens = async (signal?: AbortSignal): Promise<Token[]> => (await newestPage(signal)).rows

/** The same, kept: where namesakes of a token are looked for. */
export const newestQuery = () =>
  queryOptions({
    queryKey: [...tokenQueries.all(), 'newest'],
    queryFn: ({ signal }) => newestTokens(signal),
  })

/** Has everything about tokens asked for anew, after a change; nothing waits for it. */
export const refreshTokens = (client: QueryClient): void =>
  void client.invalidateQueries({ queryKey: tokenQueries.all() })

/**
 * Shows at once what the server has just answered. It is written into the cached pages because the refresh after it may
 * have to wait, for the connection or for other pages, and an ended token must not look alive until then.
 */
export function showChange(client: QueryClient, uuids: ReadonlySet<string>, change: Partial<Token>): void {
  const changed = (token: Token) => (uuids.has(token.uuid) ? { ...token, ...change } : token)
  client.setQueryData(
    tokenQueries.list().queryKey,
    (list) => list && { ...list, pages: list.pages.map((page) => ({ ...page, rows: page.rows.map(changed) })) },
  )
  for (const uuid of uuids) client.setQueryData(tokenQueries.detail(uuid).queryKey, (token) => token && changed(token))
}
