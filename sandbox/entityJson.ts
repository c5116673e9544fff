import type { RowType } from './bindings.ts'
import { callJson, proposalJson } from './callJson.ts'
import type { EntityRow } from './database.ts'
import type { Json, Related, Sources } from './jsonSources.ts'
import { offeringJson, orderJson, resourceJson, resourceProjectJson } from './marketplaceJson.ts'
import type { Release } from './releases.ts'
import { formatInstant } from './wire.ts'

const emptyPrice = { total: '0.00', current: '0.00', tax: '0.00', tax_current: '0.00' }

function customerJson({ row, url }: Sources): Json {
  const abbreviation = row.details['abbreviation']
  return {
    url: url('/api/customers/', row.uuid),
    display_name: abbreviation ? `${row.name} (${abbreviation})` : row.name,
    native_name: '',
    abbreviation: '',
    domain: '',
    email: '',
    registration_code: '',
    agreement_number: '',
    backend_id: '',
    image: null,
    blocked: false,
    archived: false,
    projects_count: 0,
    users_count: 0,
    organization_groups: [],
    default_affiliations: [],
    payment_profiles: [],
    billing_price_estimate: emptyPrice,
    ...row.details,
  }
}

/**
 * Service providers and call organizers have no name of their own: they take their organization's (waldur-api.md 7.1).
 */
function ofCustomerJson(path: string) {
  return ({ row, of, url }: Sources): Json => {
    const customer = of(row.customer)
    return {
      url: url(path, row.uuid),
      customer: url('/api/customers/', row.customer),
      customer_uuid: row.customer,
      customer_name: customer?.name ?? row.name,
      customer_abbreviation: customer?.details['abbreviation'] ?? '',
      customer_native_name: customer?.details['native_name'] ?? '',
      customer_country: customer?.details['country'] ?? '',
      customer_image: null,
      description: '',
      image: null,
      ...(row.type === 'service_provider' && {
        customer_slug: customer?.slug ?? '',
        organization_groups: [],
        offering_count: 0,
        allowed_domains: [],
      }),
      ...row.details,
    }
  }
}

function projectJson({ row, of, url }: Sources): Json {
  const customer = of(row.customer)
  return {
    url: url('/api/projects/', row.uuid),
    name: row.name,
    slug: row.slug,
    customer: url('/api/customers/', row.customer),
    customer_uuid: row.customer,
    customer_name: customer?.name ?? '',
    customer_slug: customer?.slug ?? '',
    customer_native_name: customer?.details['native_name'] ?? '',
    customer_abbreviation: customer?.details['abbreviation'] ?? '',
    description: '',
    backend_id: '',
    start_date: null,
    end_date: null,
    is_removed: false,
    is_industry: false,
    image: null,
    resources_count: 0,
    project_metadata: [],
    marketplace_resource_count: {},
    billing_price_estimate: emptyPrice,
    ...row.details,
  }
}

const writers: Record<RowType, (sources: Sources) => Json> = {
  customer: customerJson,
  service_provider: ofCustomerJson('/api/marketplace-service-providers/'),
  call_organizer: ofCustomerJson('/api/call-managing-organisations/'),
  project: projectJson,
  offering: offeringJson,
  resource: resourceJson,
  resource_project: resourceProjectJson,
  call: callJson,
  proposal: proposalJson,
  order: orderJson,
}

/**
 * An entity as Waldur's lists show it: the fields of waldur-api.md 7.1 and those the generated clients require.
 * @param origin of the server, for the absolute `url` fields
 */
export function entityJson(row: EntityRow, related: Related, origin: string, release: Release): Json {
  const sources: Sources = {
    row,
    release,
    of: (uuid) => (uuid === null ? undefined : related.get(uuid)),
    url: (path, uuid) => (uuid === null ? null : `${origin}${path}${uuid}/`),
  }
  const own = row.type === 'customer' ? { name: row.name, slug: row.slug } : {}
  return { uuid: row.uuid, created: formatInstant(row.created), ...own, ...writers[row.type](sources) }
}
