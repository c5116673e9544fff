import type { EntityType } from '../../entities/types.ts'
import { ENTITY_TYPES, entityKind, isEntityType } from '../../entities/types.ts'
import { t } from '../../ui/words.tsx'
import type { Access, Holder, Place } from '../access/access.ts'
import { accessOf, hasEffect, isPlaced } from '../access/access.ts'
import { boundPlaces } from '../access/places.ts'
import type { Token as Listed } from '../schema.ts'

/** A GET that a token can make. */
export interface ExampleCall {
  path: string
  /** Sent as `field=`, so that an example answers what is looked for and nothing private. */
  fields: readonly string[]
  /** Rows of a list, one object, or the token's own user, who is asked for anyway. */
  answers: 'rows' | 'one' | 'user'
  /** The column with a name. */
  name: string
  /** "projects": what there may be none of. */
  many: () => string
}

/** Rows an example asks for: enough to see that it works. */
export const EXAMPLE_ROWS = 5

/** Domains of permissions that act on each type (waldur-api, section 6.2), or have it as the nearest with a list. */
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
  answers: 'user',
  name: 'username',
  many: () => t('users'),
}

type Token = Pick<Listed, 'scopes' | 'allowed_scopes'>

interface LivingPlace extends Place {
  type: EntityType
  uuid: string
}

/** The one of the token's places that an example is best about: where most of it works. Undefined where none is left. */
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
 * The call that shows best what this token is for, and that Waldur lets it make with the holder's roles: one that asks
 * for a permission of it, where there is one that only reads; else what it is limited to; else the list of what one of
 * its permissions is about; else who it is, which every token may ask. Lists are open to every token, and narrowed to
 * its places (waldur-api, section 7.3).
 * @param holder null while it is not known
 * @param list at which of its addresses the token's owner sees the `examplePlace`; without, the token may not see it
 * itself, but the list of its type says so without an error
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
      : { ...listOf(place.type), path: `${list}${place.uuid}/`, answers: 'one' }
  }
  const rank = (scope: string) =>
    (holder !== null && hasEffect(scope, null, holder) ? 2 : 0) + (isToList(scope) ? 1 : 0)
  const bestFirst = [...scopes].sort((one, other) => rank(other) - rank(one))
  const type = bestFirst.map(subjectOf).find((one) => one !== undefined)
  return type === undefined ? WHO_AM_I : listOf(type)
}

/**
 * The only GET that was seen to ask for a permission on the place that its address names ([oracle], fact 12). Others
 * name what only another request could find out, or need something there that not every place has.
 */
function usersCall({ scopes, allowed_scopes }: Token, holder: Holder | null): ExampleCall | null {
  if (holder === null || !scopes.includes('CUSTOMER.LIST_USERS')) return null
  for (const place of boundPlaces(allowed_scopes) ?? [null]) {
    const access = accessOf('CUSTOMER.LIST_USERS', place, holder)
    const uuid = access.kind === 'works' ? (place?.uuid ?? access.through.find(isPlaced)?.uuid) : undefined
    if (uuid === undefined) continue
    const path = `/api/customers/${uuid}/users/`
    return { path, fields: ['uuid', 'full_name'], answers: 'rows', name: 'full_name', many: WHO_AM_I.many }
  }
  return null
}

const isToList = (scope: string): boolean => scope.endsWith('.LIST')

const subjectOf = (scope: string): EntityType | undefined =>
  ENTITY_TYPES.find((type) => DOMAINS[type].includes(scope.split('.')[0] ?? ''))

function listOf(type: EntityType): ExampleCall {
  const { endpoints, name, picksFields, many } = entityKind(type)
  // Of two, the second holds what the caller manages, drafts too: whoever may bind a token to one has a role on it.
  const path = endpoints[1] ?? endpoints[0]
  return { path, fields: picksFields ? ['uuid', name] : [], answers: 'rows', name, many }
}

/** The call's path with its query, as the examples name it: of letters, digits and `-._/?&=` only. */
export function pathOf({ path, fields, answers }: ExampleCall): string {
  const query = new URLSearchParams(fields.map((field) => ['field', field]))
  if (answers === 'rows') {
    query.append('page', '1')
    query.append('page_size', String(EXAMPLE_ROWS))
  }
  return query.size === 0 ? path : `${path}?${query}`
}
