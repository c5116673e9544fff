import { entityKind, isEntityType } from '../../entities/types.ts'
import { isGlobal } from '../permissions/permissionWords.ts'
import type { Asked } from './asked.ts'
import { askedOn, followsRole } from './asked.ts'

/** An object of Waldur, and what it lies in. */
export interface Spot {
  uuid: string
  /** Uuids of what it lies in, as far as they are known. */
  above: readonly string[]
}

/** The `type` of a role that is held on no entity, but in all of Waldur (8.1.4). Nothing can be limited to that. */
export const EVERYWHERE = 'global'

/** A role that the user holds until Waldur takes it away. */
export interface HeldRole extends Spot {
  /** Null where Waldur does not list the role: then it may permit anything. */
  permissions: ReadonlySet<string> | null
  /** Of the entity that it is held on, or EVERYWHERE; any other where it is not known what it is held on. */
  type: string
  name: string
  /** Whether `above` holds all that it lies in. */
  knowsAll: boolean
  /** When it ends by itself, in milliseconds since 1970; infinity for never. It counts until the daily task. */
  endsAt: number
  /** Switched off: it permits all the same ([oracle], fact 7). */
  isOff: boolean
}

export interface Holder {
  isStaff: boolean
  isSupport: boolean
  roles: readonly HeldRole[]
  /** All permissions of this Waldur, where that is known: staff would be permitted any other, were it ever asked. */
  vocabulary?: ReadonlySet<string>
}

/** Whether it is known on which entity the role is held. */
export const isPlaced = ({ type }: HeldRole): boolean => isEntityType(type)

/** An entity that a token is limited to. */
export interface Place {
  type: string
  /** Null once the entity is deleted. */
  uuid: string | null
  /** Uuids of what it lies in. */
  above: readonly string[]
  /** Whether these are all. */
  knowsAll: boolean
}

/** With a name to show; of a deleted one, of which no name is left, its type. */
export interface NamedPlace extends Place {
  name: string
}

/** What a token brings to a check. */
export interface Limits {
  scopes: readonly string[]
  /** The entities that it is limited to, null for a deleted one; null: to none. */
  places: readonly (string | null)[] | null
}

/**
 * Waldur's check, for one permission on one object, as all 39,648 recorded answers have it ([oracle], section 3): for
 * one of the sources that the request names, the token's places cover it and the user is staff or holds a role that
 * lists the permission on exactly that source.
 * @param token null for a sign-in, which nothing limits
 * @param sources the object, or what else of it the request names: its project, organization, offering …
 */
export function allows(
  { isStaff, roles }: Holder,
  token: Limits | null,
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

/** Whether the role is held on the entity itself, and not above it or inside. */
export const isOn = ({ type, uuid }: HeldRole, entity: string | null): boolean => type === EVERYWHERE || uuid === entity

const isAtOrIn = ({ uuid, above }: Spot, place: string): boolean => uuid === place || above.includes(place)

/** What a permission of a token comes to in one place, or, of a token without places, anywhere. */
export type Access =
  /** Through these roles on the place itself; without any, because the user is staff. */
  | { kind: 'works'; through: readonly HeldRole[] }
  /** Only on what lies in the place and has these roles on it. */
  | { kind: 'inside'; through: readonly HeldRole[] }
  /** Waldur asks it of the user's role, never of the token: having it changes nothing. */
  | { kind: 'follows' }
  /** It hangs on a role that could not be read, or on what lies in the place. */
  | { kind: 'unknown'; why: 'role' | 'inside' }
  /** Waldur permits it, through these roles or because the user is staff, but the token may see nothing to use it on. */
  | { kind: 'unknown'; why: 'sight'; through: readonly HeldRole[] }
  /** These roles above the place would permit it, but do not count for a token limited to the place. */
  | { kind: 'above'; through: readonly HeldRole[] }
  /** `isHeld`: a role at hand lists it all the same, but sits on an object on which Waldur does not ask it. */
  | { kind: 'not yours'; isHeld: boolean }
  | { kind: 'gone' }
  /** Waldur asks it on objects of these types, which a token limited to the place does not reach. */
  | { kind: 'not asked'; on: readonly Asked[] }
  /** STAFF.ACCESS or SUPPORT.ACCESS, of somebody who no longer is either. */
  | { kind: 'staff only' }

/**
 * Where a token may use one of its permissions: in a place it works where the role sits on the place or inside it, and
 * where one of the permission's requests asks for it there. Never says that it works, or that it does not, where Waldur
 * would answer the other ([oracle], facts 1 to 8, 17 to 19).
 * @param place one of its entities; null for a token that is limited to none
 * @param asked the objects that it is asked on: all of them, unless one request is meant
 */
export function accessOf(
  permission: string,
  place: Place | null,
  holder: Holder,
  asked: readonly Asked[] | null = askedOn(permission),
): Access {
  // Limits do not reach these: a token that has both passes the views that ask for them.
  if (isGlobal(permission)) return globalAccess(permission, holder)
  if (place?.uuid === null) return { kind: 'gone' }
  if (followsRole(permission)) return { kind: 'follows' }
  if (holder.isStaff && holder.vocabulary?.has(permission) === false) return { kind: 'not asked', on: [] }
  if (place !== null && !isEntityType(place.type)) return { kind: 'unknown', why: 'inside' }
  const isReached = ({ from }: Asked) => place === null || from.some((type) => type === place.type)
  const reached = asked?.filter(isReached) ?? null
  if (asked !== null && reached?.length === 0) return { kind: 'not asked', on: asked }
  const isShown = asked === null || showsProvided(place, permission)
  const isHere = place === null || reached === null || reached.some(({ on }) => on === place.type)
  if (holder.isStaff) {
    if (!isShown) return { kind: 'unknown', why: 'sight', through: [] }
    return isHere ? { kind: 'works', through: [] } : { kind: 'unknown', why: 'inside' }
  }
  // Where no request is known, the role alone decides.
  const isAsked = (role: HeldRole) =>
    isPlaced(role) ? (reached?.some(({ on }) => on === role.type) ?? true) : role.type === EVERYWHERE && isHere
  const lists = ({ permissions }: HeldRole) => permissions?.has(permission) === true
  const fitting = holder.roles.filter(isAsked)
  const holding = fitting.filter(lists)
  const isSeen = (role: HeldRole) => asked === null || (isShown && seesThrough(role, holder))
  // These may permit it where no other role does.
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
 * What a service provider is asked for are its offerings and their orders. They are shown to whom has a role on the
 * organization, or on one of them; to others Waldur answers 404, whatever they are permitted ([oracle], section 3).
 */
const seesThrough = ({ type, above }: HeldRole, { roles }: Holder): boolean =>
  type !== 'service_provider' || roles.some(({ uuid }) => above.includes(uuid))

/** A token that is limited to a service provider is shown none of its offerings; orders are kept from no token. */
const showsProvided = (place: Place | null, permission: string): boolean =>
  place?.type !== 'service_provider' || permission.startsWith('ORDER.')

/** Whether the role's entity lies in the place, or may do so where it is not known what all it lies in. */
const mayBeIn = ({ type, above, knowsAll }: HeldRole, place: Place): boolean =>
  (place.uuid !== null && above.includes(place.uuid)) || (!knowsAll && canLieIn(type, place.type))

const canLieIn = (type: string, outer: string): boolean =>
  isEntityType(type) && entityKind(type).above.some((column) => column === `${outer}_uuid`)

function globalAccess(permission: string, { isStaff, isSupport }: Holder): Access {
  const has = isStaff || (isSupport && permission === 'SUPPORT.ACCESS')
  return has ? { kind: 'works', through: [] } : { kind: 'staff only' }
}

/**
 * The places that lie in no other one of them. The others add nothing to what the token can do, and would by themselves
 * look as if it could do less there. A project does not show its offerings, so one beside it does add something.
 */
export const outermost = <Known extends Place>(places: readonly Known[]): Known[] =>
  places.filter(
    ({ type, above }) =>
      !places.some((outer) => {
        const isShown = !(type === 'offering' && outer.type === 'project')
        return outer.uuid !== null && isShown && above.includes(outer.uuid)
      }),
  )

/** Whether the permission does nothing there, for sure. One that follows the role is not among these. */
export const isNever = ({ kind }: Access): boolean =>
  kind === 'not yours' || kind === 'above' || kind === 'gone' || kind === 'not asked' || kind === 'staff only'

/** Whether the token can use this permission somewhere, for sure. */
export const worksSomewhere = (permission: string, places: readonly Place[] | null, holder: Holder): boolean =>
  (places ?? [null]).some((place) => ['works', 'inside'].includes(accessOf(permission, place, holder).kind))

/** Whether the token may be able to use this permission anywhere at all; what is not known counts as yes. */
export const hasEffect = (permission: string, places: readonly Place[] | null, holder: Holder): boolean =>
  (places ?? [null]).some((place) => !isNever(accessOf(permission, place, holder)))
