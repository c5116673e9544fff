import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { tokenFieldsQuery } from '../abilities.ts'
import { tokenQueries } from '../queries.ts'

/**
 * Whether this Waldur has networks: its tokens tell, and where there are none it is asked (waldur-api, section 3). Null
 * where neither tells.
 */
export function useKnowsNetworks(): boolean | null {
  // Reads what the list has loaded, and does not ask for it.
  const { data } = useInfiniteQuery({ ...tokenQueries.list(), enabled: false })
  const tokens = (data?.pages ?? []).flatMap((page) => page.rows)
  const isEmpty = data !== undefined && tokens.length === 0
  const { data: fields } = useQuery({ ...tokenFieldsQuery(), enabled: isEmpty })
  if (tokens.length > 0) return tokens.some((token) => token.allowed_networks !== undefined)
  return fields?.includes('allowed_networks') ?? null
}
