/** Constants of Waldur's source that use other words than their values, as of 8.1.2. */
const OTHER_WORDS = new Map([
  ['ACCEPT_BOOKING_REQUEST', 'RESOURCE.ACCEPT_BOOKING_REQUEST'],
  ['ACCEPT_REQUESTED_OFFERING', 'OFFERING.ACCEPT_CALL_REQUEST'],
  ['APPROVE_AND_REJECT_PROPOSALS', 'CALL.APPROVE_AND_REJECT_PROPOSALS'],
  ['CAN_MANAGE_OPENSTACK_INSTANCE', 'OPENSTACK_INSTANCE.MANAGE'],
  ['CAN_MANAGE_OPENSTACK_INSTANCE_POWER', 'OPENSTACK_INSTANCE.MANAGE_POWER'],
  ['CAN_MANAGE_OPENSTACK_ROUTER_GATEWAY', 'OPENSTACK_ROUTER.MANAGE_GATEWAY'],
  ['CLOSE_ROUNDS', 'CALL.CLOSE_ROUNDS'],
  ['HAS_OPENSTACK_INSTANCE_CONSOLE_ACCESS', 'OPENSTACK_INSTANCE.CONSOLE_ACCESS'],
  ['MANAGE_CAMPAIGN', 'OFFERING.MANAGE_CAMPAIGN'],
  ['MANAGE_COURSE_ACCOUNT', 'PROJECT.COURSE_ACCOUNT_MANAGE'],
  ['REJECT_BOOKING_REQUEST', 'RESOURCE.REJECT_BOOKING_REQUEST'],
  ['SWITCH_RESOURCE_PLAN', 'RESOURCE.SET_PLAN'],
  ['UPDATE_OFFERING_USER_RESTRICTION', 'OFFERINGUSER.UPDATE_RESTRICTION'],
  ['UPDATE_RESOURCE_LIMITS', 'RESOURCE.SET_LIMITS'],
])

/** In characters; no permission is nearly as long. */
const LONGEST = 100

export type PermissionReader = (word: string) => string | null

/**
 * Reads the permission that a word means: one of the values, in any case, or its constant. A constant has the words of
 * the value in another order, some of them in the plural: `LIST_ORDERS` in Waldur's source and guide, `ORDER_LIST` in
 * its Python client, both possibly prefixed with their class.
 * @returns null if no value fits, or several do
 */
export function permissionReader(values: Iterable<string>): PermissionReader {
  const all = new Set(values)
  const byWords = new Map<string, string | null>()
  for (const value of all) byWords.set(wordsOf(value), byWords.has(wordsOf(value)) ? null : value)
  return (word) => {
    if (all.has(word)) return word
    if (word.length > LONGEST || !/[._]/.test(word)) return null
    const name = word.replace(/^\w*Enum\.|\.value$/g, '').toUpperCase()
    const other = OTHER_WORDS.get(name)
    return other !== undefined && all.has(other) ? other : (byWords.get(wordsOf(name)) ?? null)
  }
}

/** "LIST ORDER" for ORDER.LIST, ORDER_LIST and LIST_ORDERS. */
const wordsOf = (name: string): string =>
  name
    .split(/[._]+/)
    .map((word) => word.replace(/S$/, ''))
    .sort()
    .join(' ')
