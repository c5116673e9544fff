import { QueryClient } from '@tanstack/react-query'
import { sessionAtom } from '../api/credential.ts'
import { ApiError, isRequestError, NetworkError } from '../api/errors.ts'

const PASSING = new Set([408, 502, 503, 504])

/**
 * Reads are retried at most twice, and only after faults that may pass on their own; after a 429 only if the server
 * said how long to wait. Writes are never retried.
 */
export function retry(failures: number, error: Error): boolean {
  if (failures >= 2) return false
  if (error instanceof NetworkError) return error.kind !== 'timeout'
  if (!(error instanceof ApiError)) return false
  return PASSING.has(error.status) || (error.status === 429 && error.retryAfter !== null)
}

/** Milliseconds until the next attempt: as the server asked, else half a second, and about twice that each time. */
export function retryDelay(failures: number, error: Error): number {
  if (error instanceof ApiError && error.retryAfter !== null) return error.retryAfter * 1000
  return 500 * 2 ** failures * (1 + Math.random() / 2)
}

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      retry,
      retryDelay,
      staleTime: 30_000,
      // By default a request made offline is queued and sent later, without the user.
      networkMode: 'always',
      // `always` turns off refetching on reconnect, so turn it back on.
      refetchOnReconnect: 'always',
      // A bug is not an error response: it belongs to the error boundary.
      throwOnError: (error) => !isRequestError(error),
    },
    mutations: { retry: false, networkMode: 'always' },
  },
})

// The next user must not find anything of the previous one.
sessionAtom.subscribe(({ authorization }) => {
  if (authorization === null) queryClient.clear()
})
