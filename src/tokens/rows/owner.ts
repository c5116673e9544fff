import { createContext } from 'react'
import type { User } from '../../auth/user.ts'

/** What the rows say of the tokens' owner. */
export interface Owner {
  isStaff: boolean
  /** The organization of a place on which the owner has a role; undefined for any other. @param uuid of the place */
  organizationOf: (uuid: string) => string | undefined
}

/** Made once, and read by every row. */
export const OwnerContext = createContext<Owner>({ isStaff: false, organizationOf: () => undefined })

export function ownerOf({ is_staff, permissions }: Pick<User, 'is_staff' | 'permissions'>): Owner {
  const names = new Map(permissions.map((grant) => [grant.scope_uuid, grant.customer_name ?? undefined]))
  return { isStaff: is_staff, organizationOf: (uuid) => names.get(uuid) }
}
