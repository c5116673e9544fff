import type { QueryClient } from '@tanstack/react-query'
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { Batch } from '../api/allPages.ts'
import { areRead, FIRST_BATCH, nextBatch, readBatch } from '../api/allPages.ts'
import type { Page } from '../api/client.ts'
import { readTokens } from './listPages.ts'
import type { Token } from './schema.ts'
import { tokenNow } from './tokenNow.ts'

export const tokenQueries = {
  all: () => ['tokens'] as const,
  list: () =>
    infiniteQueryOptions({
      queryKey: [...tokenQueries.all(), 'list'],
      queryFn: ({ pageParam, signal, client }) =>
        readBatch(pageParam, readTokens(signal), areRead(batchesRead(client), pageParam)),
      initialPageParam: FIRST_BATCH,
      getNextPageParam: (_last, batches) => nextBatch(batches),
    }),
  /** Null if it is known to be gone. */
  detail: (uuid: string) =>
    queryOptions({
      queryKey: [...tokenQueries.all(), 'detail', uuid],
      queryFn: ({ signal }) => tokenNow(uuid, signal),
    }),
}

/** The batches of the list read so far. */
const batchesRead = (client: QueryClient): readonly Batch<Token>[] =>
  client.getQueryData(tokenQueries.list().queryKey)?.pages ?? []

/** The newest tokens, which include anything issued just now. Always fetched again and never cached. */
export const newestPage = (signal?: AbortSignal): Promise<Page<Token>> => readTokens(signal)(1)

export const newestTokens = async (signal?: AbortSignal): Promise<Token[]> => (await newestPage(signal)).rows

/** The newest tokens, cached, to look up other tokens with the same name. */
export const newestQuery = () =>
  queryOptions({
    queryKey: [...tokenQueries.all(), 'newest'],
    queryFn: ({ signal }) => newestTokens(signal),
  })

/** Refetches everything about tokens after a change, without waiting for it. */
export const refreshTokens = (client: QueryClient): void =>
  void client.invalidateQueries({ queryKey: tokenQueries.all() })

/**
 * Shows at once what the server has just confirmed. It edits the cached pages because the refetch may have to wait, for
 * the connection or for other pages, and meanwhile a revoked token must not look active.
 */
export function showChange(client: QueryClient, uuids: ReadonlySet<string>, change: Partial<Token>): void {
  const changed = (token: Token) => (uuids.has(token.uuid) ? { ...token, ...change } : token)
  client.setQueryData(
    tokenQueries.list().queryKey,
    (list) => list && { ...list, pages: list.pages.map((page) => ({ ...page, rows: page.rows.map(changed) })) },
  )
  for (const uuid of uuids) client.setQueryData(tokenQueries.detail(uuid).queryKey, (token) => token && changed(token))
}
