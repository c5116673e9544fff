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
  /** There are more than these, and more was not asked for. */
  cut: boolean
  /** Of several types, those without an answer. */
  unsearched: readonly EntityType[]
  /** What is missing failed, the next page or some of the types; the options stay. */
  moreError: RequestError | null
  loadingMore: boolean
  /** Loads what is missing; undefined where nothing is. */
  more: (() => void) | undefined
  retry: () => void
}

/**
 * Searches the server for entities: of one type page by page, of several types the first few of each. The previous
 * search is aborted, and a late answer changes nothing.
 */
export function useEntitySearch(types: readonly EntityType[], typed: string, enabled: boolean): EntitySearch {
  const wanted = cutSearch(typed.trim())
  const text = useSettled(wanted)
  const only = types.length === 1 ? types[0] : undefined
  // Not for a text that is being typed over: its hits would move away under the pointer.
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
    // Hits of another type would be wrong ones, even for a moment.
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

/** The text once it has not changed for a while; an emptied field at once. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), text === '' ? 0 : DEBOUNCE_MS)
    return () => clearTimeout(timer)
  }, [text])
  return settled
}
