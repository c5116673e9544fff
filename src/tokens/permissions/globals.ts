import type { User } from '../../auth/user.ts'
import { catalogLabel } from './catalogLabel.ts'

/** Permissions that no binding can limit. Waldur rejects them together with one (waldur-api, section 6.3). */
export const isGlobal = (value: string): boolean => value === 'STAFF.ACCESS' || value === 'SUPPORT.ACCESS'

export type Rank = Pick<User, 'is_staff' | 'is_support'>

/** The global permissions among these that Waldur gives to no token of this user (waldur-api, section 6.3). */
export const rejectedGlobals = (scopes: readonly string[], { is_staff: isStaff, is_support: isSupport }: Rank) =>
  scopes.filter((scope) => isGlobal(scope) && !isStaff && !(isSupport && scope === 'SUPPORT.ACCESS'))

/** What a global permission lets its token do. */
export const globalLabel = (value: string): string =>
  catalogLabel(value) ?? (value === 'STAFF.ACCESS' ? 'Use staff-only views' : 'Use support views')
