import { translated } from '../../ui/i18n.tsx'

/** What the usual permissions allow, where that is more than their words say. Waldur has no such texts. */
const LINES = new Map([
  ['CUSTOMER.CONTACT_UPDATE', 'Change an organization’s contact information'],
  ['CUSTOMER.CREATE_PERMISSION', 'Give people roles in an organization'],
  ['CUSTOMER.DELETE_PERMISSION', 'Take away people’s roles in an organization'],
  ['CUSTOMER.LIST_PERMISSION_REVIEWS', 'See reviews of who has access to an organization'],
  ['CUSTOMER.LIST_USERS', 'See everyone with a role in an organization or its projects'],
  ['CUSTOMER.UPDATE', 'Change an organization’s details'],
  ['CUSTOMER.UPDATE_PERMISSION', 'Change when people’s roles in an organization end'],
  ['CUSTOMER.VIEW_ACCOUNTING', 'See an organization’s accounting'],
  ['CUSTOMER.VIEW_REPORTING', 'See an organization’s reports'],
  ['CUSTOMER.VIEW_TEAM', 'See who is on an organization’s team'],
  ['INVITATION.LIST', 'See invitations to join a team'],
  ['ORDER.APPROVE', 'Approve orders, as a customer or as a provider'],
  ['ORDER.APPROVE_PRIVATE', 'Approve orders from private offerings'],
  ['ORDER.CANCEL', 'Cancel orders that are pending or in progress'],
  ['ORDER.CREATE', 'Order resources'],
  ['ORDER.DESTROY', 'Delete orders that are still pending'],
  ['ORDER.LIST', 'Changes nothing, because your role decides which orders it lists'],
  ['ORDER.REJECT', 'Reject orders that wait for approval'],
  ['ORDER.SET_CONSUMER_INFO', 'Answer a provider’s message on a pending order, with an attachment if needed'],
  ['PROJECT.CREATE', 'Create projects in an organization'],
  ['PROJECT.CREATE_PERMISSION', 'Give people roles in a project'],
  ['PROJECT.DELETE', 'Delete projects of an organization'],
  ['PROJECT.DELETE_PERMISSION', 'Take away people’s roles in a project'],
  ['PROJECT.LIST', 'Changes nothing, because your role decides which projects it lists'],
  ['PROJECT.REVIEW_MEMBERSHIP', 'Confirm who should still have access to a project'],
  ['PROJECT.SET_SLUG', 'Change the short name of a project that appears in addresses and accounts'],
  ['PROJECT.UPDATE', 'Change a project’s name and other details'],
  ['PROJECT.UPDATE_METADATA', 'Change the additional data kept about a project'],
  ['PROJECT.UPDATE_PERMISSION', 'Change when people’s roles in a project end'],
  ['PROJECT.VIEW_TEAM', 'See who is on a project’s team'],
  ['RESOURCE.ACCEPT_BOOKING_REQUEST', 'Accept requests to book a resource'],
  ['RESOURCE.CONSUMPTION_LIMITATION', 'Set how much of a resource may be used'],
  ['RESOURCE.CREATE_PERMISSION', 'Give people roles in a resource'],
  ['RESOURCE.DELETE_PERMISSION', 'Take away people’s roles in a resource'],
  ['RESOURCE.LIST', 'Changes nothing, because your role decides which resources it lists'],
  ['RESOURCE.LIST_IMPORTABLE', 'See backend resources that can be imported into an offering'],
  ['RESOURCE.LIST_USERS', 'See the users of a resource'],
  ['RESOURCE.MANAGE_API_KEY', 'Create, rotate and otherwise manage a resource’s API keys'],
  ['RESOURCE.REJECT_BOOKING_REQUEST', 'Reject requests to book a resource'],
  ['RESOURCE.SET_LIMITS', 'Request other limits for a resource, such as CPU or RAM'],
  ['RESOURCE.SET_PLAN', 'Move a resource to another pricing plan'],
  ['RESOURCE.SET_SLUG', 'Change the short name of a resource that appears in addresses and accounts'],
  ['RESOURCE.SET_USAGE', 'Report how much of a resource was used'],
  ['RESOURCE.SUBMIT_REPORT', 'Attach a provider’s report to a resource'],
  ['RESOURCE.TERMINATE', 'Request that a resource be terminated'],
  ['RESOURCE.UPDATE', 'Change a resource’s name and other details'],
  ['RESOURCE.UPDATE_OPTIONS', 'Change the options a resource was ordered with'],
  ['RESOURCE.UPDATE_PERMISSION', 'Change when people’s roles in a resource end'],
  ['RESOURCE_PROJECT.CREATE_PERMISSION', 'Give people roles in a resource project'],
  ['RESOURCE_PROJECT.DELETE_PERMISSION', 'Take away people’s roles in a resource project'],
  ['RESOURCE_PROJECT.UPDATE_PERMISSION', 'Change when people’s roles in a resource project end'],
])

/** A line about a permission; null for most. */
export function permissionLine(value: string): string | null {
  const line = LINES.get(value)
  return line === undefined ? null : translated(`does: ${value}`, line)
}

/** The permissions that have a line. */
export const LINED: readonly string[] = [...LINES.keys()]
