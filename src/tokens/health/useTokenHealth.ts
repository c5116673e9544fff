import { parentsOf } from '../../entities/queries.ts'
import type { NamedPlace } from '../access/access.ts'
import { effectOf } from '../access/effect.ts'
import { boundPlaces } from '../access/places.ts'
import { useBoundEntities } from '../access/useBoundEntities.ts'
import { useHolder } from '../access/useHolder.ts'
import type { Token } from '../schema.ts'
import type { HealthIssue } from './health.ts'
import { healthIssues } from './health.ts'
import type { Reason } from './reasons.ts'
import { reasonsOf } from './reasons.ts'

/** A token that expires soon is not among them: its head says so, and offers to replace it. */
type Other = Exclude<HealthIssue, { kind: 'dead permissions' | 'ends soon' }>

/** A finding on a token's own page, where the reason why a permission has no effect can be found out. */
export type Finding = Other | Reason

export function useTokenHealth(token: Token, nowMs: number): Finding[] {
  const { holder } = useHolder(false)
  const { entities, isLoading } = useBoundEntities(token.allowed_scopes, false)
  const effect = holder && effectOf(token, holder)
  const others = healthIssues(
    token,
    effect && { ...effect, withoutEffect: effect.withoutEffect.filter(isStaffs) },
    nowMs,
  ).filter(isOther)
  // Wait before claiming anything about permissions, because it might change in a moment.
  if (!holder || !effect || isLoading) return others
  const outer = ({ uuid }: NamedPlace) => entities.flatMap((one) => (one?.uuid === uuid ? parentsOf(one) : []))
  const reasons = reasonsOf(token.scopes, boundPlaces(token.allowed_scopes, entities), holder, outer)
  const isDead = effect.withoutEffect.length === token.scopes.length
  return isDead && reasons.every(({ kind }) => kind === 'not yours') ? [{ kind: 'dead' }] : [...reasons, ...others]
}

const isStaffs = (scope: string): boolean => scope === 'STAFF.ACCESS'

const isOther = (issue: HealthIssue): issue is Other => issue.kind !== 'dead permissions' && issue.kind !== 'ends soon'
