import { entityKind, isEntityType } from '../../entities/types.ts'
import { isGlobal } from '../permissions/globals.ts'
import type { AskedObject } from './asked.ts'
import { askedOn } from './asked.ts'
import { followsRole } from './follows.ts'

/** An object of Waldur with its parents. */
export interface Spot {
  uuid: string
  /** Uuids of its parents, as far as they are known. */
  above: readonly string[]
}

/** The `type` of a role that is held on no entity, but in all of Waldur (8.1.4). Nothing can be limited to that. */
export const EVERYWHERE = 'global'

/** A role that the user holds until Waldur removes it. */
export interface HeldRole extends Spot {
  /** Null if Waldur does not list the role, which may then permit anything. */
  permissions: ReadonlySet<string> | null
  /** The type of the entity that it is held on, or EVERYWHERE; anything else if the entity is unknown. */
  type: string
  name: string
  /** Whether `above` is complete. */
  knowsAll: boolean
  /** When it expires, in milliseconds since 1970; infinity for never. It counts until the daily task. */
  endsAt: number
  /** Switched off, which does not stop it from permitting ([oracle], fact 7). */
  isOff: boolean
}

export interface Holder {
  isStaff: boolean
  isSupport: boolean
  roles: readonly HeldRole[]
  /**
   * All permissions of this Waldur server, if known: staff would be permitted any other, but Waldur never checks it.
   */
  vocabulary?: ReadonlySet<string>
}

/** Whether it is known on which entity the role is held. */
export const isPlaced = ({ type }: HeldRole): boolean => isEntityType(type)

/** An entity that a token is limited to. */
export interface Place {
  type: string
  /** Null once the entity is deleted. */
  uuid: string | null
  /** Uuids of its parents. */
  above: readonly string[]
  /** Whether `above` is complete. */
  knowsAll: boolean
}

/** With a name to show. For a deleted entity without a name this is its type. */
export interface NamedPlace extends Place {
  name: string
}

/** The limits of a token that Waldur checks. */
export interface TokenReach {
  scopes: readonly string[]
  /** The entities that it is limited to (null for a deleted one), or null if it is not limited. */
  places: readonly (string | null)[] | null
}

/**
 * Waldur's check of one permission on one object, which agrees with all 39,648 recorded decisions ([oracle], section
 * 3). For one of the request's sources, the token's places must cover it, and the user must be staff or hold a role
 * that lists the permission on exactly that source.
 * @param token null for a sign-in, which nothing limits
 * @param sources the object, and what the request names with it: its project, organization, offering …
 */
export function allows(
  { isStaff, roles }: Holder,
  token: TokenReach | null,
  permission: string,
  sources: readonly Spot[],
): boolean {
  if (token !== null && !token.scopes.includes(permission)) return false
  return sources.some((source) => {
    const places = token?.places ?? null
    if (places !== null && !places.some((place) => place !== null && isAtOrIn(source, place))) return false
    return isStaff || roles.some((role) => isOn(role, source.uuid) && role.permissions?.has(permission))
  })
}

/** Whether the role is held on the entity itself, not above or inside it. */
export const isOn = ({ type, uuid }: HeldRole, entity: string | null): boolean => type === EVERYWHERE || uuid === entity

const isAtOrIn = ({ uuid, above }: Spot, place: string): boolean => uuid === place || above.includes(place)

/** What a token's permission does in one place or, for a token without places, anywhere. */
export type Access =
  /** Works through these roles on the place itself, or, without roles, because the user is staff. */
  | { kind: 'works'; through: readonly HeldRole[] }
  /** Works only on objects inside the place, on which the user has these roles. */
  | { kind: 'inside'; through: readonly HeldRole[] }
  /** Waldur checks it against the user's role, never the token, so having it changes nothing. */
  | { kind: 'follows' }
  /** It depends on a role that could not be read, or on the objects inside the place. */
  | { kind: 'unknown'; why: 'role' | 'inside' }
  /**
   * Waldur permits it, through these roles or because the user is staff, but the token may see no object to use it on.
   */
  | { kind: 'unknown'; why: 'sight'; through: readonly HeldRole[] }
  /** These roles above the place would permit it, but do not count for a token limited to the place. */
  | { kind: 'above'; through: readonly HeldRole[] }
  /** `isHeld`: one of the user's roles lists it, but on an object on which Waldur does not check it. */
  | { kind: 'not yours'; isHeld: boolean }
  | { kind: 'gone' }
  /** Waldur checks it on objects of these types, which a token limited to the place does not reach. */
  | { kind: 'not asked'; on: readonly AskedObject[] }
  /** STAFF.ACCESS of a user who is no longer staff. */
  | { kind: 'staff only' }

/**
 * Where a token can use one of its permissions. In a place it works if the role is held on the place or inside it, and
 * if one of the permission's requests checks it there. It never claims either way if Waldur might decide otherwise
 * ([oracle], facts 1 to 8, 17 to 19).
 * @param place one of the token's entities; null for a token that is not limited
 * @param asked the objects on which it is checked: all of them, unless one request is meant
 */
export function accessOf(
  permission: string,
  place: Place | null,
  holder: Holder,
  asked: readonly AskedObject[] | null = askedOn(permission),
): Access {
  // Limits do not apply to these: a token that has both passes the views that require them.
  if (isGlobal(permission)) return globalAccess(permission, holder)
  if (place?.uuid === null) return { kind: 'gone' }
  if (followsRole(permission)) return { kind: 'follows' }
  if (holder.isStaff && holder.vocabulary?.has(permission) === false) return { kind: 'not asked', on: [] }
  if (place !== null && !isEntityType(place.type)) return { kind: 'unknown', why: 'inside' }
  const isReached = ({ from }: AskedObject) => place === null || from.some((type) => type === place.type)
  const reached = asked?.filter(isReached) ?? null
  if (asked !== null && reached?.length === 0) return { kind: 'not asked', on: asked }
  const isShown = asked === null || showsProvided(place, permission)
  const isHere = place === null || reached === null || reached.some(({ on }) => on === place.type)
  if (holder.isStaff) {
    if (!isShown) return { kind: 'unknown', why: 'sight', through: [] }
    return isHere ? { kind: 'works', through: [] } : { kind: 'unknown', why: 'inside' }
  }
  // If no request is known, the role alone decides.
  const isAsked = (role: HeldRole) =>
    isPlaced(role) ? (reached?.some(({ on }) => on === role.type) ?? true) : role.type === EVERYWHERE && isHere
  const lists = ({ permissions }: HeldRole) => permissions?.has(permission) === true
  const fitting = holder.roles.filter(isAsked)
  const holding = fitting.filter(lists)
  const isSeen = (role: HeldRole) => asked === null || (isShown && seesThrough(role, holder))
  // Roles that may permit it even if no other role does.
  const open = holder.roles.filter((role) => !isPlaced(role) && (role.permissions === null || lists(role)))
  const isUnread = open.length > 0 || fitting.some(({ permissions }) => permissions === null)
  if (place === null) return anywhere(holding, isSeen, isUnread, holder.roles.some(lists))
  const isIn = ({ uuid, above }: Spot) => uuid !== place.uuid && place.uuid !== null && above.includes(place.uuid)
  const here = holding.filter((role) => isOn(role, place.uuid))
  if (here.some(isSeen)) return { kind: 'works', through: here.filter(isSeen) }
  const inside = holding.filter(isIn)
  if (inside.some(isSeen)) return { kind: 'inside', through: inside.filter(isSeen) }
  const unseen = [...here, ...inside]
  if (unseen.length > 0) return { kind: 'unknown', why: 'sight', through: unseen.filter(isPlaced) }
  if (fitting.some((role) => role.permissions === null && (role.uuid === place.uuid || mayBeIn(role, place)))) {
    return { kind: 'unknown', why: 'role' }
  }
  if (holding.some((role) => mayBeIn(role, place))) return { kind: 'unknown', why: 'inside' }
  if (open.length > 0) {
    return { kind: 'unknown', why: open.some((role) => role.type === EVERYWHERE && lists(role)) ? 'inside' : 'role' }
  }
  const over = holder.roles.filter(
    (role) => place.above.includes(role.uuid) && lists(role) && (asked?.some(({ on }) => on === role.type) ?? true),
  )
  if (over.length > 0) return { kind: 'above', through: over }
  const isNear = (role: HeldRole) => role.uuid === place.uuid || isIn(role) || place.above.includes(role.uuid)
  return { kind: 'not yours', isHeld: holder.roles.some((role) => isNear(role) && lists(role)) }
}

function anywhere(
  holding: readonly HeldRole[],
  isSeen: (role: HeldRole) => boolean,
  isUnread: boolean,
  isHeld: boolean,
): Access {
  if (holding.some(isSeen)) return { kind: 'works', through: holding.filter(isSeen) }
  if (holding.length > 0) return { kind: 'unknown', why: 'sight', through: holding }
  return isUnread ? { kind: 'unknown', why: 'role' } : { kind: 'not yours', isHeld }
}

/**
 * For a service provider, requests concern its offerings and their orders. Only users with a role on the organization,
 * or on one of these, can see them. Others get a 404, whatever they are permitted ([oracle], section 3).
 */
const seesThrough = ({ type, above }: HeldRole, { roles }: Holder): boolean =>
  type !== 'service_provider' || roles.some(({ uuid }) => above.includes(uuid))

/** A token limited to a service provider sees none of its offerings, but every token sees orders. */
const showsProvided = (place: Place | null, permission: string): boolean =>
  place?.type !== 'service_provider' || permission.startsWith('ORDER.')

/** Whether the role's entity is inside the place, or may be, if its parents are not all known. */
const mayBeIn = ({ type, above, knowsAll }: HeldRole, place: Place): boolean =>
  (place.uuid !== null && above.includes(place.uuid)) || (!knowsAll && canLieIn(type, place.type))

const canLieIn = (type: string, outer: string): boolean =>
  isEntityType(type) && entityKind(type).above.some((column) => column === `${outer}_uuid`)

function globalAccess(permission: string, { isStaff, isSupport }: Holder): Access {
  const has = isStaff || (isSupport && permission === 'SUPPORT.ACCESS')
  if (has) return { kind: 'works', through: [] }
  return permission === 'STAFF.ACCESS' ? { kind: 'staff only' } : { kind: 'not yours', isHeld: false }
}

/**
 * The places that are in no other of the places. The rest add nothing to what the token can do, and on their own would
 * look as if it could do less there. A token limited to a project does not see its offerings, so an offering beside its
 * project does add something.
 */
export const outermost = <Known extends Place>(places: readonly Known[]): Known[] =>
  places.filter(
    ({ type, above }) =>
      !places.some((outer) => {
        const isShown = !(type === 'offering' && outer.type === 'project')
        return outer.uuid !== null && isShown && above.includes(outer.uuid)
      }),
  )

/** Whether the permission certainly does nothing there. A permission that follows the role does not count. */
export const isNever = ({ kind }: Access): boolean =>
  kind === 'not yours' || kind === 'above' || kind === 'gone' || kind === 'not asked' || kind === 'staff only'

/** Whether the token may be able to use this permission anywhere; unknown counts as yes. */
export const hasEffect = (permission: string, places: readonly Place[] | null, holder: Holder): boolean =>
  (places ?? [null]).some((place) => !isNever(accessOf(permission, place, holder)))
