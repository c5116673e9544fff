import * as z from 'zod/mini'
import { instantMs, orNull, Uuid } from '../../api/wire.ts'
import type { Grant, User } from '../../auth/user.ts'
import { shortUuid } from '../../entities/queries.ts'
import type { EntityType } from '../../entities/types.ts'
import { entityKind, isEntityType } from '../../entities/types.ts'
import type { HeldRole, Holder } from './access.ts'
import { EVERYWHERE } from './access.ts'

/** A role of this Waldur server. Its permissions may be strings that the enumeration does not contain. */
export const Role = z.object({
  uuid: Uuid,
  permissions: z.array(z.string()),
  is_active: orNull(z.boolean()),
  /** Where it can be held: a type of entity, or "global". */
  content_type: orNull(z.string()),
})
export type Role = z.output<typeof Role>

type Above = 'customer_uuid' | 'project_uuid' | 'resource_uuid'

/** The columns of a grant that contain the parents of its entity (waldur-api, section 7.2). */
const ABOVE: Record<EntityType, readonly Above[]> = {
  customer: [],
  project: ['customer_uuid'],
  resource: ['project_uuid', 'customer_uuid'],
  resource_project: ['resource_uuid', 'project_uuid', 'customer_uuid'],
  offering: ['project_uuid', 'customer_uuid'],
  service_provider: ['customer_uuid'],
  call_organizer: ['customer_uuid'],
  call: [],
  proposal: [],
}

/**
 * The caller's roles and where they are held: each grant of `users/me` with the permissions of its role. A switched-off
 * role still permits, and one that `/api/roles/` does not list may permit anything ([oracle], fact 7). A grant without
 * an entity is held somewhere unknown; one of a global role is held everywhere (waldur-api, section 1.7).
 */
export function holderOf(user: User, roles: readonly Role[]): Holder {
  const known = new Map(roles.map((role) => [role.uuid, { ...role, permissions: new Set(role.permissions) }]))
  const held = user.permissions.map((grant): HeldRole => {
    const role = known.get(grant.role_uuid ?? '')
    const type = typeOf(grant, role?.content_type)
    const columns = isEntityType(type) ? ABOVE[type] : []
    const uuid = grant.scope_uuid ?? grant.role_uuid ?? ''
    return {
      permissions: role?.permissions ?? null,
      type,
      uuid,
      name: grant.scope_name ?? grant.customer_name ?? grant.role_name ?? shortUuid(uuid),
      endsAt: grant.expiration_time ? instantMs(grant.expiration_time) : Number.POSITIVE_INFINITY,
      above: columns.flatMap((column) => grant[column] ?? []),
      // Everything with a parent is in an organization. A Waldur server that does not send it sends no parents at all.
      knowsAll:
        isEntityType(type) &&
        // No column of a grant contains the offering.
        !entityKind(type).above.includes('offering_uuid') &&
        columns.every((column) => grant[column] !== undefined) &&
        (columns.length === 0 || grant.customer_uuid !== null),
      isOff: role?.is_active === false,
    }
  })
  return { isStaff: user.is_staff, isSupport: user.is_support, roles: held }
}

/** The type of the entity that a role is held on, from the grant or else from the role. Empty if unknown. */
function typeOf({ scope_type, scope_uuid }: Grant, meantFor: string | null = null): string {
  const type = scope_type ?? meantFor ?? ''
  return type === EVERYWHERE || scope_uuid !== null ? type : ''
}
