import { InfiniteQueryObserver } from '@tanstack/react-query'
import { currentSession, isAccessToken } from '../api/credential.ts'
import { basePath } from '../api/deployment.ts'
import { serverNow } from '../api/serverClock.ts'
import { configurationQuery } from '../auth/configuration.ts'
import { userQuery } from '../auth/user.ts'
import { isTurnedOff } from '../tokens/capabilities/obstacles.ts'
import { drawFirstRows } from '../tokens/list/firstRows.ts'
import { tokenQueries } from '../tokens/queries.ts'
import { speaksFor } from '../ui/spoken.ts'
import { day, duration } from '../ui/time.ts'
import { queryClient } from './queryClient.ts'

/**
 * Asks for what will be shown first, before there is anything that draws it: who the caller is and, on the list's
 * address, the list. What fails is said by what draws it; the list is asked for once more before that.
 * @param page fulfilled when the script that draws has come
 * @returns when the first rows are on the screen, or it is known that they come with the page
 */
export async function headStart(page: Promise<unknown>): Promise<void> {
  const { authorization, impersonated } = currentSession()
  const isList = [basePath, `${basePath}tokens`].includes(location.pathname)
  // Other pages are in the script that comes later on the list; one part of it brings all. It imports the one that
  // draws, and must not bring one that was refused for its `integrity`.
  if (authorization === null || !isList) page.then(() => import('../auth/SignInPage.tsx')).catch(() => undefined)
  if (authorization === null) return
  const user = queryClient.prefetchQuery(userQuery())
  // Whether tokens work at all; nothing waits for it.
  void queryClient.prefetchQuery(configurationQuery())
  if (!isList) return
  const list = queryClient.prefetchInfiniteQuery(tokenQueries.list())
  void list.then(askForMore)
  // The page will say first as whom one is here, or show a part of the list.
  if (isAccessToken(authorization) || impersonated !== null || location.search !== '') return
  // Made while Waldur answers: the first of each takes as long as many rows.
  day(0)
  duration(0)
  await Promise.all([user, list])
  if (showFirstRows()) await painted()
}

/** The next pages, while the one that draws is still on its way or at work; it goes on from there. */
function askForMore(): void {
  const list = new InfiniteQueryObserver(queryClient, tokenQueries.list())
  if (list.getCurrentResult().hasNextPage) void list.fetchNextPage()
}

function showFirstRows(): boolean {
  const user = queryClient.getQueryData(userQuery().queryKey)
  const tokens = queryClient.getQueryData(tokenQueries.list().queryKey)?.pages.flatMap(({ rows }) => rows)
  // Gone when the page is drawn, or could not be.
  const waiting = document.querySelector('.frame main > p')
  if (!user || !tokens?.length || !waiting || !speaksFor(user)) return false
  const configuration = queryClient.getQueryData(configurationQuery().queryKey)
  const isOff = isTurnedOff({
    mayCreate: user.can_use_personal_access_tokens,
    enabled: configuration?.PAT_ENABLED,
  })
  waiting.replaceWith(drawFirstRows(tokens, serverNow(), isOff))
  return true
}

/** The next task after a frame. */
const painted = () => new Promise<void>((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
