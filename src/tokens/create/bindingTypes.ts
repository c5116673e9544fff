import type { EntityType } from '../../entities/types.ts'
import { ENTITY_TYPES } from '../../entities/types.ts'
import type { BindingTarget } from '../abilities.ts'
import { EVERYWHERE } from '../access/access.ts'

/** Everything below each type that a role on it covers (waldur-api, section 7.2, read from the top). */
const BELOW: Record<EntityType, readonly EntityType[]> = {
  customer: ['project', 'resource', 'resource_project', 'offering', 'service_provider', 'call_organizer'],
  project: ['resource', 'resource_project'],
  resource: ['resource_project'],
  resource_project: [],
  offering: ['resource', 'resource_project'],
  service_provider: [],
  call_organizer: [],
  call: [],
  proposal: [],
}

/**
 * The types that a token with these permissions can be bound to, in the order of the type table. Waldur lists only the
 * types on which the caller's roles are held, and accepts entities below those as well (waldur-api, section 8.3). A
 * role held in all of Waldur counts for every type, and is not a type itself. Before a permission is chosen, these are
 * the types for any of them. Types that this build cannot search are left out.
 */
export function bindableTypes(targets: readonly BindingTarget[], scopes: readonly string[]): EntityType[] {
  const chosen = new Set(scopes)
  const direct = new Set(
    targets.filter(({ permission }) => chosen.size === 0 || chosen.has(permission)).flatMap(({ types }) => types),
  )
  return ENTITY_TYPES.filter(
    (type) =>
      direct.has(type) ||
      direct.has(EVERYWHERE) ||
      ENTITY_TYPES.some((above) => direct.has(above) && BELOW[above].includes(type)),
  )
}
