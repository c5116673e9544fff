import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { RequestError } from '../api/errors.ts'
import { mergePages } from '../api/page.ts'
import { cutSearch } from '../ui/fold.ts'
import type { Entity } from './queries.ts'
import { entityQueries } from './queries.ts'
import type { EntityType } from './types.ts'

const DEBOUNCE_MS = 250

export interface EntitySearch {
  /** The text that was or is being searched for. */
  text: string
  options: Entity[]
  total: number | null
  unreadable: number
  /** The options do not match the typed text yet. */
  pending: boolean
  error: RequestError | null
  /** Why a search is being retried. */
  failureReason: RequestError | null
  /** There are more results, which cannot be loaded here. */
  cut: boolean
  /** In a search of several types, those that failed. */
  unsearched: readonly EntityType[]
  /** The next page or some of the types failed; the options stay. */
  moreError: RequestError | null
  loadingMore: boolean
  /** Loads more; undefined if there is nothing to load. */
  more: (() => void) | undefined
  retry: () => void
}

/**
 * Searches the server for entities: of one type page by page, of several types the first few of each. The previous
 * search is aborted, and a late response changes nothing.
 */
export function useEntitySearch(types: readonly EntityType[], typed: string, enabled: boolean): EntitySearch {
  const wanted = cutSearch(typed.trim())
  const text = useSettled(wanted)
  const only = types.length === 1 ? types[0] : undefined
  // Do not search while the text is changing, because the results would move under the pointer.
  const due = enabled && wanted === text
  const one = useOneType(only, text, due)
  const several = useSeveralTypes(types, text, due && only === undefined)
  const { query, ...found } = only === undefined ? several : one
  return {
    ...found,
    text,
    pending: wanted !== text || query.isPlaceholderData || query.isPending,
    error: wanted === text && !query.data ? query.error : null,
    failureReason: query.failureReason,
    retry: () => void query.refetch(),
  }
}

function useOneType(type: EntityType | undefined, text: string, enabled: boolean) {
  const query = useInfiniteQuery({
    ...entityQueries.search(type ?? 'customer', text),
    enabled: enabled && type !== undefined,
    // Results of another type would be wrong, even for a moment.
    placeholderData: (previous, from) => (from?.queryKey[1] === type ? previous : undefined),
  })
  const pages = query.data?.pages ?? []
  const { hasNextPage, isFetching, isPlaceholderData } = query
  return {
    query,
    options: mergePages(pages.map((page) => page.rows)),
    total: pages[0]?.total ?? null,
    unreadable: pages.reduce((sum, page) => sum + page.unreadable, 0),
    cut: hasNextPage,
    unsearched: [],
    moreError: query.isFetchNextPageError ? query.error : null,
    loadingMore: query.isFetchingNextPage,
    more: hasNextPage && !isFetching && !isPlaceholderData ? () => void query.fetchNextPage() : undefined,
  }
}

function useSeveralTypes(types: readonly EntityType[], text: string, enabled: boolean) {
  const query = useQuery({ ...entityQueries.across(types, text), enabled, placeholderData: keepPreviousData })
  const failure = query.data?.failure ?? null
  return {
    query,
    options: query.data?.rows ?? [],
    total: null,
    unreadable: query.data?.unreadable ?? 0,
    cut: query.data?.hasMore ?? false,
    unsearched: query.data?.failed ?? [],
    moreError: failure,
    loadingMore: failure !== null && query.isFetching,
    more: failure !== null && !query.isFetching ? () => void query.refetch() : undefined,
  }
}

/** The text after it has not changed for a while; an emptied field at once. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), text === '' ? 0 : DEBOUNCE_MS)
    return () => clearTimeout(timer)
  }, [text])
  return settled
}
