import { queryOptions } from '@tanstack/react-query'
import type { CallTable } from '../rules/calls.ts'

/** A file of its own, fetched by who looks at a permission. One that cannot be had is no fault of the page: it says so. */
export const callTableQuery = () =>
  queryOptions({
    queryKey: ['calls'],
    queryFn: async (): Promise<CallTable> => (await import('../rules/calls.json')).default,
    staleTime: Number.POSITIVE_INFINITY,
    throwOnError: false,
  })
