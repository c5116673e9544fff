import type { Release } from './releases.ts'
import { isAtLeast, latestRelease, releases } from './releases.ts'

/**
 * Every permission that a scope can name in the latest release: value, display group and label, in the order of
 * Waldur's enumeration (waldur-api.md 6.1, 6.2). `available_scopes` uses this order, `metadata/permissions` these
 * labels.
 */
const vocabulary = [
  ['SERVICE_PROVIDER.REGISTER', 'Provider actions', 'Register service provider'],
  ['OFFERING.CREATE', 'Offering', 'Create offering'],
  ['OFFERING.DELETE', 'Offering', 'Delete offering'],
  ['OFFERING.UPDATE_THUMBNAIL', 'Offering', 'Update thumbnail'],
  ['OFFERING.UPDATE', 'Offering', 'Update offering'],
  ['OFFERING.UPDATE_ATTRIBUTES', 'Offering', 'Update attributes'],
  ['OFFERING.UPDATE_LOCATION', 'Offering', 'Update location'],
  ['OFFERING.UPDATE_DESCRIPTION', 'Offering', 'Update description'],
  ['OFFERING.UPDATE_OPTIONS', 'Offering', 'Update options'],
  ['OFFERING.UPDATE_INTEGRATION', 'Offering', 'Update integration'],
  ['OFFERING.ADD_ENDPOINT', 'Offering', 'Add endpoint'],
  ['OFFERING.DELETE_ENDPOINT', 'Offering', 'Delete endpoint'],
  ['OFFERING.UPDATE_COMPONENTS', 'Offering', 'Update components'],
  ['OFFERING.PAUSE', 'Offering', 'Pause offering'],
  ['OFFERING.UNPAUSE', 'Offering', 'Unpause offering'],
  ['OFFERING.ARCHIVE', 'Offering', 'Archive offering'],
  ['OFFERING.DRY_RUN_SCRIPT', 'Offering', 'Dry run script'],
  ['OFFERING.MANAGE_CAMPAIGN', 'Offering', 'Manage campaign'],
  ['OFFERING.MANAGE_USER_GROUP', 'Offering', 'Manage user group'],
  ['OFFERING.CREATE_PLAN', 'Offering', 'Create plan'],
  ['OFFERING.UPDATE_PLAN', 'Offering', 'Update plan'],
  ['OFFERING.ARCHIVE_PLAN', 'Offering', 'Archive plan'],
  ['OFFERING.CREATE_SCREENSHOT', 'Offering', 'Create screenshot'],
  ['OFFERING.UPDATE_SCREENSHOT', 'Offering', 'Update screenshot'],
  ['OFFERING.DELETE_SCREENSHOT', 'Offering', 'Delete screenshot'],
  ['OFFERING.CREATE_USER', 'Offering', 'Create user'],
  ['OFFERING.UPDATE_USER', 'Offering', 'Update user'],
  ['OFFERING.DELETE_USER', 'Offering', 'Delete user'],
  ['OFFERING.MANAGE_USER_ROLE', 'Offering', 'Manage user role'],
  ['POSIX_ID_POOL.MANAGE', 'Posix_id_pool', 'Manage posix id pool'],
  ['RESOURCE.CREATE_ROBOT_ACCOUNT', 'Provider actions', 'Create robot account'],
  ['RESOURCE.UPDATE_ROBOT_ACCOUNT', 'Provider actions', 'Update robot account'],
  ['RESOURCE.DELETE_ROBOT_ACCOUNT', 'Provider actions', 'Delete robot account'],
  ['ORDER.LIST', 'Order', 'List order'],
  ['ORDER.CREATE', 'Order', 'Create order'],
  ['ORDER.APPROVE_PRIVATE', 'Order', 'Approve private for order'],
  ['ORDER.APPROVE', 'Order', 'Approve order'],
  ['ORDER.REJECT', 'Order', 'Reject order'],
  ['ORDER.DESTROY', 'Order', 'Destroy order'],
  ['ORDER.CANCEL', 'Order', 'Cancel order'],
  ['ORDER.SET_CONSUMER_INFO', 'Order', 'Set consumer info for order'],
  ['RESOURCE.LIST', 'Customer actions for resources', 'List resource'],
  ['RESOURCE.UPDATE', 'Customer actions for resources', 'Update resource'],
  ['RESOURCE.TERMINATE', 'Customer actions for resources', 'Terminate resource'],
  ['RESOURCE.LIST_IMPORTABLE', 'Customer actions for resources', 'List importable for resource'],
  ['RESOURCE.SET_END_DATE', 'Provider actions', 'Set end date for resource'],
  ['RESOURCE.SET_USAGE', 'Provider actions', 'Set usage for resource'],
  ['RESOURCE.SET_PLAN', 'Customer actions for resources', 'Set plan for resource'],
  ['RESOURCE.SET_LIMITS', 'Customer actions for resources', 'Set limits for resource'],
  ['RESOURCE.SET_BACKEND_ID', 'Provider actions', 'Set backend id for resource'],
  ['RESOURCE.SUBMIT_REPORT', 'Provider actions', 'Submit report'],
  ['RESOURCE.SET_BACKEND_METADATA', 'Provider actions', 'Set backend metadata for resource'],
  ['RESOURCE.MANAGE_API_KEY', 'Customer actions for resources', 'Manage api key for resource'],
  ['RESOURCE.SET_STATE', 'Provider actions', 'Set state for resource'],
  ['RESOURCE.UPDATE_OPTIONS', 'Customer actions for resources', 'Update options for resource'],
  ['RESOURCE.SET_SLUG', 'Customer actions for resources', 'Set slug for resource'],
  ['RESOURCE.ACCEPT_BOOKING_REQUEST', 'Customer actions for resources', 'Accept booking request for resource'],
  ['RESOURCE.REJECT_BOOKING_REQUEST', 'Customer actions for resources', 'Reject booking request for resource'],
  ['RESOURCE.MANAGE_USERS', 'Provider actions', 'Manage users for resource'],
  ['RESOURCE.CREATE_PERMISSION', 'Team members', 'Create permission for resource'],
  ['RESOURCE.UPDATE_PERMISSION', 'Team members', 'Update permission for resource'],
  ['RESOURCE.DELETE_PERMISSION', 'Team members', 'Delete permission for resource'],
  ['RESOURCE_PROJECT.CREATE_PERMISSION', 'Team members', 'Create permission for resource project'],
  ['RESOURCE_PROJECT.UPDATE_PERMISSION', 'Team members', 'Update permission for resource project'],
  ['RESOURCE_PROJECT.DELETE_PERMISSION', 'Team members', 'Delete permission for resource project'],
  ['RESOURCE.CONSUMPTION_LIMITATION', 'Customer actions for resources', 'Consumption limitation'],
  ['OFFERING.MANAGE_BACKEND_RESOURCES', 'Offering', 'Manage backend resources'],
  ['SERVICE_PROVIDER.GET_API_SECRET_CODE', 'Provider actions', 'View api secret code'],
  ['SERVICE_PROVIDER.GENERATE_API_SECRET_CODE', 'Provider actions', 'Generate api secret code'],
  ['SERVICE_PROVIDER.LIST_CUSTOMERS', 'Provider actions', 'List customers'],
  ['SERVICE_PROVIDER.LIST_CUSTOMER_PROJECTS', 'Provider actions', 'List customer projects'],
  ['SERVICE_PROVIDER.LIST_PROJECTS', 'Provider actions', 'List projects'],
  ['SERVICE_PROVIDER.LIST_PROJECT_PERMISSIONS', 'Provider actions', 'List project permissions'],
  ['SERVICE_PROVIDER.LIST_KEYS', 'Provider actions', 'List keys'],
  ['SERVICE_PROVIDER.LIST_USERS', 'Provider actions', 'List users'],
  ['SERVICE_PROVIDER.LIST_USER_CUSTOMERS', 'Provider actions', 'List user customers'],
  ['SERVICE_PROVIDER.LIST_SERVICE_ACCOUNTS', 'Provider actions', 'List service accounts'],
  ['SERVICE_PROVIDER.LIST_COURSE_ACCOUNTS', 'Provider actions', 'List course accounts'],
  ['SERVICE_PROVIDER.SET_OFFERINGS_USERNAME', 'Provider actions', 'Manage offerings username'],
  ['SERVICE_PROVIDER.GET_STATISTICS', 'Provider actions', 'View statistics'],
  ['SERVICE_PROVIDER.GET_REVENUE', 'Provider actions', 'View revenue'],
  ['SERVICE_PROVIDER.GET_ROBOT_ACCOUNT_CUSTOMERS', 'Provider actions', 'View robot account customers'],
  ['SERVICE_PROVIDER.GET_ROBOT_ACCOUNT_PROJECTS', 'Provider actions', 'View robot account projects'],
  [
    'SERVICE_PROVIDER.MANAGE_MAINTENANCE_ANNOUNCEMENT',
    'Provider actions',
    'Manage maintenance announcement for service provider',
  ],
  ['PROJECT.CREATE_PERMISSION', 'Team members', 'Create permission project'],
  ['CUSTOMER.CREATE_PERMISSION', 'Team members', 'Create permission customer'],
  ['OFFERING.CREATE_PERMISSION', 'Offering', 'Create permission'],
  ['CALL.CREATE_PERMISSION', 'Call management', 'Create permission'],
  ['PROPOSAL.MANAGE', 'Call management', 'Manage proposal'],
  ['PROPOSAL.MANAGE_REVIEW', 'Call management', 'Manage review'],
  ['PROJECT.UPDATE_PERMISSION', 'Team members', 'Update permission project'],
  ['CUSTOMER.UPDATE_PERMISSION', 'Team members', 'Update permission customer'],
  ['OFFERING.UPDATE_PERMISSION', 'Offering', 'Update permission'],
  ['CALL.UPDATE_PERMISSION', 'Call management', 'Update permission call'],
  ['PROPOSAL.UPDATE_PERMISSION', 'Call management', 'Update permission proposal'],
  ['PROJECT.DELETE_PERMISSION', 'Team members', 'Delete permission project'],
  ['CUSTOMER.DELETE_PERMISSION', 'Team members', 'Delete permission customer'],
  ['OFFERING.DELETE_PERMISSION', 'Offering', 'Delete permission'],
  ['CALL.DELETE_PERMISSION', 'Call management', 'Delete permission call'],
  ['PROPOSAL.DELETE_PERMISSION', 'Call management', 'Delete permission proposal'],
  ['LEXIS_LINK.CREATE', 'Other', 'Create lexis link'],
  ['LEXIS_LINK.DELETE', 'Other', 'Delete lexis link'],
  ['PROJECT.LIST', 'Project', 'List project'],
  ['PROJECT.VIEW_TEAM', 'Project', 'View team'],
  ['PROJECT.CREATE', 'Project', 'Create project'],
  ['PROJECT.DELETE', 'Project', 'Delete project'],
  ['PROJECT.UPDATE', 'Project', 'Update project'],
  ['PROJECT.UPDATE_METADATA', 'Project', 'Update metadata'],
  ['PROJECT.REVIEW_MEMBERSHIP', 'Project', 'Review membership'],
  ['PROJECT.SET_SLUG', 'Project', 'Set slug for project'],
  ['CUSTOMER.UPDATE', 'Customer', 'Update customer'],
  ['CUSTOMER.CONTACT_UPDATE', 'Customer', 'Contact update'],
  ['CUSTOMER.LIST_USERS', 'Customer', 'List users'],
  ['CUSTOMER.VIEW_TEAM', 'Customer', 'View team'],
  ['OFFERING.ACCEPT_CALL_REQUEST', 'Offering', 'Accept call request'],
  ['CALL.APPROVE_AND_REJECT_PROPOSALS', 'Call management', 'Approve and reject proposals'],
  ['CALL.CLOSE_ROUNDS', 'Call management', 'Close rounds'],
  ['ACCESS_SUBNET.CREATE', 'Other', 'Create access subnet'],
  ['ACCESS_SUBNET.UPDATE', 'Other', 'Update access subnet'],
  ['ACCESS_SUBNET.DELETE', 'Other', 'Delete access subnet'],
  ['OFFERING_ACCESS_SUBNET.CREATE', 'Offering', 'Create offering access subnet'],
  ['OFFERING_ACCESS_SUBNET.UPDATE', 'Offering', 'Update offering access subnet'],
  ['OFFERING_ACCESS_SUBNET.DELETE', 'Offering', 'Delete offering access subnet'],
  ['OFFERINGUSER.UPDATE_RESTRICTION', 'Offering', 'Update restriction for offeringuser'],
  ['INVITATION.LIST', 'Team members', 'List invitation'],
  ['CUSTOMER.LIST_PERMISSION_REVIEWS', 'Team members', 'List permission reviews'],
  ['CALL.LIST', 'Call management', 'List call'],
  ['CALL.CREATE', 'Call management', 'Create call'],
  ['CALL.UPDATE', 'Call management', 'Update call'],
  ['ROUND.LIST', 'Call management', 'List round'],
  ['PROPOSAL.LIST', 'Call management', 'List proposal'],
  ['PROPOSAL.UPDATE', 'Call management', 'Update proposal'],
  ['SERVICE_ACCOUNT.MANAGE', 'Provider actions', 'Manage service account'],
  ['PROJECT.COURSE_ACCOUNT_MANAGE', 'Project', 'Course account manage'],
  [
    'SERVICE_PROVIDER.OPENSTACK_IMAGE_MANAGEMENT',
    'Provider actions',
    'Openstack image management for service provider',
  ],
  ['OPENSTACK_INSTANCE.CONSOLE_ACCESS', 'Openstack', 'Console access'],
  ['OPENSTACK_INSTANCE.MANAGE_POWER', 'Openstack', 'Manage power for openstack instance'],
  ['OPENSTACK_INSTANCE.MANAGE', 'Openstack', 'Manage openstack instance'],
  ['OPENSTACK_ROUTER.MANAGE_GATEWAY', 'Openstack', 'Manage gateway for openstack router'],
  ['MATRIX_ROOM.CREATE', 'Other', 'Create matrix room'],
  ['STAFF.ACCESS', 'Staff', 'Access staff'],
  ['SUPPORT.ACCESS', 'Support', 'Access support'],
] as const satisfies readonly (readonly [value: string, group: string, label: string])[]

/** A permission as Waldur spells it, `DOMAIN.ACTION`. */
export type Permission = (typeof vocabulary)[number][0]

export const permissions: readonly Permission[] = vocabulary.map(([value]) => value)

/** The permissions that a release added; the others are older than tokens. */
const cameWith: Partial<Record<Release, readonly Permission[]>> = {
  '8.0.9': [
    ...(['ORDER.CREATE', 'ORDER.SET_CONSUMER_INFO', 'OPENSTACK_ROUTER.MANAGE_GATEWAY'] as const),
    ...(['RESOURCE.CREATE_PERMISSION', 'RESOURCE.UPDATE_PERMISSION', 'RESOURCE.DELETE_PERMISSION'] as const),
    'RESOURCE_PROJECT.CREATE_PERMISSION',
    'RESOURCE_PROJECT.UPDATE_PERMISSION',
    'RESOURCE_PROJECT.DELETE_PERMISSION',
  ],
  '8.1.2': [
    'OFFERING_ACCESS_SUBNET.CREATE',
    'OFFERING_ACCESS_SUBNET.UPDATE',
    'OFFERING_ACCESS_SUBNET.DELETE',
    ...(['POSIX_ID_POOL.MANAGE', 'RESOURCE.MANAGE_API_KEY'] as const),
    'SERVICE_PROVIDER.MANAGE_MAINTENANCE_ANNOUNCEMENT',
  ],
  '8.1.3': [
    ...(['CUSTOMER.VIEW_TEAM', 'PROJECT.VIEW_TEAM', 'MATRIX_ROOM.CREATE'] as const),
    ...(['PROJECT.SET_SLUG', 'RESOURCE.SET_SLUG', 'PROPOSAL.UPDATE'] as const),
  ],
}

/** The permissions of a release. Roles and old tokens may hold others. */
export function permissionsOf(release: Release): readonly Permission[] {
  const later = new Set(releases.filter((one) => !isAtLeast(release, one)).flatMap((one) => cameWith[one] ?? []))
  return permissions.filter((permission) => !later.has(permission))
}

/** These two scopes work on their own: no role grants them and no binding narrows them (waldur-api.md 6.3). */
export const globalScopes: readonly Permission[] = ['STAFF.ACCESS', 'SUPPORT.ACCESS']

export interface PermissionGroup {
  label: string
  options: { label: string; value: Permission }[]
}

const byLabel = (left: { label: string }, right: { label: string }) =>
  left.label < right.label ? -1 : left.label > right.label ? 1 : 0

/**
 * The `permission_descriptions` of `metadata/permissions`: groups and their options, both sorted by label
 * (waldur-api.md 6.1).
 */
export function permissionGroups(release: Release = latestRelease): PermissionGroup[] {
  const groups = new Map<string, PermissionGroup>()
  const known = new Set(permissionsOf(release))
  for (const [value, label, option] of vocabulary) {
    if (!known.has(value)) continue
    const group = groups.get(label) ?? { label, options: [] }
    group.options.push({ label: option, value })
    groups.set(label, group)
  }
  return [...groups.values()]
    .map(({ label, options }) => ({ label, options: options.toSorted(byLabel) }))
    .toSorted(byLabel)
}
