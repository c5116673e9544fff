import type { HealthIssue } from '../health/health.ts'
import type { Filter } from '../rows/view.ts'
import type { Token } from '../schema.ts'
import { endsSoon, tokenState } from '../state/expiry.ts'
import { isUnused } from '../state/idle.ts'

/** Health issues that have their own chip. */
const OWN_CHIP: readonly HealthIssue['kind'][] = ['ends soon', 'never used', 'unused']

/** The filters that match the token. @param nowMs the server's time */
export function filtersOf(token: Token, issues: readonly HealthIssue[], nowMs: number): Filter[] {
  const state = tokenState(token, nowMs)
  if (state !== 'active') return [state]
  const passed: (Filter | false)[] = [
    'active',
    endsSoon(token, nowMs) && 'ending',
    isUnused(token, nowMs) && 'unused',
    issues.some(({ kind }) => !OWN_CHIP.includes(kind)) && 'attention',
  ]
  return passed.filter((filter) => filter !== false)
}
