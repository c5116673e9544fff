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

/** The type of what a role is held on: an entity or, from 8.1.4, all of Waldur. */
export type RoleType = EntityType | 'global'

/** The types with rows in the database: the nine bindable ones, and orders, which can't be bound. */
export type RowType = EntityType | 'order'

type AncestorColumn = 'customer' | 'project' | 'offering' | 'resource'

/**
 * The columns of an entity that name its ancestors, nearest first, as token creation and permission checks see them
 * (waldur-api.md 7.2). A resource's customer is its project's, never its offering's. Every row carries the whole chain,
 * so that no check has to walk it.
 */
const ancestorColumns: Record<RowType, readonly AncestorColumn[]> = {
  customer: [],
  service_provider: ['customer'],
  call_organizer: ['customer'],
  project: ['customer'],
  offering: ['project', 'customer'],
  resource: ['offering', 'project', 'customer'],
  resource_project: ['resource', 'offering', 'project', 'customer'],
  call: [],
  proposal: ['project', 'customer'],
  order: [],
}

/**
 * The ancestors as lists see them: there, an offering has no project and a proposal nothing above it ([oracle] fact 6).
 */
export const listedAncestors: Record<RowType, readonly AncestorColumn[]> = {
  ...ancestorColumns,
  offering: ['customer'],
  proposal: [],
}

/** The uuids of the entity and its ancestors. A binding to any of them covers the entity. */
export function reachableFrom(
  entity: { type: RowType; uuid: string } & Record<AncestorColumn, string | null>,
): string[] {
  const above = ancestorColumns[entity.type].map((column) => entity[column])
  return [entity.uuid, ...above.filter((uuid) => uuid !== null)]
}
