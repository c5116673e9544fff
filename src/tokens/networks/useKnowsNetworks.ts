import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { tokenFieldsQuery } from '../abilities.ts'
import { tokenQueries } from '../queries.ts'

/**
 * Whether this Waldur server has networks, judging by its tokens or, if there are none, by its metadata (waldur-api,
 * section 3). Null if neither tells.
 */
export function useKnowsNetworks(): boolean | null {
  // Reads the cached list without requesting it.
  const { data } = useInfiniteQuery({ ...tokenQueries.list(), enabled: false })
  const tokens = (data?.pages ?? []).flatMap((page) => page.rows)
  const isEmpty = data !== undefined && tokens.length === 0
  const { data: fields } = useQuery({ ...tokenFieldsQuery(), enabled: isEmpty })
  if (tokens.length > 0) return tokens.some((token) => token.allowed_networks !== undefined)
  return fields?.includes('allowed_networks') ?? null
}
