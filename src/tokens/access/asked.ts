import type { EntityType } from '../../entities/types.ts'

/** An object on which Waldur checks a permission if a request names it. */
export interface AskedObject {
  /** The object's type. Only a role on exactly such an object counts. */
  on: EntityType
  /** The types of place that reach it. A token must be limited to one, to something above it, or not at all. */
  from: readonly EntityType[]
}

const ORGANIZATION: AskedObject = { on: 'customer', from: ['customer'] }
const PROJECT: AskedObject = { on: 'project', from: ['project', 'customer'] }
/** A project covers its offerings in the check, but a token limited to it cannot see them: 404. */
const OFFERING: AskedObject = { on: 'offering', from: ['offering', 'customer'] }
/** The offering of a visible object, such as a resource. */
const ITS_OFFERING: AskedObject = { on: 'offering', from: ['offering', 'project', 'customer'] }
const PROVIDER: AskedObject = { on: 'service_provider', from: ['service_provider', 'customer'] }
const ORGANIZER: AskedObject = { on: 'call_organizer', from: ['call_organizer', 'customer'] }
const CALL: AskedObject = { on: 'call', from: ['call'] }
/** As with offerings, a project covers it only in the check. */
const PROPOSAL: AskedObject = { on: 'proposal', from: ['proposal'] }

/**
 * On which objects the requests of a permission check it, in the newest Waldur that was read; one is enough ([oracle],
 * compared in sandbox/oracle.agrees.test.ts). Resources do not occur, because no request checks the resource itself.
 */
const TABLE: [readonly AskedObject[], string][] = [
  [
    [ORGANIZATION],
    `
    ACCESS_SUBNET.CREATE ACCESS_SUBNET.DELETE ACCESS_SUBNET.UPDATE CUSTOMER.CONTACT_UPDATE CUSTOMER.CREATE_PERMISSION
    CUSTOMER.DELETE_PERMISSION CUSTOMER.LIST_USERS CUSTOMER.UPDATE CUSTOMER.UPDATE_PERMISSION LEXIS_LINK.CREATE
    LEXIS_LINK.DELETE OFFERING.ACCEPT_CALL_REQUEST OFFERING.ARCHIVE_PLAN OFFERING.CREATE_PLAN
    OFFERING.CREATE_SCREENSHOT OFFERING.CREATE_USER OFFERING.DELETE OFFERING.DELETE_SCREENSHOT OFFERING.DELETE_USER
    OFFERING.MANAGE_CAMPAIGN OFFERING.MANAGE_USER_ROLE OFFERING.UPDATE_PLAN OFFERING.UPDATE_SCREENSHOT
    OFFERING.UPDATE_THUMBNAIL OFFERING.UPDATE_USER OFFERINGUSER.UPDATE_RESTRICTION ORDER.REJECT PROJECT.CREATE
    PROJECT.DELETE RESOURCE.CREATE_ROBOT_ACCOUNT RESOURCE.DELETE_ROBOT_ACCOUNT RESOURCE.MANAGE_USERS
    RESOURCE.SET_BACKEND_METADATA RESOURCE.SET_END_DATE RESOURCE.SET_STATE RESOURCE.SUBMIT_REPORT
    RESOURCE.UPDATE_ROBOT_ACCOUNT SERVICE_PROVIDER.GET_API_SECRET_CODE SERVICE_PROVIDER.GET_REVENUE
    SERVICE_PROVIDER.GET_ROBOT_ACCOUNT_CUSTOMERS SERVICE_PROVIDER.GET_ROBOT_ACCOUNT_PROJECTS
    SERVICE_PROVIDER.GET_STATISTICS SERVICE_PROVIDER.LIST_CUSTOMERS SERVICE_PROVIDER.LIST_CUSTOMER_PROJECTS
    SERVICE_PROVIDER.LIST_KEYS SERVICE_PROVIDER.LIST_PROJECTS SERVICE_PROVIDER.LIST_PROJECT_PERMISSIONS
    SERVICE_PROVIDER.LIST_USERS SERVICE_PROVIDER.LIST_USER_CUSTOMERS SERVICE_PROVIDER.REGISTER
    SERVICE_PROVIDER.SET_OFFERINGS_USERNAME
  `,
  ],
  [
    [ORGANIZER],
    `
    CALL.CREATE
  `,
  ],
  [
    [CALL],
    `
    CALL.CLOSE_ROUNDS CALL.UPDATE
  `,
  ],
  [
    [PROPOSAL],
    `
    PROPOSAL.MANAGE
  `,
  ],
  [
    [ORGANIZATION, PROJECT],
    `
    OPENSTACK_INSTANCE.CONSOLE_ACCESS OPENSTACK_INSTANCE.MANAGE OPENSTACK_INSTANCE.MANAGE_POWER
    OPENSTACK_ROUTER.MANAGE_GATEWAY ORDER.CANCEL ORDER.DESTROY PROJECT.COURSE_ACCOUNT_MANAGE PROJECT.CREATE_PERMISSION
    PROJECT.DELETE_PERMISSION PROJECT.UPDATE PROJECT.UPDATE_PERMISSION RESOURCE.CONSUMPTION_LIMITATION
    RESOURCE.LIST_IMPORTABLE RESOURCE.REJECT_BOOKING_REQUEST RESOURCE.SET_LIMITS RESOURCE.SET_PLAN RESOURCE.TERMINATE
    RESOURCE.UPDATE_OPTIONS SERVICE_ACCOUNT.MANAGE
  `,
  ],
  [
    [ORGANIZATION, OFFERING],
    `
    OFFERING.CREATE_PERMISSION OFFERING.DELETE_PERMISSION OFFERING.DRY_RUN_SCRIPT OFFERING.UPDATE_PERMISSION
  `,
  ],
  [
    [ORGANIZATION, ITS_OFFERING],
    `
    OFFERING.MANAGE_BACKEND_RESOURCES RESOURCE.ACCEPT_BOOKING_REQUEST RESOURCE.SET_BACKEND_ID RESOURCE.SET_USAGE
  `,
  ],
  [
    [ORGANIZATION, CALL],
    `
    CALL.DELETE_PERMISSION CALL.UPDATE_PERMISSION
  `,
  ],
  [
    [ORGANIZATION, PROPOSAL],
    `
    PROPOSAL.DELETE_PERMISSION PROPOSAL.UPDATE_PERMISSION
  `,
  ],
  [
    [ORGANIZER, CALL],
    `
    CALL.APPROVE_AND_REJECT_PROPOSALS PROPOSAL.LIST PROPOSAL.MANAGE_REVIEW
  `,
  ],
  [
    [ORGANIZATION, PROJECT, ITS_OFFERING],
    `
    RESOURCE.UPDATE
  `,
  ],
  [
    [ORGANIZATION, PROJECT, PROVIDER],
    `
    ORDER.APPROVE
  `,
  ],
  [
    [ORGANIZATION, OFFERING, PROVIDER],
    `
    OFFERING.ADD_ENDPOINT OFFERING.ARCHIVE OFFERING.CREATE OFFERING.DELETE_ENDPOINT OFFERING.PAUSE OFFERING.UNPAUSE
    OFFERING.UPDATE OFFERING.UPDATE_ATTRIBUTES OFFERING.UPDATE_COMPONENTS OFFERING.UPDATE_DESCRIPTION
    OFFERING.UPDATE_INTEGRATION OFFERING.UPDATE_LOCATION OFFERING.UPDATE_OPTIONS
  `,
  ],
  [
    [ORGANIZATION, ORGANIZER, CALL],
    `
    CALL.CREATE_PERMISSION
  `,
  ],
]

const asked = new Map(
  TABLE.flatMap(([objects, names]) =>
    names
      .trim()
      .split(/\s+/)
      .map((name) => [name, objects]),
  ),
)

/** On which objects the permission is checked; null if no request is known that checks it. */
export const askedOn = (permission: string): readonly AskedObject[] | null => asked.get(permission) ?? null
