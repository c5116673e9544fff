import type { RoleType } from './bindings.ts'
import { permissions } from './permissions.ts'

export interface RoleDefinition {
  name: string
  description: string
  contentType: RoleType
  isSystem: boolean
  isActive: boolean
  permissions: string[]
}

/** All values of these domains, in the order of the enumeration. */
function all(...domains: string[]): string[] {
  return domains.flatMap((domain) => permissions.filter((value) => value.startsWith(`${domain}.`)))
}

function named(domain: string, ...actions: string[]): string[] {
  return actions.map((action) => `${domain}.${action}`)
}

/** Creating, updating and deleting grants: the three that waldur-api.md 8.1 abbreviates as `*_PERMISSION`. */
function grants(domain: string): string[] {
  return named(domain, 'CREATE_PERMISSION', 'UPDATE_PERMISSION', 'DELETE_PERMISSION').filter((value) =>
    // Proposals have no CREATE_PERMISSION.
    permissions.some((known) => known === value),
  )
}

function without(values: string[], ...left: string[]): string[] {
  return values.filter((value) => !left.includes(value))
}

const projectAdmin = [
  // VIEW_TEAM is on roles but not in the enumeration: one of the extra strings that waldur-api.md 2.9 warns of.
  ...named('PROJECT', 'VIEW_TEAM', 'LIST'),
  'INVITATION.LIST',
  ...named('ORDER', 'LIST', 'CREATE', 'APPROVE_PRIVATE', 'DESTROY', 'CANCEL'),
  ...named('RESOURCE', 'LIST', 'UPDATE', 'TERMINATE', 'LIST_IMPORTABLE', 'SET_PLAN', 'SET_LIMITS'),
  ...grants('RESOURCE'),
  ...all('RESOURCE_PROJECT', 'OPENSTACK_INSTANCE'),
]

const providerActions = without(all('SERVICE_PROVIDER'), 'SERVICE_PROVIDER.REGISTER')

const resourceUpkeep = named(
  'RESOURCE',
  'SET_END_DATE',
  'SET_BACKEND_ID',
  'SET_BACKEND_METADATA',
  'MANAGE_API_KEY',
  'SET_STATE',
  'ACCEPT_BOOKING_REQUEST',
  'REJECT_BOOKING_REQUEST',
)

function role(contentType: RoleType, name: string, description: string, values: string[]): RoleDefinition {
  return { name, description, contentType, isSystem: true, isActive: true, permissions: [...new Set(values)] }
}

/** The default roles, and three custom ones such as a deployment may add (waldur-api.md 8.1). */
export const roleDefinitions: RoleDefinition[] = [
  role('customer', 'CUSTOMER.OWNER', 'Organization owner', [
    ...named('CUSTOMER', 'VIEW_TEAM', 'CONTACT_UPDATE'),
    ...grants('CUSTOMER'),
    ...named('CUSTOMER', 'LIST_PERMISSION_REVIEWS', 'LIST_USERS'),
    ...named('PROJECT', 'LIST', 'CREATE', 'UPDATE', 'DELETE'),
    ...grants('PROJECT'),
    'PROJECT.COURSE_ACCOUNT_MANAGE',
    ...all('ORDER', 'OFFERING', 'OFFERING_ACCESS_SUBNET', 'OFFERINGUSER', 'POSIX_ID_POOL', 'RESOURCE'),
    ...all('RESOURCE_PROJECT', 'INVITATION', 'ACCESS_SUBNET', 'SERVICE_ACCOUNT'),
    ...without(providerActions, 'SERVICE_PROVIDER.OPENSTACK_IMAGE_MANAGEMENT'),
    ...named('CALL', 'LIST', 'APPROVE_AND_REJECT_PROPOSALS', 'CLOSE_ROUNDS'),
    ...grants('CALL'),
    ...all('OPENSTACK_INSTANCE'),
    'MATRIX_ROOM.CREATE',
  ]),
  role('service_provider', 'CUSTOMER.MANAGER', 'Service provider manager', [
    ...named('ORDER', 'LIST', 'APPROVE', 'REJECT'),
    ...without(all('OFFERING'), ...grants('OFFERING'), 'OFFERING.MANAGE_USER_ROLE', 'OFFERING.ACCEPT_CALL_REQUEST'),
    ...all('OFFERING_ACCESS_SUBNET', 'OFFERINGUSER', 'POSIX_ID_POOL'),
    ...resourceUpkeep,
    ...named('RESOURCE', 'SUBMIT_REPORT', 'CREATE_ROBOT_ACCOUNT', 'UPDATE_ROBOT_ACCOUNT', 'DELETE_ROBOT_ACCOUNT'),
    'RESOURCE.CONSUMPTION_LIMITATION',
    ...providerActions,
    ...all('SERVICE_ACCOUNT'),
    'PROJECT.COURSE_ACCOUNT_MANAGE',
  ]),
  role('customer', 'CUSTOMER.SUPPORT', 'Organization support', named('CUSTOMER', 'VIEW_TEAM', 'LIST_USERS')),
  role('customer', 'CUSTOMER.READER', 'Organization reader', named('CUSTOMER', 'VIEW_TEAM')),
  role('call_organizer', 'CUSTOMER.CALL_ORGANIZER', 'Call organizer', [
    ...all('CALL'),
    'ROUND.LIST',
    ...named('PROPOSAL', 'LIST', 'MANAGE_REVIEW'),
  ]),
  role('project', 'PROJECT.ADMIN', 'Project administrator', projectAdmin),
  role('project', 'PROJECT.MANAGER', 'Project manager', [
    ...projectAdmin,
    'ORDER.SET_CONSUMER_INFO',
    'PROJECT.UPDATE',
    ...grants('PROJECT'),
    ...named('PROJECT', 'COURSE_ACCOUNT_MANAGE', 'REVIEW_MEMBERSHIP'),
    'SERVICE_ACCOUNT.MANAGE',
  ]),
  role('project', 'PROJECT.MEMBER', 'Project member', [
    ...named('PROJECT', 'VIEW_TEAM', 'LIST'),
    'RESOURCE.LIST',
    'ORDER.CREATE',
  ]),
  role('offering', 'OFFERING.MANAGER', 'Offering manager', [
    ...named('OFFERING', 'UPDATE', 'UPDATE_ATTRIBUTES', 'UPDATE_LOCATION', 'UPDATE_DESCRIPTION', 'UPDATE_OPTIONS'),
    ...named('OFFERING', 'UPDATE_INTEGRATION', 'ADD_ENDPOINT', 'DELETE_ENDPOINT', 'UPDATE_COMPONENTS', 'PAUSE'),
    ...named('OFFERING', 'UNPAUSE', 'ARCHIVE', 'DRY_RUN_SCRIPT', 'CREATE_USER', 'UPDATE_USER', 'DELETE_USER'),
    ...named('OFFERING', 'MANAGE_BACKEND_RESOURCES', 'ACCEPT_CALL_REQUEST'),
    ...all('OFFERING_ACCESS_SUBNET'),
    ...named('ORDER', 'LIST', 'APPROVE', 'REJECT'),
    'RESOURCE.SET_USAGE',
    ...resourceUpkeep,
  ]),
  role('call', 'CALL.MANAGER', 'Call manager', [
    ...named('CALL', 'LIST', 'UPDATE', 'APPROVE_AND_REJECT_PROPOSALS', 'CLOSE_ROUNDS'),
    ...grants('CALL'),
    'ROUND.LIST',
    ...named('PROPOSAL', 'LIST', 'MANAGE_REVIEW'),
  ]),
  role('call', 'CALL.REVIEWER', 'Call reviewer', ['PROPOSAL.LIST']),
  role('call', 'CALL.PANEL_MEMBER', 'Call panel member', ['PROPOSAL.LIST']),
  role('proposal', 'PROPOSAL.MANAGER', 'Proposal manager', ['PROPOSAL.MANAGE']),
  role('proposal', 'PROPOSAL.MEMBER', 'Proposal member', []),
  {
    ...role('resource', 'RESOURCE.OPERATOR', 'Resource operator', [
      ...named('RESOURCE', 'LIST', 'SET_STATE', 'SET_END_DATE'),
      // No longer in the enumeration, but still on the role (waldur-api.md 2.9, stale role permissions).
      'RESOURCE.LIST_USERS',
    ]),
    isSystem: false,
  },
  {
    ...role('project', 'PROJECT.AUDITOR', 'Project auditor, a role that was retired', named('ORDER', 'LIST', 'CANCEL')),
    isSystem: false,
    isActive: false,
  },
  {
    ...role('global', 'SITE.OPERATOR', 'Operator of the whole site', [
      ...named('PROJECT', 'LIST', 'UPDATE'),
      ...named('CUSTOMER', 'LIST_USERS'),
      ...named('RESOURCE', 'LIST', 'SET_STATE'),
    ]),
    isSystem: false,
  },
]
