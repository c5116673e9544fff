import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { mergePages } from '../../api/page.ts'
import { useUser } from '../../auth/user.ts'
import { newestQuery, tokenQueries } from '../queries.ts'
import type { Token } from '../schema.ts'
import type { Read, TokenActivity } from './activity.ts'
import { activityOf } from './activity.ts'
import { eventsQuery } from './events.ts'

/**
 * What is known about a token's activity. Other tokens with its name are looked up among the newest tokens, and in the
 * list if that is cached.
 * @param again whether to ask again after a failure. Only a page does that, not each part of it
 */
export function useActivity(token: Token, again = false) {
  const client = useQueryClient()
  const query = useInfiniteQuery({ ...eventsQuery(token, useUser()), retryOnMount: again })
  const newest = useQuery({ ...newestQuery(), retryOnMount: again })
  const listed = client.getQueryData(tokenQueries.list().queryKey)?.pages ?? []
  const namesakes = mergePages([newest.data ?? [], ...listed.map(({ rows }) => rows)])
  const { pages = [] } = query.data ?? {}
  const [byName, ...byUuid] = (pages[0] ?? []).map((_, index): Read => {
    const read = pages.map((page) => page[index] ?? null)
    return { rows: mergePages(read.map((page) => page?.rows ?? [])), hasMore: (read.at(-1)?.next ?? null) !== null }
  })
  // Wait for the other tokens with the name, or the text would change while the user reads it.
  const isKnown = byName !== undefined && !newest.isPending
  const activity: TokenActivity | null = isKnown ? activityOf(token, namesakes, byName, byUuid) : null
  return {
    query,
    activity,
    canTell: !isKnown || activity !== null,
    /** The first request is on its way. */
    isLoading: !isKnown && query.failureCount === 0 && (query.isLoading || newest.isLoading),
  }
}
