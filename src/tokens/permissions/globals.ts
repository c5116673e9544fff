import { translated } from '../../ui/i18n.tsx'

/** Permissions that no binding can limit. Waldur refuses them together with one (waldur-api, section 6.3). */
export const isGlobal = (value: string): boolean => value === 'STAFF.ACCESS' || value === 'SUPPORT.ACCESS'

/** What a global permission lets its token do. */
export const globalLabel = (value: string): string =>
  translated(value, value === 'STAFF.ACCESS' ? 'Use staff-only views' : 'Use support views')
