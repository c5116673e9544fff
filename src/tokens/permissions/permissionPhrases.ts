import { t, translated } from '../../ui/i18n.tsx'
import { nameText } from '../../ui/names.ts'

/** What each permission allows, by verb: "list" of "orders". */
const OBJECTS = {
  accept: {
    'OFFERING.ACCEPT_CALL_REQUEST': 'call requests',
    'RESOURCE.ACCEPT_BOOKING_REQUEST': 'booking requests',
  },
  add: {
    'OFFERING.ADD_ENDPOINT': 'offering endpoints',
  },
  approve: {
    'ORDER.APPROVE': 'orders',
    'ORDER.APPROVE_PRIVATE': 'private orders',
  },
  'approve and reject': {
    'CALL.APPROVE_AND_REJECT_PROPOSALS': 'proposals',
  },
  archive: {
    'OFFERING.ARCHIVE': 'offerings',
    'OFFERING.ARCHIVE_PLAN': 'plans',
  },
  cancel: {
    'ORDER.CANCEL': 'orders',
  },
  change: {
    'RESOURCE.SET_LIMITS': 'resource limits',
  },
  close: {
    'CALL.CLOSE_ROUNDS': 'rounds',
  },
  create: {
    'ACCESS_SUBNET.CREATE': 'access subnets',
    'CALL.CREATE': 'calls',
    'LEXIS_LINK.CREATE': 'LEXIS links',
    'MATRIX_ROOM.CREATE': 'Matrix rooms',
    'OFFERING.CREATE': 'offerings',
    'OFFERING.CREATE_PLAN': 'plans',
    'OFFERING.CREATE_SCREENSHOT': 'offering screenshots',
    'OFFERING.CREATE_USER': 'offering users',
    'OFFERING_ACCESS_SUBNET.CREATE': 'offering access subnets',
    'ORDER.CREATE': 'orders',
    'PROJECT.CREATE': 'projects',
    'RESOURCE.CREATE_ROBOT_ACCOUNT': 'robot accounts',
  },
  delete: {
    'ACCESS_SUBNET.DELETE': 'access subnets',
    'LEXIS_LINK.DELETE': 'LEXIS links',
    'OFFERING.DELETE': 'offerings',
    'OFFERING.DELETE_ENDPOINT': 'offering endpoints',
    'OFFERING.DELETE_SCREENSHOT': 'offering screenshots',
    'OFFERING.DELETE_USER': 'offering users',
    'OFFERING_ACCESS_SUBNET.DELETE': 'offering access subnets',
    'ORDER.DESTROY': 'orders',
    'PROJECT.DELETE': 'projects',
    'RESOURCE.DELETE_ROBOT_ACCOUNT': 'robot accounts',
  },
  'dry-run': {
    'OFFERING.DRY_RUN_SCRIPT': 'offering scripts',
  },
  generate: {
    'SERVICE_PROVIDER.GENERATE_API_SECRET_CODE': 'API secret codes',
  },
  grant: {
    'CALL.CREATE_PERMISSION': 'call roles',
    'CUSTOMER.CREATE_PERMISSION': 'organization roles',
    'OFFERING.CREATE_PERMISSION': 'offering roles',
    'PROJECT.CREATE_PERMISSION': 'project roles',
    'RESOURCE.CREATE_PERMISSION': 'resource roles',
    'RESOURCE_PROJECT.CREATE_PERMISSION': 'resource project roles',
  },
  limit: {
    'RESOURCE.CONSUMPTION_LIMITATION': 'resource consumption',
  },
  list: {
    'CALL.LIST': 'calls',
    'CUSTOMER.LIST_PERMISSION_REVIEWS': 'permission reviews',
    'CUSTOMER.LIST_USERS': 'organization users',
    'INVITATION.LIST': 'invitations',
    'OFFERING.LIST': 'offerings',
    'ORDER.LIST': 'orders',
    'PROJECT.LIST': 'projects',
    'PROPOSAL.LIST': 'proposals',
    'RESOURCE.LIST': 'resources',
    'RESOURCE.LIST_IMPORTABLE': 'importable resources',
    'RESOURCE.LIST_USERS': 'resource users',
    'ROUND.LIST': 'rounds',
    'SERVICE_PROVIDER.GET_ROBOT_ACCOUNT_CUSTOMERS': 'organizations with robot accounts',
    'SERVICE_PROVIDER.GET_ROBOT_ACCOUNT_PROJECTS': 'projects with robot accounts',
    'SERVICE_PROVIDER.LIST_COURSE_ACCOUNTS': 'course accounts',
    'SERVICE_PROVIDER.LIST_CUSTOMERS': 'provider customers',
    'SERVICE_PROVIDER.LIST_CUSTOMER_PROJECTS': 'customer projects',
    'SERVICE_PROVIDER.LIST_KEYS': 'SSH public keys',
    'SERVICE_PROVIDER.LIST_PROJECTS': 'provider projects',
    'SERVICE_PROVIDER.LIST_PROJECT_PERMISSIONS': 'roles in provider projects',
    'SERVICE_PROVIDER.LIST_SERVICE_ACCOUNTS': 'service accounts',
    'SERVICE_PROVIDER.LIST_USERS': 'provider users',
    'SERVICE_PROVIDER.LIST_USER_CUSTOMERS': 'organizations of provider users',
  },
  manage: {
    'OFFERING.MANAGE_BACKEND_RESOURCES': 'backend resources',
    'OFFERING.MANAGE_CAMPAIGN': 'campaigns',
    'OFFERING.MANAGE_USER_GROUP': 'offering user groups',
    'OFFERING.MANAGE_USER_ROLE': 'offering user roles',
    'OPENSTACK_INSTANCE.MANAGE': 'OpenStack instances',
    'OPENSTACK_ROUTER.MANAGE_GATEWAY': 'OpenStack router gateways',
    'POSIX_ID_POOL.MANAGE': 'POSIX ID pools',
    'PROJECT.COURSE_ACCOUNT_MANAGE': 'course accounts',
    'PROPOSAL.MANAGE': 'proposals',
    'PROPOSAL.MANAGE_REVIEW': 'proposal reviews',
    'RESOURCE.MANAGE_API_KEY': 'resource API keys',
    'RESOURCE.MANAGE_CONSUMER_API_KEY': 'consumer API keys',
    'RESOURCE.MANAGE_USERS': 'resource users',
    'SERVICE_ACCOUNT.MANAGE': 'service accounts',
    'SERVICE_PROVIDER.MANAGE_MAINTENANCE_ANNOUNCEMENT': 'maintenance announcements',
    'SERVICE_PROVIDER.OPENSTACK_IMAGE_MANAGEMENT': 'OpenStack images',
  },
  open: {
    'OPENSTACK_INSTANCE.CONSOLE_ACCESS': 'OpenStack instance consoles',
  },
  pause: {
    'OFFERING.PAUSE': 'offerings',
  },
  register: {
    'SERVICE_PROVIDER.REGISTER': 'service providers',
  },
  reject: {
    'ORDER.REJECT': 'orders',
    'RESOURCE.REJECT_BOOKING_REQUEST': 'booking requests',
  },
  remove: {
    'CALL.DELETE_PERMISSION': 'call roles',
    'CUSTOMER.DELETE_PERMISSION': 'organization roles',
    'OFFERING.DELETE_PERMISSION': 'offering roles',
    'PROJECT.DELETE_PERMISSION': 'project roles',
    'PROPOSAL.DELETE_PERMISSION': 'proposal roles',
    'RESOURCE.DELETE_PERMISSION': 'resource roles',
    'RESOURCE_PROJECT.DELETE_PERMISSION': 'resource project roles',
  },
  'reply to': {
    'ORDER.SET_CONSUMER_INFO': 'providers about orders',
  },
  restrict: {
    'OFFERINGUSER.UPDATE_RESTRICTION': 'offering users',
  },
  resume: {
    'OFFERING.UNPAUSE': 'offerings',
  },
  review: {
    'PROJECT.REVIEW_MEMBERSHIP': 'project memberships',
  },
  set: {
    'PROJECT.SET_SLUG': 'project slugs',
    'RESOURCE.SET_BACKEND_ID': 'resource backend IDs',
    'RESOURCE.SET_BACKEND_METADATA': 'resource backend metadata',
    'RESOURCE.SET_END_DATE': 'resource end dates',
    'RESOURCE.SET_SLUG': 'resource slugs',
    'RESOURCE.SET_STATE': 'resource states',
    'RESOURCE.SET_USAGE': 'resource usage',
    'SERVICE_PROVIDER.SET_OFFERINGS_USERNAME': 'usernames in offerings',
  },
  'start and stop': {
    'OPENSTACK_INSTANCE.MANAGE_POWER': 'OpenStack instances',
  },
  submit: {
    'RESOURCE.SUBMIT_REPORT': 'resource reports',
  },
  switch: {
    'RESOURCE.SET_PLAN': 'resource plans',
  },
  terminate: {
    'RESOURCE.TERMINATE': 'resources',
  },
  update: {
    'ACCESS_SUBNET.UPDATE': 'access subnets',
    'CALL.UPDATE': 'calls',
    'CALL.UPDATE_PERMISSION': 'call roles',
    'CUSTOMER.CONTACT_UPDATE': 'organization contacts',
    'CUSTOMER.UPDATE': 'organizations',
    'CUSTOMER.UPDATE_PERMISSION': 'organization roles',
    'OFFERING.UPDATE': 'offerings',
    'OFFERING.UPDATE_ATTRIBUTES': 'offering attributes',
    'OFFERING.UPDATE_COMPONENTS': 'offering components',
    'OFFERING.UPDATE_DESCRIPTION': 'offering categories',
    'OFFERING.UPDATE_ENDPOINT': 'offering endpoints',
    'OFFERING.UPDATE_INTEGRATION': 'offering integrations',
    'OFFERING.UPDATE_LOCATION': 'offering locations',
    'OFFERING.UPDATE_OPTIONS': 'offering options',
    'OFFERING.UPDATE_PERMISSION': 'offering roles',
    'OFFERING.UPDATE_PLAN': 'plans',
    'OFFERING.UPDATE_SCREENSHOT': 'offering screenshots',
    'OFFERING.UPDATE_THUMBNAIL': 'offering thumbnails',
    'OFFERING.UPDATE_USER': 'offering users',
    'OFFERING_ACCESS_SUBNET.UPDATE': 'offering access subnets',
    'PROJECT.UPDATE': 'projects',
    'PROJECT.UPDATE_METADATA': 'project metadata',
    'PROJECT.UPDATE_PERMISSION': 'project roles',
    'PROPOSAL.UPDATE': 'proposals',
    'PROPOSAL.UPDATE_PERMISSION': 'proposal roles',
    'RESOURCE.UPDATE': 'resources',
    'RESOURCE.UPDATE_OPTIONS': 'resource options',
    'RESOURCE.UPDATE_PERMISSION': 'resource roles',
    'RESOURCE.UPDATE_ROBOT_ACCOUNT': 'robot accounts',
    'RESOURCE_PROJECT.UPDATE_PERMISSION': 'resource project roles',
  },
  use: {
    'STAFF.ACCESS': 'staff-only views',
    'SUPPORT.ACCESS': 'support views',
  },
  view: {
    'CUSTOMER.VIEW_ACCOUNTING': 'organization accounting',
    'CUSTOMER.VIEW_REPORTING': 'organization reports',
    'CUSTOMER.VIEW_TEAM': 'organization teams',
    'PROJECT.VIEW_TEAM': 'project teams',
    'SERVICE_PROVIDER.GET_API_SECRET_CODE': 'API secret codes',
    'SERVICE_PROVIDER.GET_REVENUE': 'provider revenue',
    'SERVICE_PROVIDER.GET_STATISTICS': 'provider statistics',
  },
}

const known = new Map(
  Object.entries(OBJECTS).flatMap(([verb, objects]) =>
    Object.entries<string>(objects).map(([value, object]) => [value, { verb, object }]),
  ),
)

/** Every permission of any Waldur release that this page has words for. */
export const KNOWN_PERMISSIONS: readonly string[] = [...known.keys()]

/**
 * A permission within a sentence, after "can": "cancel orders". In languages with a catalogue it is their own label,
 * after a colon. An unknown permission is used by its value.
 */
export function permissionPhrase(value: string): string {
  const words = known.get(value)
  return translated(
    value,
    words ? `${words.verb} ${words.object}` : t('use {{permission}}', { permission: nameText(value) }),
  )
}

/** A permission in English, in the words of its phrase: "Cancel orders"; undefined if it has none. */
export function permissionLabel(value: string): string | undefined {
  const words = known.get(value)
  return words && `${words.verb.charAt(0).toUpperCase()}${words.verb.slice(1)} ${words.object}`
}

/** A permission beside the name of its group: "cancel" in "Orders", "change limits" in "Resources". */
export function phraseWithin(value: string, group: string): string {
  const words = known.get(value)
  if (!words) return translated(value, nameText(value))
  const thing = group.toLowerCase().replace(/s$/, '')
  const { object } = words
  const rest = object.startsWith(`${thing} `) ? object.slice(thing.length + 1) : object === `${thing}s` ? '' : object
  return translated(value, `${words.verb} ${rest}`.trim())
}
