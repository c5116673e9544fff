import type { HeldRole, Holder } from './access.ts'

// Roles and users for tests.

/** A role that never ends: unless given, it is on a project without parents, and grants nothing. */
export const roleOn = (uuid: string, change: Partial<HeldRole>): HeldRole => ({
  permissions: new Set(),
  type: 'project',
  uuid,
  name: uuid,
  above: [],
  knowsAll: true,
  endsAt: Number.POSITIVE_INFINITY,
  isOff: false,
  ...change,
})

export const user = (...roles: HeldRole[]): Holder => ({ isStaff: false, isSupport: false, roles })
export const staff: Holder = { isStaff: true, isSupport: false, roles: [] }
