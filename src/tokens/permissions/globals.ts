/** Permissions that no binding can limit. Waldur refuses them together with one (waldur-api, section 6.3). */
export const isGlobal = (value: string): boolean => value === 'STAFF.ACCESS' || value === 'SUPPORT.ACCESS'
