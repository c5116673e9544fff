import { currentSession } from '../api/credential.ts'
import { basePath } from '../api/deployment.ts'
import { userQuery } from '../auth/user.ts'
import { tokenQueries } from '../tokens/queries.ts'
import { queryClient } from './queryClient.ts'

/**
 * Asks for what will be shown first, before there is anything that draws it: who the caller is and, on the list's
 * address, the list. What fails is said by what draws it; the list is asked for once more before that.
 */
export function headStart(): void {
  const isSignedIn = currentSession().authorization !== null
  const isList = [basePath, `${basePath}tokens`].includes(location.pathname)
  // Other pages are in the script that comes later on the list; one part of it brings all.
  if (!isSignedIn || !isList) import('../auth/SignInPage.tsx').catch(() => undefined)
  if (!isSignedIn) return
  void queryClient.prefetchQuery(userQuery())
  if (isList) void queryClient.prefetchInfiniteQuery(tokenQueries.list())
}
