import { createContext, useMemo } from 'react'
import type { Effect } from '../access/effect.ts'
import { effectOf } from '../access/effect.ts'
import { useHolder } from '../access/useHolder.ts'
import type { Token } from '../schema.ts'
import type { HealthIssue } from './health.ts'
import { healthIssues } from './health.ts'

export type HealthOf = (token: Token, nowMs: number) => HealthIssue[]

/** Worked out once for a list of thousands, for the rows of it. */
export const HealthContext = createContext<HealthOf>(() => [])

/** What is not as it should be with a token; of permissions nothing is claimed as long as the roles are not known. */
export function useHealth(): HealthOf {
  const { holder } = useHolder()
  return useMemo(() => {
    // What does not change with the time is worked out once for each token.
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
