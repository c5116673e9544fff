import { t } from '../ui/i18n.tsx'
import { nameText } from '../ui/names.ts'

/** A column of an entity's row that holds its own name or that of a parent. */
type NameColumn = 'name' | 'customer_name' | 'project_name' | 'resource_name' | 'call_name'

type AboveColumn = 'customer_uuid' | 'project_uuid' | 'offering_uuid' | 'resource_uuid'

interface EntityKind {
  /** "Project", also at the beginning of a label. */
  label: () => string
  /** "project" and "projects", within a sentence. */
  one: () => string
  many: () => string
  /** The list endpoint. A second one holds what the caller manages and the public one leaves out, such as drafts. */
  endpoints: readonly [string] | readonly [string, string]
  /** The query parameter that searches. Waldur silently ignores unknown ones. */
  search: 'query' | 'name' | 'customer_keyword'
  name: NameColumn
  /** Its parents' names, outermost first. */
  path: readonly NameColumn[]
  /** Columns with the uuids of all its parents, for permissions (waldur-api, section 7.2). */
  above: readonly AboveColumn[]
  /** The value of `o=` that sorts by name. */
  order?: NameColumn
  /** The list honors `field=`. */
  picksFields: boolean
  /**
   * Not every Waldur has this type. For the others, a 404 does not come from Waldur (waldur-api, sections 5 and 7.1).
   */
  mayBeMissing?: true
}

/** The types that a token can be bound to, the most common first (waldur-api, section 7.1). */
const ENTITY_KINDS = {
  customer: {
    label: () => t('Organization'),
    one: () => t('organization'),
    many: () => t('organizations'),
    endpoints: ['/api/customers/'],
    search: 'query',
    name: 'name',
    path: [],
    above: [],
    order: 'name',
    picksFields: true,
  },
  project: {
    label: () => t('Project'),
    one: () => t('project'),
    many: () => t('projects'),
    endpoints: ['/api/projects/'],
    search: 'query',
    name: 'name',
    path: ['customer_name'],
    above: ['customer_uuid'],
    order: 'name',
    picksFields: true,
  },
  resource: {
    label: () => t('Resource'),
    one: () => t('resource'),
    many: () => t('resources'),
    endpoints: ['/api/marketplace-resources/'],
    search: 'query',
    name: 'name',
    path: ['customer_name', 'project_name'],
    above: ['offering_uuid', 'project_uuid', 'customer_uuid'],
    order: 'name',
    picksFields: true,
  },
  resource_project: {
    label: () => t('Resource project'),
    one: () => t('resource project'),
    many: () => t('resource projects'),
    endpoints: ['/api/marketplace-resource-projects/'],
    search: 'name',
    name: 'name',
    path: ['resource_name'],
    above: ['resource_uuid', 'offering_uuid', 'project_uuid', 'customer_uuid'],
    picksFields: false,
    mayBeMissing: true,
  },
  offering: {
    label: () => t('Offering'),
    one: () => t('offering'),
    many: () => t('offerings'),
    endpoints: ['/api/marketplace-public-offerings/', '/api/marketplace-provider-offerings/'],
    search: 'query',
    name: 'name',
    path: ['customer_name'],
    above: ['project_uuid', 'customer_uuid'],
    order: 'name',
    picksFields: true,
  },
  service_provider: {
    label: () => t('Service provider'),
    one: () => t('service provider'),
    many: () => t('service providers'),
    endpoints: ['/api/marketplace-service-providers/'],
    search: 'customer_keyword',
    name: 'customer_name',
    path: [],
    above: ['customer_uuid'],
    order: 'customer_name',
    picksFields: true,
  },
  call_organizer: {
    label: () => t('Call organizer'),
    one: () => t('call organizer'),
    many: () => t('call organizers'),
    endpoints: ['/api/call-managing-organisations/'],
    search: 'customer_keyword',
    name: 'customer_name',
    path: [],
    above: ['customer_uuid'],
    order: 'customer_name',
    picksFields: false,
    mayBeMissing: true,
  },
  call: {
    label: () => t('Call'),
    one: () => t('call'),
    many: () => t('calls'),
    endpoints: ['/api/proposal-public-calls/', '/api/proposal-protected-calls/'],
    search: 'name',
    name: 'name',
    path: ['customer_name'],
    above: [],
    order: 'name',
    picksFields: true,
    mayBeMissing: true,
  },
  proposal: {
    label: () => t('Proposal'),
    one: () => t('proposal'),
    many: () => t('proposals'),
    endpoints: ['/api/proposal-proposals/'],
    search: 'name',
    name: 'name',
    path: ['call_name'],
    above: [],
    picksFields: false,
    mayBeMissing: true,
  },
} as const satisfies Record<string, EntityKind>

export type EntityType = keyof typeof ENTITY_KINDS

export const isEntityType = (text: string): text is EntityType => Object.hasOwn(ENTITY_KINDS, text)

/** In the order of the table. */
export const ENTITY_TYPES: readonly EntityType[] = Object.keys(ENTITY_KINDS).filter(isEntityType)

export const entityKind = (type: EntityType): EntityKind => ENTITY_KINDS[type]

/**
 * The name of the type. A type unknown to this build keeps Waldur's spelling, with invisible characters made visible.
 */
export const entityTypeLabel = (type: string): string =>
  isEntityType(type) ? ENTITY_KINDS[type].label() : nameText(type)

/** A deleted entity: Waldur keeps only its type. */
export const deletedEntity = (type: string): string =>
  t('a deleted {{type}}', { type: isEntityType(type) ? ENTITY_KINDS[type].one() : nameText(type) })
