import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { RequestError } from '../api/errors.ts'
import { mergePages } from '../api/page.ts'
import { cutSearch } from '../ui/fold.ts'
import { seenText } from '../ui/names.ts'
import type { Entity } from './queries.ts'
import type { TypeCount } from './search.ts'
import { searchQueries } from './search.ts'
import type { EntityType } from './types.ts'

const DEBOUNCE_MS = 250

export interface PlaceSearch {
  /** The text that was or is being searched for. */
  text: string
  options: Entity[]
  /** How many results each of several types has. */
  counts: readonly TypeCount[]
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
 * Searches the server for places: of several types the first few of each, of a type alone page by page. The previous
 * search is aborted, and a late response changes nothing.
 * @param only the type to show alone; null for all
 */
export function usePlaceSearch(
  types: readonly EntityType[],
  only: EntityType | null,
  typed: string,
  enabled: boolean,
): PlaceSearch {
  const wanted = cutSearch(seenText(typed).trim())
  const text = useSettled(wanted)
  const single = only ?? (types.length === 1 ? types[0] : undefined)
  // Do not search while the text is changing, because the results would move under the pointer.
  const due = enabled && wanted === text
  const one = useOneType(single, text, due)
  // A type shown alone stays among the others, with their numbers.
  const several = useSeveralTypes(types, text, due && types.length > 1)
  const { query, ...found } = single === undefined ? several : { ...one, counts: several.counts }
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
    ...searchQueries.ofType(type ?? 'customer', text),
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
  /** The text for which more than the first few were asked for. */
  const [wideFor, setWideFor] = useState<string | null>(null)
  const isWide = wideFor === text
  const query = useQuery({ ...searchQueries.across(types, text, isWide), enabled, placeholderData: keepPreviousData })
  const { rows = [], counts = [], unreadable = 0, hasMore = false, failed = [], failure = null } = query.data ?? {}
  const { isFetching, isPlaceholderData } = query
  const widen = hasMore && !isWide ? () => setWideFor(text) : undefined
  return {
    query,
    options: rows,
    counts,
    total: null,
    unreadable,
    cut: hasMore,
    unsearched: failed,
    moreError: failure,
    loadingMore: isFetching && (failure !== null || isPlaceholderData),
    more: isFetching || isPlaceholderData ? undefined : failure !== null ? () => void query.refetch() : widen,
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
