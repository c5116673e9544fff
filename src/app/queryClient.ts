import { QueryClient } from '@tanstack/react-query'
import { currentSession, onSessionChange } from '../api/credential.ts'
import { ApiError, isRequestError, NetworkError } from '../api/errors.ts'

const PASSING = new Set([408, 502, 503, 504])

/**
 * Reads are repeated at most twice, and only where the fault may pass by itself; after a 429 only when the server said
 * when. Writes never are.
 */
function retry(failures: number, error: Error): boolean {
  if (failures >= 2) return false
  if (error instanceof NetworkError) return error.kind !== 'timeout'
  if (!(error instanceof ApiError)) return false
  return PASSING.has(error.status) || (error.status === 429 && error.retryAfter !== null)
}

function retryDelay(failures: number, error: Error): number {
  if (error instanceof ApiError && error.retryAfter !== null) return error.retryAfter * 1000
  return 500 * 2 ** failures * (1 + Math.random() / 2)
}

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      retry,
      retryDelay,
      staleTime: 30_000,
      // With the default a request made offline waits and is sent later, without the user.
      networkMode: 'always',
      // That mode takes coming back for no reason to look again.
      refetchOnReconnect: 'always',
      // A bug is not an answer: it belongs to the error boundary.
      throwOnError: (error) => !isRequestError(error),
    },
    mutations: { retry: false, networkMode: 'always' },
  },
})

// Whoever signs in next finds nothing of the one before.
onSessionChange(() => {
  if (currentSession().authorization === null) queryClient.clear()
})
