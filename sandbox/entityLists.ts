import type { EntityType } from './bindings.ts'

/** One list endpoint over a bindable type (waldur-api.md 7.1). */
export interface EntityList {
  path: string
  type: EntityType
  /** The parameter that searches, besides `name`. */
  search: 'query' | 'customer_keyword' | 'name'
  /** What `o=` sorts by. */
  sort: 'name' | 'customer_name' | null
  hasFieldParameter: boolean
  /** Only entities the caller is connected with, or the public ones whoever asks. */
  audience: 'connected' | 'public'
  /** States the list knows; null for all. */
  states: readonly string[] | null
}

const connected = { audience: 'connected', states: null } as const

/** The nine types, and the two lists that show drafts to those who manage them. */
export const entityLists: readonly EntityList[] = [
  { path: '/api/customers/', type: 'customer', search: 'query', sort: 'name', hasFieldParameter: true, ...connected },
  {
    path: '/api/marketplace-service-providers/',
    type: 'service_provider',
    search: 'customer_keyword',
    sort: 'customer_name',
    hasFieldParameter: true,
    audience: 'public',
    states: null,
  },
  {
    path: '/api/call-managing-organisations/',
    type: 'call_organizer',
    search: 'customer_keyword',
    sort: 'customer_name',
    hasFieldParameter: false,
    audience: 'public',
    states: null,
  },
  { path: '/api/projects/', type: 'project', search: 'query', sort: 'name', hasFieldParameter: true, ...connected },
  {
    path: '/api/marketplace-public-offerings/',
    type: 'offering',
    search: 'query',
    sort: 'name',
    hasFieldParameter: true,
    audience: 'public',
    states: ['Active', 'Paused', 'Unavailable'],
  },
  {
    path: '/api/marketplace-provider-offerings/',
    type: 'offering',
    search: 'query',
    sort: 'name',
    hasFieldParameter: true,
    ...connected,
  },
  {
    path: '/api/marketplace-resources/',
    type: 'resource',
    search: 'query',
    sort: 'name',
    hasFieldParameter: true,
    ...connected,
  },
  {
    path: '/api/marketplace-resource-projects/',
    type: 'resource_project',
    search: 'name',
    sort: null,
    hasFieldParameter: false,
    ...connected,
  },
  {
    path: '/api/proposal-public-calls/',
    type: 'call',
    search: 'name',
    sort: 'name',
    hasFieldParameter: true,
    audience: 'public',
    states: ['active', 'archived'],
  },
  {
    path: '/api/proposal-protected-calls/',
    type: 'call',
    search: 'name',
    sort: 'name',
    hasFieldParameter: true,
    ...connected,
  },
  {
    path: '/api/proposal-proposals/',
    type: 'proposal',
    search: 'name',
    sort: null,
    hasFieldParameter: false,
    ...connected,
  },
]
