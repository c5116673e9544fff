import { isEnglish, translated } from '../../ui/i18n.tsx'
import { nameText } from '../../ui/names.ts'
import { catalogLabel, labelOf } from './catalogLabel.ts'
import type { PermissionWords } from './permissionWords.ts'
import { translatedGroup } from './permissionWords.ts'

/** What each permission allows, by group. The object is in brackets, so that sentences can join what is alike. */
const PHRASES = {
  'Access subnets': {
    'ACCESS_SUBNET.CREATE': 'create [access subnets]',
    'ACCESS_SUBNET.DELETE': 'delete [access subnets]',
    'ACCESS_SUBNET.UPDATE': 'update [access subnets]',
    'OFFERING_ACCESS_SUBNET.CREATE': 'create [offering access subnets]',
    'OFFERING_ACCESS_SUBNET.DELETE': 'delete [offering access subnets]',
    'OFFERING_ACCESS_SUBNET.UPDATE': 'update [offering access subnets]',
  },
  Accounts: {
    'PROJECT.COURSE_ACCOUNT_MANAGE': 'manage [course accounts]',
    'RESOURCE.CREATE_ROBOT_ACCOUNT': 'create [robot accounts]',
    'RESOURCE.DELETE_ROBOT_ACCOUNT': 'delete [robot accounts]',
    'RESOURCE.UPDATE_ROBOT_ACCOUNT': 'update [robot accounts]',
    'SERVICE_ACCOUNT.MANAGE': 'manage [service accounts]',
  },
  'Calls and proposals': {
    'CALL.APPROVE_AND_REJECT_PROPOSALS': 'approve and reject [proposals]',
    'CALL.CLOSE_ROUNDS': 'close [rounds]',
    'CALL.CREATE': 'create [calls]',
    'CALL.CREATE_PERMISSION': 'grant [call roles]',
    'CALL.DELETE_PERMISSION': 'remove [call roles]',
    'CALL.LIST': 'list [calls]',
    'CALL.UPDATE': 'update [calls]',
    'CALL.UPDATE_PERMISSION': 'update [call roles]',
    'PROPOSAL.DELETE_PERMISSION': 'remove [proposal roles]',
    'PROPOSAL.LIST': 'list [proposals]',
    'PROPOSAL.MANAGE': 'manage [proposals]',
    'PROPOSAL.MANAGE_REVIEW': 'manage [proposal reviews]',
    'PROPOSAL.UPDATE': 'update [proposals]',
    'PROPOSAL.UPDATE_PERMISSION': 'update [proposal roles]',
    'ROUND.LIST': 'list [rounds]',
  },
  'Global access': {
    'STAFF.ACCESS': 'use [staff-only views]',
    'SUPPORT.ACCESS': 'use [support views]',
  },
  Offerings: {
    'OFFERING.ACCEPT_CALL_REQUEST': 'accept [call requests]',
    'OFFERING.ADD_ENDPOINT': 'add [offering endpoints]',
    'OFFERING.ARCHIVE': 'archive [offerings]',
    'OFFERING.ARCHIVE_PLAN': 'archive [plans]',
    'OFFERING.CREATE': 'create [offerings]',
    'OFFERING.CREATE_PERMISSION': 'grant [offering roles]',
    'OFFERING.CREATE_PLAN': 'create [plans]',
    'OFFERING.CREATE_SCREENSHOT': 'create [offering screenshots]',
    'OFFERING.CREATE_USER': 'create [offering users]',
    'OFFERING.DELETE': 'delete [offerings]',
    'OFFERING.DELETE_ENDPOINT': 'delete [offering endpoints]',
    'OFFERING.DELETE_PERMISSION': 'remove [offering roles]',
    'OFFERING.DELETE_SCREENSHOT': 'delete [offering screenshots]',
    'OFFERING.DELETE_USER': 'delete [offering users]',
    'OFFERING.DRY_RUN_SCRIPT': 'dry-run [offering scripts]',
    'OFFERING.LIST': 'list [offerings]',
    'OFFERING.MANAGE_BACKEND_RESOURCES': 'manage [backend resources]',
    'OFFERING.MANAGE_CAMPAIGN': 'manage [campaigns]',
    'OFFERING.MANAGE_USER_GROUP': 'manage [offering user groups]',
    'OFFERING.MANAGE_USER_ROLE': 'manage [offering user roles]',
    'OFFERING.PAUSE': 'pause [offerings]',
    'OFFERING.UNPAUSE': 'resume [offerings]',
    'OFFERING.UPDATE': 'update [offerings]',
    'OFFERING.UPDATE_ATTRIBUTES': 'update [offering attributes]',
    'OFFERING.UPDATE_COMPONENTS': 'update [offering components]',
    'OFFERING.UPDATE_DESCRIPTION': 'update [offering categories]',
    'OFFERING.UPDATE_ENDPOINT': 'update [offering endpoints]',
    'OFFERING.UPDATE_INTEGRATION': 'update [offering integrations]',
    'OFFERING.UPDATE_LOCATION': 'update [offering locations]',
    'OFFERING.UPDATE_OPTIONS': 'update [offering options]',
    'OFFERING.UPDATE_PERMISSION': 'update [offering roles]',
    'OFFERING.UPDATE_PLAN': 'update [plans]',
    'OFFERING.UPDATE_SCREENSHOT': 'update [offering screenshots]',
    'OFFERING.UPDATE_THUMBNAIL': 'update [offering thumbnails]',
    'OFFERING.UPDATE_USER': 'update [offering users]',
    'OFFERINGUSER.UPDATE_RESTRICTION': 'restrict [offering users]',
  },
  OpenStack: {
    'OPENSTACK_INSTANCE.CONSOLE_ACCESS': 'open [OpenStack instance consoles]',
    'OPENSTACK_INSTANCE.MANAGE': 'manage [OpenStack instances]',
    'OPENSTACK_INSTANCE.MANAGE_POWER': 'start and stop [OpenStack instances]',
    'OPENSTACK_ROUTER.MANAGE_GATEWAY': 'manage [OpenStack router gateways]',
  },
  Orders: {
    'ORDER.APPROVE': 'approve [orders]',
    'ORDER.APPROVE_PRIVATE': 'approve [private orders]',
    'ORDER.CANCEL': 'cancel [orders]',
    'ORDER.CREATE': 'create [orders]',
    'ORDER.DESTROY': 'delete [orders]',
    'ORDER.LIST': 'list [orders]',
    'ORDER.REJECT': 'reject [orders]',
    'ORDER.SET_CONSUMER_INFO': 'reply to [providers about orders]',
  },
  Organizations: {
    'CUSTOMER.CONTACT_UPDATE': 'update [organization contacts]',
    'CUSTOMER.LIST_USERS': 'list [organization users]',
    'CUSTOMER.UPDATE': 'update [organizations]',
    'CUSTOMER.VIEW_ACCOUNTING': 'view [organization accounting]',
    'CUSTOMER.VIEW_REPORTING': 'view [organization reports]',
    'CUSTOMER.VIEW_TEAM': 'view [organization teams]',
  },
  Other: {
    'LEXIS_LINK.CREATE': 'create [LEXIS links]',
    'LEXIS_LINK.DELETE': 'delete [LEXIS links]',
    'MATRIX_ROOM.CREATE': 'create [Matrix rooms]',
    'POSIX_ID_POOL.MANAGE': 'manage [POSIX ID pools]',
  },
  'People and roles': {
    'CUSTOMER.CREATE_PERMISSION': 'grant [organization roles]',
    'CUSTOMER.DELETE_PERMISSION': 'remove [organization roles]',
    'CUSTOMER.LIST_PERMISSION_REVIEWS': 'list [permission reviews]',
    'CUSTOMER.UPDATE_PERMISSION': 'update [organization roles]',
    'INVITATION.LIST': 'list [invitations]',
    'PROJECT.CREATE_PERMISSION': 'grant [project roles]',
    'PROJECT.DELETE_PERMISSION': 'remove [project roles]',
    'PROJECT.UPDATE_PERMISSION': 'update [project roles]',
    'RESOURCE.CREATE_PERMISSION': 'grant [resource roles]',
    'RESOURCE.DELETE_PERMISSION': 'remove [resource roles]',
    'RESOURCE.UPDATE_PERMISSION': 'update [resource roles]',
    'RESOURCE_PROJECT.CREATE_PERMISSION': 'grant [resource project roles]',
    'RESOURCE_PROJECT.DELETE_PERMISSION': 'remove [resource project roles]',
    'RESOURCE_PROJECT.UPDATE_PERMISSION': 'update [resource project roles]',
  },
  Projects: {
    'PROJECT.CREATE': 'create [projects]',
    'PROJECT.DELETE': 'delete [projects]',
    'PROJECT.LIST': 'list [projects]',
    'PROJECT.REVIEW_MEMBERSHIP': 'review [project memberships]',
    'PROJECT.SET_SLUG': 'set [project slugs]',
    'PROJECT.UPDATE': 'update [projects]',
    'PROJECT.UPDATE_METADATA': 'update [project metadata]',
    'PROJECT.VIEW_TEAM': 'view [project teams]',
  },
  'Provider resources': {
    'RESOURCE.MANAGE_USERS': 'manage [resource users]',
    'RESOURCE.SET_BACKEND_ID': 'set [resource backend IDs]',
    'RESOURCE.SET_BACKEND_METADATA': 'set [resource backend metadata]',
    'RESOURCE.SET_END_DATE': 'set [resource end dates]',
    'RESOURCE.SET_STATE': 'set [resource states]',
    'RESOURCE.SET_USAGE': 'set [resource usage]',
    'RESOURCE.SUBMIT_REPORT': 'submit [resource reports]',
  },
  Resources: {
    'RESOURCE.ACCEPT_BOOKING_REQUEST': 'accept [booking requests]',
    'RESOURCE.CONSUMPTION_LIMITATION': 'limit [resource consumption]',
    'RESOURCE.LIST': 'list [resources]',
    'RESOURCE.LIST_IMPORTABLE': 'list [importable resources]',
    'RESOURCE.LIST_USERS': 'list [resource users]',
    'RESOURCE.MANAGE_API_KEY': 'manage [resource API keys]',
    'RESOURCE.MANAGE_CONSUMER_API_KEY': 'manage [consumer API keys]',
    'RESOURCE.REJECT_BOOKING_REQUEST': 'reject [booking requests]',
    'RESOURCE.SET_LIMITS': 'change [resource limits]',
    'RESOURCE.SET_PLAN': 'switch [resource plans]',
    'RESOURCE.SET_SLUG': 'set [resource slugs]',
    'RESOURCE.TERMINATE': 'terminate [resources]',
    'RESOURCE.UPDATE': 'update [resources]',
    'RESOURCE.UPDATE_OPTIONS': 'update [resource options]',
  },
  'Service providers': {
    'SERVICE_PROVIDER.GENERATE_API_SECRET_CODE': 'generate [API secret codes]',
    'SERVICE_PROVIDER.GET_API_SECRET_CODE': 'view [API secret codes]',
    'SERVICE_PROVIDER.GET_REVENUE': 'view [provider revenue]',
    'SERVICE_PROVIDER.GET_ROBOT_ACCOUNT_CUSTOMERS': 'list [organizations with robot accounts]',
    'SERVICE_PROVIDER.GET_ROBOT_ACCOUNT_PROJECTS': 'list [projects with robot accounts]',
    'SERVICE_PROVIDER.GET_STATISTICS': 'view [provider statistics]',
    'SERVICE_PROVIDER.LIST_COURSE_ACCOUNTS': 'list [course accounts]',
    'SERVICE_PROVIDER.LIST_CUSTOMERS': 'list [provider customers]',
    'SERVICE_PROVIDER.LIST_CUSTOMER_PROJECTS': 'list [customer projects]',
    'SERVICE_PROVIDER.LIST_KEYS': 'list [SSH public keys]',
    'SERVICE_PROVIDER.LIST_PROJECTS': 'list [provider projects]',
    'SERVICE_PROVIDER.LIST_PROJECT_PERMISSIONS': 'list [roles in provider projects]',
    'SERVICE_PROVIDER.LIST_SERVICE_ACCOUNTS': 'list [service accounts]',
    'SERVICE_PROVIDER.LIST_USERS': 'list [provider users]',
    'SERVICE_PROVIDER.LIST_USER_CUSTOMERS': 'list [organizations of provider users]',
    'SERVICE_PROVIDER.MANAGE_MAINTENANCE_ANNOUNCEMENT': 'manage [maintenance announcements]',
    'SERVICE_PROVIDER.OPENSTACK_IMAGE_MANAGEMENT': 'manage [OpenStack images]',
    'SERVICE_PROVIDER.REGISTER': 'register [service providers]',
    'SERVICE_PROVIDER.SET_OFFERINGS_USERNAME': 'set [usernames in offerings]',
  },
}

const known = new Map(
  Object.entries(PHRASES).flatMap(([group, phrases]) =>
    Object.entries<string>(phrases).map(([value, phrase]) => [value, { group, phrase }]),
  ),
)

/** Every permission of any Waldur release that this page has words for. */
export const KNOWN_PERMISSIONS: readonly string[] = [...known.keys()]

export const isKnown = (value: string): boolean => known.has(value)

/** The group of a permission in English; undefined if the page doesn't know it. */
export const permissionGroup = (value: string): string | undefined => known.get(value)?.group

/** The page's own words for a permission; Waldur's if it doesn't know it. */
export function ourWords(value: string, waldurs: PermissionWords): PermissionWords {
  const group = permissionGroup(value)
  return { label: permissionLabel(value) ?? waldurs.label, group: group ? translatedGroup(group) : waldurs.group }
}

/** A permission's words in English: "list [orders]". */
const english = (value: string): string => known.get(value)?.phrase ?? ''

/** A permission as a label, "Cancel orders", in the page's language or else in English; undefined if it isn't known. */
export const permissionLabel = (value: string): string | undefined =>
  catalogLabel(value) ?? (known.has(value) ? labelOf(english(value)) : undefined)

/** Whether a permission only shows something, in which case sentences begin with it. */
export const isReading = (value: string): boolean => /^(list|view) /.test(english(value))

/** A permission in a sentence after “can”: its verb stands before the object, "list ", or after it, " auflisten". */
export interface Clause {
  before: string
  object: string
  after: string
}

/** Null if the page's language has no words for it that fit in a sentence. */
export function clauseOf(value: string): Clause | null {
  const text = translated(value, isEnglish() ? english(value) : '')
  const [, before = '', object = '', after = ''] = /^(.*)\[(.+)\](.*)$/.exec(text) ?? []
  return object === '' ? null : { before, object, after }
}

/**
 * A permission beside the name of its group: "cancel" in "Orders", "change limits" in "Resources". The group's word may
 * end differently in the phrase, as in other languages it does: "luua" for "luua tellimusi" in "Tellimused".
 */
export function phraseWithin(value: string, group: string): string {
  const clause = clauseOf(value)
  if (!clause) return permissionLabel(value) ?? nameText(value)
  const { before, object, after } = clause
  const length = group.split(' ').length
  const words = object.split(' ')
  const things = group.toLowerCase()
  const first = words.slice(0, length).join(' ').toLowerCase()
  const rest = words.slice(length).join(' ')
  const isSaid = first === things ? rest === '' : sharesStem(first, things)
  return `${before}${isSaid ? rest : object}${after}`.trim()
}

/** "tellimuste" and "tellimused"; not "projektmetadaten" and "projekte", which is another word. */
const sharesStem = (word: string, name: string): boolean =>
  word.startsWith(name.slice(0, -2)) && word.length <= name.length + 2
