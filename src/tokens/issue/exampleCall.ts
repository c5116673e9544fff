import type { EntityType } from '../../entities/types.ts'
import { entityKind, isEntityType } from '../../entities/types.ts'
import type { IssuedToken } from '../schema.ts'

/** A GET that a token can make. */
export interface ExampleCall {
  path: string
  /** Sent as `field=`, so that an example answers what is looked for and nothing private. */
  fields: readonly string[]
  /** What the list holds; null for the token's own user, who is no list. */
  type: EntityType | null
}

/** Rows an example asks for: enough to see that it works. */
export const EXAMPLE_ROWS = 5

/** The type that a permission of this domain acts on (waldur-api, section 6.2), or the nearest that has a list. */
const ACTS_ON: Readonly<Record<string, EntityType>> = {
  CUSTOMER: 'customer',
  INVITATION: 'customer',
  ACCESS_SUBNET: 'customer',
  LEXIS_LINK: 'customer',
  STAFF: 'customer',
  SUPPORT: 'customer',
  PROJECT: 'project',
  ORDER: 'project',
  SERVICE_ACCOUNT: 'project',
  OPENSTACK_INSTANCE: 'project',
  OPENSTACK_ROUTER: 'project',
  RESOURCE: 'resource',
  RESOURCE_PROJECT: 'resource_project',
  OFFERING: 'offering',
  OFFERINGUSER: 'offering',
  OFFERING_ACCESS_SUBNET: 'offering',
  SERVICE_PROVIDER: 'service_provider',
  POSIX_ID_POOL: 'service_provider',
  CALL: 'call',
  ROUND: 'call',
  PROPOSAL: 'proposal',
}

const WHO_AM_I: ExampleCall = { path: '/api/users/me/', fields: ['uuid', 'username'], type: null }

/**
 * The call that shows best what this token is for: the list of what it is bound to, else of what one of its permissions
 * is about, a permission to list first; else who it is, which every token may ask.
 *
 * A list, not the bound entity itself: Waldur narrows it to what the token is bound to, so it says the same, and where
 * the roles of the token's user do not reach the entity it answers that nothing is there, not an error.
 */
export function exampleCall({ scopes, allowed_scopes }: Pick<IssuedToken, 'scopes' | 'allowed_scopes'>): ExampleCall {
  if (allowed_scopes.length > 0) {
    const types = allowed_scopes.filter(({ uuid }) => uuid !== null).map(({ type }) => type)
    return callFor(types.find(isEntityType))
  }
  const listsFirst = [...scopes].sort((one, other) => Number(isToList(other)) - Number(isToList(one)))
  return callFor(listsFirst.map(subjectOf).find((type) => type !== undefined))
}

const isToList = (scope: string): boolean => scope.endsWith('.LIST')

function subjectOf(scope: string): EntityType | undefined {
  const domain = scope.split('.')[0] ?? ''
  return Object.hasOwn(ACTS_ON, domain) ? ACTS_ON[domain] : undefined
}

function callFor(type: EntityType | undefined): ExampleCall {
  if (type === undefined) return WHO_AM_I
  const { endpoints, name, picksFields } = entityKind(type)
  // Of two, the second holds what the caller manages, drafts too: whoever may bind a token to one has a role on it.
  return { path: endpoints[1] ?? endpoints[0], fields: picksFields ? ['uuid', name] : [], type }
}

/** The call's whole address, as the snippets name it: of letters, digits and `-._~:/?&=` only. */
export function addressOf(origin: string, { path, fields, type }: ExampleCall): string {
  const query = new URLSearchParams(fields.map((field) => ['field', field]))
  if (type !== null) {
    query.append('page', '1')
    query.append('page_size', String(EXAMPLE_ROWS))
  }
  return `${origin}${path}?${query}`
}
