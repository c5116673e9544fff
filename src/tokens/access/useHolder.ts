import type { QueryClient } from '@tanstack/react-query'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Page } from '../../api/client.ts'
import { requestPage } from '../../api/client.ts'
import type { RequestError } from '../../api/errors.ts'
import { userQuery, useUser } from '../../auth/user.ts'
import { scopesQuery } from '../abilities.ts'
import type { Holder } from './access.ts'
import { holderOf, Role } from './holder.ts'

/** A Waldur server has a few dozen roles, and organizations may add their own. */
const MOST_PAGES = 20

const rolesQuery = () =>
  queryOptions({
    queryKey: ['roles'],
    queryFn: async ({ signal }) => {
      const roles: Role[] = []
      const query = { field: Object.keys(Role.shape) }
      let next: number | null = 1
      while (next !== null && next <= MOST_PAGES) {
        const response: Page<Role> = await requestPage('/api/roles/', Role, { page: next, query, signal })
        roles.push(...response.rows)
        next = response.next
      }
      return roles
    },
    staleTime: 5 * 60_000,
  })

interface KnownHolder {
  /** Null until it is known. */
  holder: Holder | null
  error: RequestError | null
  /** Its first request is on its way. */
  isLoading: boolean
  retry: () => void
}

/**
 * What the caller's roles permit and where.
 * @param again whether to ask again if they could not be read before. Only a page does that, not each part of it
 */
export function useHolder(again = true): KnownHolder {
  const user = useUser()
  const { data, error, isLoading, failureCount, refetch } = useQuery({ ...rolesQuery(), retryOnMount: again })
  const vocabulary = useVocabulary(user.is_staff)
  const holder = useMemo(() => {
    // Staff need no role.
    if (!data && !user.is_staff) return null
    return { ...holderOf(user, data ?? []), ...(vocabulary && { vocabulary }) }
  }, [user, data, vocabulary])
  return { holder, error, isLoading: holder === null && isLoading && failureCount === 0, retry: () => void refetch() }
}

/**
 * Waldur offers staff all permissions that it has. For others it lists only their own, which the form fetches anyway.
 */
function useVocabulary(isStaff: boolean): ReadonlySet<string> | null {
  // Many components use this at once; after a failure only those that depend on it retry.
  const { data } = useQuery({ ...scopesQuery(), retryOnMount: false })
  return useMemo(
    () => (isStaff && data?.unreadable === 0 ? new Set(data.rows.map(({ permission }) => permission)) : null),
    [isStaff, data],
  )
}

/** The holder from cached data; null if that is not loaded. */
export function holderNow(client: QueryClient): Holder | null {
  const user = client.getQueryData(userQuery().queryKey)
  const roles = client.getQueryData(rolesQuery().queryKey)
  return user && roles ? holderOf(user, roles) : null
}
