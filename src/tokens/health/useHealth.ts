import { useMemo } from 'react'
import type { Effect } from '../access/effect.ts'
import { effectOf } from '../access/effect.ts'
import { useHolder } from '../access/useHolder.ts'
import type { Token } from '../schema.ts'
import type { HealthIssue } from './health.ts'
import { healthIssues } from './health.ts'

export type HealthOf = (token: Token, nowMs: number) => HealthIssue[]

/** The issues of a token. Until the roles are loaded, there are none about permissions. */
export function useHealth(): HealthOf {
  const { holder } = useHolder()
  return useMemo(() => {
    // Cache the part that does not depend on the time for each token.
    const known = new WeakMap<Token, Effect>()
    const knownOf = (token: Token): Effect | null => {
      if (!holder || !token.is_active) return null
      const effect = known.get(token) ?? effectOf(token, holder)
      known.set(token, effect)
      return effect
    }
    return (token, nowMs) => healthIssues(token, knownOf(token), nowMs)
  }, [holder])
}
