import type { Json, Sources } from './jsonSources.ts'
import { formatInstant } from './wire.ts'

export function offeringJson({ row, of, url }: Sources): Json {
  return {
    url: url('/api/marketplace-public-offerings/', row.uuid),
    name: row.name,
    slug: row.slug,
    state: row.state,
    customer: url('/api/customers/', row.customer),
    customer_uuid: row.customer,
    customer_name: of(row.customer)?.name ?? null,
    project: url('/api/projects/', row.project),
    project_uuid: row.project,
    project_name: of(row.project)?.name ?? null,
    description: '',
    category_title: '',
    type: 'Marketplace.Basic',
    shared: row.isShared,
    billable: true,
    image: null,
    thumbnail: null,
    attributes: {},
    components: [],
    plans: [],
    ...row.details,
  }
}

export function resourceJson({ row, of, url }: Sources): Json {
  const offering = of(row.offering)
  const project = of(row.project)
  const provider = of(row.provider)
  const customer = of(row.customer)
  return {
    url: url('/api/marketplace-resources/', row.uuid),
    name: row.name,
    slug: row.slug,
    state: row.state,
    offering: url('/api/marketplace-public-offerings/', row.offering),
    offering_uuid: row.offering,
    offering_name: offering?.name ?? '',
    offering_slug: offering?.slug ?? '',
    offering_state: offering?.state ?? 'Active',
    offering_type: 'Marketplace.Basic',
    category_title: offering?.details['category_title'] ?? '',
    provider_uuid: row.provider,
    provider_name: provider?.name ?? '',
    provider_slug: provider?.slug ?? '',
    project: url('/api/projects/', row.project),
    project_uuid: row.project,
    project_name: project?.name ?? '',
    project_slug: project?.slug ?? '',
    customer_uuid: row.customer,
    customer_name: customer?.name ?? '',
    customer_slug: customer?.slug ?? '',
    description: '',
    backend_id: '',
    end_date: null,
    attributes: {},
    limits: {},
    current_usages: {},
    options: null,
    ...row.details,
  }
}

export function orderJson({ row, of, url }: Sources): Json {
  return {
    url: url('/api/marketplace-orders/', row.uuid),
    type: 'Create',
    state: row.state,
    offering: url('/api/marketplace-public-offerings/', row.offering),
    offering_uuid: row.offering,
    offering_name: of(row.offering)?.name ?? '',
    provider_uuid: row.provider,
    provider_name: of(row.provider)?.name ?? '',
    project_uuid: row.project,
    project_name: of(row.project)?.name ?? '',
    customer_uuid: row.customer,
    customer_name: of(row.customer)?.name ?? '',
    marketplace_resource_uuid: row.resource,
    resource_name: of(row.resource)?.name ?? '',
    attributes: {},
    limits: {},
    ...row.details,
  }
}

export function resourceProjectJson({ row, of }: Sources): Json {
  return {
    resource: row.resource,
    resource_uuid: row.resource,
    resource_name: of(row.resource)?.name ?? '',
    name: row.name,
    description: '',
    backend_id: '',
    state: row.state,
    error_message: '',
    limits: {},
    current_usages: {},
    modified: formatInstant(row.created),
    is_removed: false,
    removed_date: null,
    removed_by: null,
    removed_by_username: null,
    created_by_username: null,
    termination_metadata: null,
    ...row.details,
  }
}
