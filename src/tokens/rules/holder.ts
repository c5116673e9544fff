import * as z from 'zod/mini'
import { instantMs, Uuid } from '../../api/wire.ts'
import type { User } from '../../auth/user.ts'
import type { HeldRole, Holder } from './access.ts'

/** A role of this Waldur. Its permissions may be strings that the enumeration does not have. */
export const Role = z.object({ uuid: Uuid, permissions: z.array(z.string()), is_active: z._default(z.boolean(), true) })
export type Role = z.output<typeof Role>

type Above = 'customer_uuid' | 'project_uuid' | 'resource_uuid'

/** Which columns of a grant name what its entity lies in (waldur-api, section 7.2). */
const ABOVE = new Map<string, readonly Above[]>([
  ['project', ['customer_uuid']],
  ['offering', ['project_uuid', 'customer_uuid']],
  ['service_provider', ['customer_uuid']],
  ['call_organizer', ['customer_uuid']],
  ['resource', ['project_uuid', 'customer_uuid']],
  ['resource_project', ['resource_uuid', 'project_uuid', 'customer_uuid']],
])

/** Types that lie in an offering as well, which no column of a grant names. */
const IN_OFFERING = new Set(['resource', 'resource_project'])

/**
 * What the caller holds and where: each grant of `users/me` with the permissions of its role. A role that is switched
 * off permits as well, and one that `/api/roles/` does not list may permit anything ([oracle], fact 7).
 */
export function holderOf(user: User, roles: readonly Role[]): Holder {
  const known = new Map(roles.map((role) => [role.uuid, { ...role, permissions: new Set(role.permissions) }]))
  const held = user.permissions.flatMap((grant): HeldRole[] => {
    if (grant.scope_type === null || grant.scope_uuid === null) return []
    const columns = ABOVE.get(grant.scope_type) ?? []
    const role = known.get(grant.role_uuid)
    return [
      {
        permissions: role?.permissions ?? null,
        type: grant.scope_type,
        uuid: grant.scope_uuid,
        name: grant.scope_name ?? grant.role_name,
        endsAt: grant.expiration_time ? instantMs(grant.expiration_time) : Number.POSITIVE_INFINITY,
        above: columns.flatMap((column) => grant[column] ?? []),
        // Everything with something above it lies in an organization; a Waldur that does not name it names nothing.
        knowsAll: columns.length === 0 || (grant.customer_uuid !== null && !IN_OFFERING.has(grant.scope_type)),
        isOff: role?.is_active === false,
      },
    ]
  })
  return { isStaff: user.is_staff, isSupport: user.is_support, roles: held }
}
