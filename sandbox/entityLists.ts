import type { RowType } from './bindings.ts'
import type { Rule } from './sight.ts'
import {
  customersInSight,
  everybody,
  managedOfferings,
  ordersInSight,
  projectsInSight,
  proposalsInSight,
  protectedCalls,
  providedResources,
  publicOfferings,
  resourceProjectsInSight,
  resourcesInSight,
} from './sight.ts'

/** One list endpoint over a bindable type or over orders (waldur-api.md 7.1). */
export interface EntityList {
  path: string
  type: RowType
  /** The search parameter that the list has besides `name`. */
  search: 'query' | 'customer_keyword' | 'name'
  /** What `o=` sorts by. */
  sort: 'name' | 'customer_name' | null
  hasFieldParameter: boolean
  /** Which rows a user sees who is neither staff nor support. */
  rule: Rule
  /** Support sees no more of it than an ordinary user. */
  isHiddenFromSupport?: true
  /** The states that the list can filter by; null for all. */
  states: readonly string[] | null
}

/** The nine types and orders, with the extra lists that show managers more of them. */
export const entityLists: readonly EntityList[] = [
  {
    path: '/api/customers/',
    type: 'customer',
    search: 'query',
    sort: 'name',
    hasFieldParameter: true,
    rule: customersInSight,
    states: null,
  },
  {
    path: '/api/marketplace-service-providers/',
    type: 'service_provider',
    search: 'customer_keyword',
    sort: 'customer_name',
    hasFieldParameter: true,
    rule: everybody,
    states: null,
  },
  {
    path: '/api/call-managing-organisations/',
    type: 'call_organizer',
    search: 'customer_keyword',
    sort: 'customer_name',
    hasFieldParameter: false,
    rule: everybody,
    states: null,
  },
  {
    path: '/api/projects/',
    type: 'project',
    search: 'query',
    sort: 'name',
    hasFieldParameter: true,
    rule: projectsInSight,
    states: null,
  },
  {
    path: '/api/marketplace-public-offerings/',
    type: 'offering',
    search: 'query',
    sort: 'name',
    hasFieldParameter: true,
    rule: publicOfferings,
    states: ['Active', 'Paused', 'Unavailable'],
  },
  {
    path: '/api/marketplace-provider-offerings/',
    type: 'offering',
    search: 'query',
    sort: 'name',
    hasFieldParameter: true,
    rule: managedOfferings,
    states: null,
  },
  {
    path: '/api/marketplace-resources/',
    type: 'resource',
    search: 'query',
    sort: 'name',
    hasFieldParameter: true,
    rule: resourcesInSight,
    states: null,
  },
  {
    path: '/api/marketplace-provider-resources/',
    type: 'resource',
    search: 'query',
    sort: 'name',
    hasFieldParameter: true,
    rule: providedResources,
    states: null,
  },
  {
    path: '/api/marketplace-orders/',
    type: 'order',
    search: 'query',
    sort: null,
    hasFieldParameter: true,
    rule: ordersInSight,
    states: null,
  },
  {
    path: '/api/marketplace-resource-projects/',
    type: 'resource_project',
    search: 'name',
    sort: null,
    hasFieldParameter: false,
    rule: resourceProjectsInSight,
    states: null,
  },
  {
    path: '/api/proposal-public-calls/',
    type: 'call',
    search: 'name',
    sort: 'name',
    hasFieldParameter: true,
    rule: everybody,
    states: ['active', 'archived'],
  },
  {
    path: '/api/proposal-protected-calls/',
    type: 'call',
    search: 'name',
    sort: 'name',
    hasFieldParameter: true,
    rule: protectedCalls,
    isHiddenFromSupport: true,
    states: null,
  },
  {
    path: '/api/proposal-proposals/',
    type: 'proposal',
    search: 'name',
    sort: null,
    hasFieldParameter: false,
    rule: proposalsInSight,
    states: null,
  },
]

/** @throws Error for a path that has no list */
export function listAt(path: string): EntityList {
  const list = entityLists.find((candidate) => candidate.path === path)
  if (!list) throw new Error(`no list at ${path}`)
  return list
}
