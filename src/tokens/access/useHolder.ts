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

/** A Waldur has some dozens of roles; organisations may add their own. */
const MOST_PAGES = 20

const rolesQuery = () =>
  queryOptions({
    queryKey: ['roles'],
    queryFn: async ({ signal }) => {
      const roles: Role[] = []
      const query = { field: Object.keys(Role.shape) }
      let next: number | null = 1
      while (next !== null && next <= MOST_PAGES) {
        const answer: Page<Role> = await requestPage('/api/roles/', Role, { page: next, query, signal })
        roles.push(...answer.rows)
        next = answer.next
      }
      return roles
    },
    staleTime: 5 * 60_000,
  })

/** What the caller's roles permit, and where; null until it is known, and with the error where it cannot be. */
export function useHolder(): { holder: Holder | null; error: RequestError | null; retry: () => void } {
  const user = useUser()
  const { data, error, refetch } = useQuery(rolesQuery())
  const vocabulary = useVocabulary(user.is_staff)
  const holder = useMemo(() => {
    // Staff need no role.
    if (!data && !user.is_staff) return null
    return { ...holderOf(user, data ?? []), ...(vocabulary && { vocabulary }) }
  }, [user, data, vocabulary])
  return { holder, error, retry: () => void refetch() }
}

/** What a Waldur has to offer, it offers to staff. Others have asked for theirs before the form needs them. */
function useVocabulary(isStaff: boolean): ReadonlySet<string> | null {
  // Many components ask at once; after a failure only those that cannot do without it retry.
  const { data } = useQuery({ ...scopesQuery(), retryOnMount: false })
  return useMemo(
    () => (isStaff && data?.unreadable === 0 ? new Set(data.rows.map(({ permission }) => permission)) : null),
    [isStaff, data],
  )
}

/** The same of what is known by now. */
export function holderNow(client: QueryClient): Holder | null {
  const user = client.getQueryData(userQuery().queryKey)
  const roles = client.getQueryData(rolesQuery().queryKey)
  return user && roles ? holderOf(user, roles) : null
}
