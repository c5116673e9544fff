import type { Json, Sources } from './jsonSources.ts'
import { has } from './releases.ts'
import { formatInstant } from './wire.ts'

export function callJson({ row, of, url }: Sources): Json {
  return {
    url: url('/api/proposal-public-calls/', row.uuid),
    name: row.name,
    slug: row.slug,
    state: row.state,
    description: '',
    manager: url('/api/call-managing-organisations/', row.organizer),
    manager_uuid: row.organizer,
    customer_uuid: row.customer,
    customer_name: of(row.customer)?.name ?? '',
    offerings: [],
    rounds: [],
    documents: [],
    resource_templates: [],
    fixed_duration_in_days: null,
    backend_id: '',
    external_url: null,
    has_eligibility_restrictions: false,
    ...row.details,
  }
}

/** Applicant fields that the generated clients require; people in the sandbox have nothing to put in them. */
const silentApplicant = Object.fromEntries([
  ...[
    ...['username', 'full_name', 'first_name', 'last_name', 'email', 'registration_method', 'phone_number'],
    ...['organization', 'organization_country', 'organization_type', 'organization_registry_code'],
    ...['organization_vat_code', 'organization_address', 'job_title', 'personal_title', 'place_of_birth', 'address'],
    ...['country_of_residence', 'nationality', 'identity_source'],
  ].map((name) => [`applicant_${name}`, '']),
  ...['affiliations', 'nationalities', 'eduperson_assurance', 'active_isds'].map((name) => [`applicant_${name}`, []]),
  ...['gender', 'civil_number', 'birth_date'].map((name) => [`applicant_${name}`, null]),
])

export function proposalJson({ row, of, url, release }: Sources): Json {
  const created = formatInstant(row.created)
  return {
    url: url('/api/proposal-proposals/', row.uuid),
    slug: row.slug,
    name: row.name,
    description: '',
    state: row.state,
    project: url('/api/projects/', row.project),
    project_name: of(row.project)?.name ?? '',
    call_uuid: row.call,
    call_name: of(row.call)?.name ?? '',
    call_managing_organisation_uuid: row.organizer,
    round: {
      uuid: row.call,
      name: 'Round 1',
      slug: 'round-1',
      start_time: created,
      cutoff_time: created,
      status: 'open',
    },
    created_by: url('/api/users/', row.author),
    created_by_uuid: row.author,
    created_by_name: '',
    approved_by: null,
    supporting_documentation: [],
    ...silentApplicant,
    oecd_fos_2007_label: '',
    science_sub_domain_name: '',
    science_domain_uuid: row.call,
    science_domain_name: '',
    allocation_comment: null,
    compliance_status: null,
    can_submit: { can_submit: false, error: null },
    awaiting_manual_advance: false,
    ...(has(release, 'held decisions') && { decision_held: null }),
    workflow_step: null,
    ...row.details,
  }
}
