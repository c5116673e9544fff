import { useInfiniteQuery } from '@tanstack/react-query'
import { tokenQueries } from '../queries.ts'

/** Whether this Waldur has networks: its tokens tell (waldur-api, section 3). Null while there are none to tell. */
export function useKnowsNetworks(): boolean | null {
  // Reads what the list has loaded, and asks for nothing.
  const { data } = useInfiniteQuery({ ...tokenQueries.list(), enabled: false })
  const tokens = (data?.pages ?? []).flatMap((page) => page.rows)
  return tokens.length === 0 ? null : tokens.some((token) => token.allowed_networks !== undefined)
}
