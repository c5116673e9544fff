import { useQuery } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import { scopesQuery } from './queries.ts'
import type { Ailment } from './rules/health.ts'
import { ailmentsOf } from './rules/health.ts'
import type { Token } from './schema.ts'

/** What is not as it should be with a token, as far as the page knows. */
export function useHealth(): (token: Token, nowMs: number) => Ailment[] {
  const { data } = useQuery(scopesQuery())
  const available = useMemo(
    () => (data && data.unreadable === 0 ? new Set(data.rows.map(({ permission }) => permission)) : null),
    [data],
  )
  return useCallback((token, nowMs) => ailmentsOf(token, available, nowMs), [available])
}
