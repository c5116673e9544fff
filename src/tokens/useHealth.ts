import { useQuery } from '@tanstack/react-query'
import { createContext, useMemo } from 'react'
import { scopesQuery } from './queries.ts'
import type { Ailment } from './rules/health.ts'
import { ailmentsOf } from './rules/health.ts'
import type { RoleEnd } from './rules/roleEnd.ts'
import { tokenRoleEnd } from './rules/roleEnd.ts'
import type { Token } from './schema.ts'
import { useHolder } from './useHolder.ts'

export type HealthOf = (token: Token, nowMs: number) => Ailment[]

/** Worked out once for a list of thousands, for the rows of it. */
export const HealthContext = createContext<HealthOf>(() => [])

/** What is not as it should be with a token; of permissions and roles nothing is claimed as long as they are not known. */
export function useHealth(): HealthOf {
  const { data } = useQuery(scopesQuery())
  const { holder } = useHolder()
  return useMemo(() => {
    // One that could not be read may be any.
    const available = data && data.unreadable === 0 ? new Set(data.rows.map(({ permission }) => permission)) : null
    // What does not change with the time is worked out once for each token.
    const known = new WeakMap<Token, RoleEnd | null>()
    const endOf = (token: Token): RoleEnd | null => {
      if (!holder) return null
      const before = known.get(token)
      const end = before === undefined ? tokenRoleEnd(token, holder) : before
      known.set(token, end)
      return end
    }
    return (token, nowMs) => ailmentsOf(token, available, token.is_active ? endOf(token) : null, nowMs)
  }, [data, holder])
}
