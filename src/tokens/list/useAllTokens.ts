import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import { mergePages } from '../../api/page.ts'
import { tokenQueries } from '../queries.ts'

/** The first page is on screen at once; the others follow by themselves, until somebody stops them. */
export function useAllTokens() {
  const client = useQueryClient()
  const [stopped, setStopped] = useState(false)
  const query = useInfiniteQuery(tokenQueries.list())
  const { data, hasNextPage, isFetching, isError, fetchNextPage } = query
  // A quick page comes before its fetching was ever rendered: then only the number of pages tells of it.
  const loaded = data?.pages.length ?? 0
  useEffect(() => {
    if (loaded > 0 && hasNextPage && !isFetching && !isError && !stopped) void fetchNextPage()
  }, [loaded, hasNextPage, isFetching, isError, stopped, fetchNextPage])
  const tokens = useMemo(() => data && mergePages(data.pages.map((page) => page.rows)), [data])
  return {
    query,
    tokens,
    unreadable: data?.pages.reduce((sum, page) => sum + page.unreadable, 0) ?? 0,
    unreadableUuids: [...new Set(data?.pages.flatMap((page) => page.unreadableUuids))],
    total: data?.pages.at(-1)?.total ?? null,
    complete: !hasNextPage,
    error: query.error,
    updatedAt: query.dataUpdatedAt,
    retry: () => void (query.isFetchNextPageError ? fetchNextPage() : query.refetch()),
    isNextPageError: query.isFetchNextPageError,
    stopped,
    stop: () => {
      setStopped(true)
      void client.cancelQueries({ queryKey: tokenQueries.list().queryKey })
    },
    goOn: () => setStopped(false),
  }
}

export type TokenList = ReturnType<typeof useAllTokens>
