import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import { isWhole, sumUnreadable, totalOf } from '../api/allPages.ts'
import { NO_END, ShapeError } from '../api/errors.ts'
import { mergePages } from '../api/page.ts'
import { tokenQueries } from './queries.ts'

/** There is no next page, although tokens are missing. */
const SHORT = new ShapeError(NO_END)

/** Shows the first page at once and loads the others automatically, until the user stops it. */
export function useAllTokens() {
  const client = useQueryClient()
  const [stopped, setStopped] = useState(false)
  const query = useInfiniteQuery(tokenQueries.list())
  const { data, hasNextPage, isFetching, isError, fetchNextPage } = query
  // A quick page may arrive before its fetching state was ever rendered, so depend on the number of pages.
  const loaded = data?.pages.length ?? 0
  useEffect(() => {
    if (loaded > 0 && hasNextPage && !isFetching && !isError && !stopped) void fetchNextPage()
  }, [loaded, hasNextPage, isFetching, isError, stopped, fetchNextPage])
  const tokens = useMemo(() => data && mergePages(data.pages.map((page) => page.rows)), [data])
  const complete = useMemo(() => data !== undefined && isWhole(data.pages), [data])
  const isShort = data !== undefined && !hasNextPage && !complete && !isFetching
  return {
    query,
    tokens,
    unreadable: sumUnreadable(data?.pages ?? []),
    unread: mergePages(data?.pages.map(({ unread }) => unread) ?? []),
    total: totalOf(data?.pages ?? []),
    complete,
    error: query.error ?? (isShort ? SHORT : null),
    updatedAt: query.dataUpdatedAt,
    retry: () => void (query.isFetchNextPageError ? fetchNextPage() : query.refetch()),
    isNextPageError: query.isFetchNextPageError || isShort,
    stopped,
    stop: () => {
      setStopped(true)
      void client.cancelQueries({ queryKey: tokenQueries.list().queryKey })
    },
    resume: () => setStopped(false),
  }
}

export type TokenList = ReturnType<typeof useAllTokens>
