import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { RequestError } from '../api/errors.ts'
import { mergePages } from '../api/page.ts'
import type { Entity } from './queries.ts'
import { entityQueries } from './queries.ts'
import type { EntityType } from './types.ts'

const DEBOUNCE_MS = 250
/** Longer texts are searched by their beginning: an address line of any length would be refused by proxies. */
export const SEARCH_LENGTH = 200

export interface EntitySearch {
  /** What was really searched for, or is being. */
  text: string
  options: Entity[]
  total: number | null
  unreadable: number
  /** The options do not yet answer what was typed. */
  pending: boolean
  error: RequestError | null
  /** Why it is tried again. */
  failureReason: RequestError | null
  /** The next page failed; the options stay. */
  moreError: RequestError | null
  loadingMore: boolean
  /** Loads the next page; undefined at the end. */
  more: (() => void) | undefined
  retry: () => void
}

/** Searches the server for entities of one type; the previous search is aborted, and a late answer changes nothing. */
export function useEntitySearch(type: EntityType, typed: string, enabled: boolean): EntitySearch {
  const wanted = typed.trim().slice(0, SEARCH_LENGTH)
  const text = useSettled(wanted)
  const query = useInfiniteQuery({ ...entityQueries.search(type, text), enabled, placeholderData: keepPreviousData })
  const pages = query.data?.pages ?? []
  return {
    text,
    options: mergePages(pages.map((page) => page.rows)),
    total: pages[0]?.total ?? null,
    unreadable: pages.reduce((sum, page) => sum + page.unreadable, 0),
    pending: wanted !== text || query.isPlaceholderData || query.isPending,
    error: wanted === text && !query.data ? query.error : null,
    failureReason: query.failureReason,
    moreError: query.isFetchNextPageError ? query.error : null,
    loadingMore: query.isFetchingNextPage,
    more:
      query.hasNextPage && !query.isFetching && !query.isPlaceholderData ? () => void query.fetchNextPage() : undefined,
    retry: () => void query.refetch(),
  }
}

/** The text once it has not changed for a while; an emptied field at once. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), text === '' ? 0 : DEBOUNCE_MS)
    return () => clearTimeout(timer)
  }, [text])
  return settled
}
