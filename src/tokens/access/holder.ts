import * as z from 'zod/mini'
import { instantMs, orNull, Uuid } from '../../api/wire.ts'
import type { Grant, User } from '../../auth/user.ts'
import { shortUuid } from '../../entities/queries.ts'
import type { EntityType } from '../../entities/types.ts'
import { entityKind, isEntityType } from '../../entities/types.ts'
import type { HeldRole, Holder } from './access.ts'
import { EVERYWHERE } from './access.ts'

/** A role of this Waldur. Its permissions may be strings that the enumeration does not have. */
export const Role = z.object({
  uuid: Uuid,
  permissions: z.array(z.string()),
  is_active: orNull(z.boolean()),
  /** On what it is given: a type of entity, or "global". */
  content_type: orNull(z.string()),
})
export type Role = z.output<typeof Role>

type Above = 'customer_uuid' | 'project_uuid' | 'resource_uuid'

/** Which columns of a grant name what its entity lies in (waldur-api, section 7.2). */
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
 * What the caller holds and where: each grant of `users/me` with the permissions of its role. A role that is switched
 * off permits as well, and one that `/api/roles/` does not list may permit anything ([oracle], fact 7). A grant that
 * does not say where is one somewhere; one of a global role is held everywhere (waldur-api, section 1.7).
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
      // Everything with something above it lies in an organization; a Waldur that does not name it names nothing.
      knowsAll:
        isEntityType(type) &&
        // No column of a grant names the offering.
        !entityKind(type).above.includes('offering_uuid') &&
        columns.every((column) => grant[column] !== undefined) &&
        (columns.length === 0 || grant.customer_uuid !== null),
      isOff: role?.is_active === false,
    }
  })
  return { isStaff: user.is_staff, isSupport: user.is_support, roles: held }
}

/** The type of what a role is held on; where the grant does not name it, the role does. Empty where it is not known. */
function typeOf({ scope_type, scope_uuid }: Grant, meantFor: string | null = null): string {
  const type = scope_type ?? meantFor ?? ''
  return type === EVERYWHERE || scope_uuid !== null ? type : ''
}
