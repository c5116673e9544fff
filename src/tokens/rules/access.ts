import { isGlobal } from './permissionWords.ts'

/** A role that the caller holds on one entity now, with what it permits there and below. */
export interface HeldRole {
  permissions: ReadonlySet<string>
  type: string
  uuid: string
  name: string
  /** Uuids of what the entity lies in, as far as they are known. */
  above: readonly string[]
  /** When it ends by itself, in milliseconds since 1970; infinity for never. */
  endsAt: number
}

export interface Holder {
  isStaff: boolean
  isSupport: boolean
  roles: readonly HeldRole[]
}

/** An entity that a token is bound to. */
export interface Place {
  type: string
  /** Null once the entity is deleted. */
  uuid: string | null
  /** Uuids of what it lies in. */
  above: readonly string[]
  /** Whether these are all. */
  knowsAll: boolean
}

export type Access =
  /**
   * On the entity itself and, mostly, on everything below it: a role on an offering's organization does not reach the
   * offering's resources. Of an unbound token: wherever these roles are held.
   */
  | { kind: 'here'; through: readonly HeldRole[]; andBelow: boolean }
  /** Not on the entity itself, but below it, where these roles are held. */
  | { kind: 'below'; through: readonly HeldRole[] }
  /** On resources that lie both in the entity and where these roles are held, if there are such. */
  | { kind: 'overlap'; through: readonly HeldRole[] }
  /** In the whole of Waldur, by rights of staff or support. */
  | { kind: 'everywhere' }
  | { kind: 'never'; reason: 'not held' | 'held elsewhere' | 'gone' | 'global' | 'not staff' }
  /** It hangs on what the page does not know. */
  | { kind: 'unknown' }

/**
 * Where a token may use one of its permissions, as Waldur decides at each use: the scopes, and the caller's roles at
 * that moment, and the bindings, each looking at an entity and all above it (waldur-api, sections 6.3, 7.2, 7.3, 9).
 * @param scopes all of the token's permissions: staff rights count only with STAFF.ACCESS among them
 * @param place one of its entities; null for a token that is bound to none
 */
export function accessOf(scope: string, scopes: readonly string[], place: Place | null, holder: Holder): Access {
  if (isGlobal(scope)) return globalAccess(scope, place, holder)
  const holding = holder.roles.filter(({ permissions }) => permissions.has(scope))
  if (place === null) {
    if (holder.isStaff && scopes.includes('STAFF.ACCESS')) return { kind: 'everywhere' }
    return holding.length > 0
      ? { kind: 'here', through: holding, andBelow: true }
      : { kind: 'never', reason: 'not held' }
  }
  const { uuid, type, above, knowsAll } = place
  if (uuid === null) return { kind: 'never', reason: 'gone' }
  const reaching = holding.filter((role) => role.uuid === uuid || above.includes(role.uuid))
  if (reaching.length > 0) {
    const andBelow = type !== 'offering' || reaching.some((role) => role.uuid === uuid)
    return { kind: 'here', through: reaching, andBelow }
  }
  const inside = holding.filter((role) => role.above.includes(uuid))
  if (inside.length > 0) return { kind: 'below', through: inside }
  if (holding.length === 0) return { kind: 'never', reason: 'not held' }
  const crossing = holding.filter((role) => isCrossing(type, role.type))
  if (crossing.length > 0) return { kind: 'overlap', through: crossing }
  return knowsAll ? { kind: 'never', reason: 'held elsewhere' } : { kind: 'unknown' }
}

/** Resources have two lines above them: their offering, and their project with its organization. */
function isCrossing(place: string, role: string): boolean {
  if (place === 'offering') return ['customer', 'project', 'resource', 'resource_project'].includes(role)
  return role === 'offering' && (place === 'customer' || place === 'project')
}

function globalAccess(scope: string, place: Place | null, { isStaff, isSupport }: Holder): Access {
  if (place !== null) return { kind: 'never', reason: 'global' }
  const has = isStaff || (isSupport && scope === 'SUPPORT.ACCESS')
  return has ? { kind: 'everywhere' } : { kind: 'never', reason: 'not staff' }
}

/** Whether the token could use this permission anywhere at all; unknown counts as yes. */
export const hasEffect = (
  scope: string,
  scopes: readonly string[],
  places: readonly Place[] | null,
  holder: Holder,
): boolean => (places ?? [null]).some((place) => accessOf(scope, scopes, place, holder).kind !== 'never')
