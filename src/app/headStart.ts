import { InfiniteQueryObserver } from '@tanstack/react-query'
import { currentSession, isAccessToken } from '../api/credential.ts'
import { basePath } from '../api/deployment.ts'
import { normalizeUuid } from '../api/wire.ts'
import { configurationQuery } from '../auth/configuration.ts'
import { userQuery } from '../auth/user.ts'
import { tokenQueries } from '../tokens/queries.ts'
import type { Token } from '../tokens/schema.ts'
import { isLocaleOf } from '../ui/locale.ts'
import { queryClient } from './queryClient.ts'

/** What the URL leads to: the list, a token by its uuid, or anything else. */
export function addressedPlace(): 'list' | 'other' | { uuid: string } {
  if (!location.pathname.startsWith(basePath)) return 'other'
  const [folder = '', text, ...rest] = location.pathname.slice(basePath.length).split('/')
  if (folder === '' && text === undefined) return 'list'
  if (folder !== 'tokens' || rest.length > 0) return 'other'
  if (text === undefined || text === '') return 'list'
  const uuid = normalizeUuid(text)
  return uuid === null ? 'other' : { uuid }
}

export const isToken = (): boolean => typeof addressedPlace() === 'object'

/**
 * Requests what will be shown first, before anything can render it: the user, and the list or the token in the URL.
 * The components show failures, after requesting the list once more.
 * @returns the tokens to show before the page is rendered; null if the page will show something else
 */
export async function headStart(): Promise<readonly Token[] | null> {
  const { authorization, impersonated } = currentSession()
  if (authorization === null) return null
  const user = queryClient.prefetchQuery(userQuery())
  // Whether tokens work at all; nothing waits for it.
  void queryClient.prefetchQuery(configurationQuery())
  const place = addressedPlace()
  if (place === 'other') return null
  const asked = place === 'list' ? askForList() : queryClient.prefetchQuery(tokenQueries.detail(place.uuid))
  // The page will start with a notice about the user, or show only a part of the list.
  if (isAccessToken(authorization) || impersonated !== null || location.search !== '') return null
  await Promise.all([user, asked])
  const known = queryClient.getQueryData(userQuery().queryKey)
  if (!known || !isLocaleOf(known)) return null
  const tokens = place === 'list' ? listed() : [queryClient.getQueryData(tokenQueries.detail(place.uuid).queryKey)]
  const shown = tokens.filter((token) => token !== null && token !== undefined)
  return shown.length > 0 ? shown : null
}

const listed = (): readonly Token[] =>
  queryClient.getQueryData(tokenQueries.list().queryKey)?.pages.flatMap(({ rows }) => rows) ?? []

function askForList(): Promise<void> {
  const list = queryClient.prefetchInfiniteQuery(tokenQueries.list())
  void list.then(askForMore)
  return list
}

/** Requests further pages while the page's script loads. The page continues from there. */
function askForMore(): void {
  const list = new InfiniteQueryObserver(queryClient, tokenQueries.list())
  if (list.getCurrentResult().hasNextPage) void list.fetchNextPage()
}
