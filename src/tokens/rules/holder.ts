import * as z from 'zod/mini'
import { instantMs, Uuid } from '../../api/wire.ts'
import type { User } from '../../auth/user.ts'
import type { HeldRole, Holder } from './access.ts'

/** A role of this Waldur. Its permissions may be strings that the enumeration does not have. */
export const Role = z.object({ uuid: Uuid, permissions: z.array(z.string()), is_active: z._default(z.boolean(), true) })
export type Role = z.output<typeof Role>

type Above = 'customer_uuid' | 'project_uuid' | 'resource_uuid'

/** Which columns of a grant name what its entity lies in (waldur-api, section 7.2). */
const ABOVE: Partial<Record<string, readonly Above[]>> = {
  project: ['customer_uuid'],
  offering: ['project_uuid', 'customer_uuid'],
  service_provider: ['customer_uuid'],
  call_organizer: ['customer_uuid'],
  resource: ['project_uuid', 'customer_uuid'],
  resource_project: ['resource_uuid', 'project_uuid', 'customer_uuid'],
}

/**
 * What the caller holds and where: each grant of `users/me` with the permissions of its role. A role that is switched
 * off permits nothing (waldur-api, section 8.3).
 */
export function holderOf(user: User, roles: readonly Role[]): Holder {
  const permissions = new Map(roles.map((role) => [role.uuid, new Set(role.is_active ? role.permissions : [])]))
  const held = user.permissions.flatMap((grant): HeldRole[] => {
    if (grant.scope_type === null || grant.scope_uuid === null) return []
    return [
      {
        permissions: permissions.get(grant.role_uuid) ?? new Set(),
        type: grant.scope_type,
        uuid: grant.scope_uuid,
        name: grant.scope_name ?? grant.role_name,
        endsAt: grant.expiration_time ? instantMs(grant.expiration_time) : Number.POSITIVE_INFINITY,
        above: (ABOVE[grant.scope_type] ?? []).flatMap((column) => grant[column] ?? []),
      },
    ]
  })
  return { isStaff: user.is_staff, isSupport: user.is_support, roles: held }
}
