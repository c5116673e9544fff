import type { EntityRow } from './database.ts'

/** The keys of `allowed_scopes[].type`, in the order of the newest Waldur (waldur-api.md 7.1). */
export const entityTypes = [
  'customer',
  'service_provider',
  'call_organizer',
  'project',
  'offering',
  'resource',
  'resource_project',
  'call',
  'proposal',
] as const

export type EntityType = (typeof entityTypes)[number]

export function isEntityType(text: string): text is EntityType {
  return entityTypes.some((type) => type === text)
}

export type AncestorColumn = 'customer' | 'project' | 'offering' | 'resource'

/**
 * The columns of an entity that name its ancestors, nearest first (waldur-api.md 7.2). A resource's customer is its
 * project's, never its offering's; every row carries the whole chain, so no check has to walk it.
 */
export const ancestorColumns: Record<EntityType, readonly AncestorColumn[]> = {
  customer: [],
  service_provider: ['customer'],
  call_organizer: ['customer'],
  project: ['customer'],
  offering: ['project', 'customer'],
  resource: ['offering', 'project', 'customer'],
  resource_project: ['resource', 'offering', 'project', 'customer'],
  call: [],
  proposal: [],
}

/** The uuids of the entity and everything above it: what a role or a binding may sit on to reach it. */
export function reachableFrom(entity: EntityRow): string[] {
  const above = ancestorColumns[entity.type].map((column) => entity[column])
  return [entity.uuid, ...above.filter((uuid) => uuid !== null)]
}
