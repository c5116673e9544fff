import type { EntityType } from '../../entities/types.ts'
import { ENTITY_TYPES, entityKind, isEntityType } from '../../entities/types.ts'
import { t } from '../../ui/i18n.tsx'
import type { Access, Holder, Place } from '../access/access.ts'
import { accessOf, hasEffect, isPlaced } from '../access/access.ts'
import { boundPlaces } from '../access/places.ts'
import type { Token as Listed } from '../schema.ts'

/** A GET that a token can make. */
export interface ExampleCall {
  path: string
  /** Sent as `field=`, so that the example returns only what it needs and nothing private. */
  fields: readonly string[]
  /** Rows of a list, one object, or the token's own user, which is requested anyway. */
  returns: 'rows' | 'one' | 'user'
  /** The column with a name. */
  name: string
  /** "projects", for when the list is empty. */
  many: () => string
}

/** Rows that an example requests: enough to see that it works. */
export const EXAMPLE_ROWS = 5

/** Domains of permissions that act on each type (waldur-api, section 6.2), or whose nearest type with a list it is. */
const DOMAINS: Record<EntityType, readonly string[]> = {
  customer: ['CUSTOMER', 'INVITATION', 'ACCESS_SUBNET', 'LEXIS_LINK', 'STAFF', 'SUPPORT'],
  project: ['PROJECT', 'MATRIX_ROOM', 'ORDER', 'SERVICE_ACCOUNT', 'OPENSTACK_INSTANCE', 'OPENSTACK_ROUTER'],
  resource: ['RESOURCE'],
  resource_project: ['RESOURCE_PROJECT'],
  offering: ['OFFERING', 'OFFERINGUSER', 'OFFERING_ACCESS_SUBNET'],
  service_provider: ['SERVICE_PROVIDER', 'POSIX_ID_POOL'],
  call_organizer: [],
  call: ['CALL', 'ROUND'],
  proposal: ['PROPOSAL'],
}

const WHO_AM_I: ExampleCall = {
  path: '/api/users/me/',
  fields: ['uuid', 'username'],
  returns: 'user',
  name: 'username',
  many: () => t('users'),
}

type Token = Pick<Listed, 'scopes' | 'allowed_scopes'>

interface LivingPlace extends Place {
  type: EntityType
  uuid: string
}

/** The best of the token's places for an example: where most of it works. Undefined if none is left. */
export function examplePlace({ scopes, allowed_scopes }: Token, holder: Holder | null): LivingPlace | undefined {
  const places = (boundPlaces(allowed_scopes) ?? []).flatMap(({ type, uuid, ...place }): LivingPlace[] =>
    uuid !== null && isEntityType(type) ? [{ ...place, type, uuid }] : [],
  )
  const worth = (place: Place) =>
    holder === null ? 0 : Math.max(...scopes.map((scope) => WORTH[accessOf(scope, place, holder).kind] ?? 0))
  return places.reduce<LivingPlace | undefined>(
    (best, place) => (best === undefined || worth(place) > worth(best) ? place : best),
    undefined,
  )
}

const WORTH: Readonly<Partial<Record<Access['kind'], number>>> = { works: 2, inside: 1 }

/**
 * The call that best shows what this token is for, and that Waldur accepts with the holder's roles. In this order: a
 * read-only call that checks one of its permissions; its place; the list for one of its permissions; its own user,
 * which every token may read. Every token may read lists, limited to its places (waldur-api, section 7.3).
 * @param holder null until known
 * @param list the endpoint at which the token's owner can see the `examplePlace`; without it the token may not be able
 * to read the place, but the list of its type works without an error
 */
export function exampleCall(token: Token, holder: Holder | null, list?: string): ExampleCall {
  const users = usersCall(token, holder)
  if (users) return users
  const { scopes, allowed_scopes } = token
  if (allowed_scopes.length > 0) {
    const place = examplePlace(token, holder)
    if (place === undefined) return WHO_AM_I
    return list === undefined
      ? listOf(place.type)
      : { ...listOf(place.type), path: `${list}${place.uuid}/`, returns: 'one' }
  }
  const rank = (scope: string) =>
    (holder !== null && hasEffect(scope, null, holder) ? 2 : 0) + (isToList(scope) ? 1 : 0)
  const bestFirst = [...scopes].sort((one, other) => rank(other) - rank(one))
  const type = bestFirst.map(subjectOf).find((one) => one !== undefined)
  return type === undefined ? WHO_AM_I : listOf(type)
}

/**
 * The only known GET that checks a permission on the place in its path ([oracle], fact 12). Others refer to objects
 * that only another request could find, or that not every place has.
 */
function usersCall({ scopes, allowed_scopes }: Token, holder: Holder | null): ExampleCall | null {
  if (holder === null || !scopes.includes('CUSTOMER.LIST_USERS')) return null
  for (const place of boundPlaces(allowed_scopes) ?? [null]) {
    const access = accessOf('CUSTOMER.LIST_USERS', place, holder)
    const uuid = access.kind === 'works' ? (place?.uuid ?? access.through.find(isPlaced)?.uuid) : undefined
    if (uuid === undefined) continue
    const path = `/api/customers/${uuid}/users/`
    return { path, fields: ['uuid', 'full_name'], returns: 'rows', name: 'full_name', many: WHO_AM_I.many }
  }
  return null
}

const isToList = (scope: string): boolean => scope.endsWith('.LIST')

const subjectOf = (scope: string): EntityType | undefined =>
  ENTITY_TYPES.find((type) => DOMAINS[type].includes(scope.split('.')[0] ?? ''))

function listOf(type: EntityType): ExampleCall {
  const { endpoints, name, picksFields, many } = entityKind(type)
  // The second of two lists contains what the caller manages, including drafts. Whoever can bind a token to one of
  // these has a role on it.
  const path = endpoints[1] ?? endpoints[0]
  return { path, fields: picksFields ? ['uuid', name] : [], returns: 'rows', name, many }
}

/** The call's path with its query, as in the examples. It contains only letters, digits and `-._/?&=`. */
export function pathOf({ path, fields, returns }: ExampleCall): string {
  const query = new URLSearchParams(fields.map((field) => ['field', field]))
  if (returns === 'rows') {
    query.append('page', '1')
    query.append('page_size', String(EXAMPLE_ROWS))
  }
  return query.size === 0 ? path : `${path}?${query}`
}
