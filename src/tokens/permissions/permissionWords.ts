import { alphabetically, translated } from '../../ui/i18n.tsx'
import { catalogLabel } from './catalogLabel.ts'
import { globalLabel, isGlobal } from './globals.ts'

/** A permission in words, with its group. */
export interface PermissionWords {
  label: string
  group: string
}

// The group under which Waldur shows a whole domain; other domains are their own group (waldur-api, section 6.2).
const GROUPS = new Map([
  ['INVITATION', 'Team members'],
  ['SERVICE_ACCOUNT', 'Provider actions'],
  ['SERVICE_PROVIDER', 'Provider actions'],
  ['RESOURCE', 'Customer actions for resources'],
  ['RESOURCE_PROJECT', 'Customer actions for resources'],
  ['OFFERINGUSER', 'Offering'],
  ['OFFERING_ACCESS_SUBNET', 'Offering'],
  ['CALL', 'Call management'],
  ['ROUND', 'Call management'],
  ['PROPOSAL', 'Call management'],
  ['OPENSTACK_INSTANCE', 'OpenStack'],
  ['OPENSTACK_ROUTER', 'OpenStack'],
])

const TEAM_DOMAINS = new Set(['CUSTOMER', 'PROJECT', 'RESOURCE', 'RESOURCE_PROJECT', 'INVITATION'])
const PLAIN_DOMAINS = new Set(['CUSTOMER', 'PROJECT', 'OFFERING', 'CALL', 'PROPOSAL', 'SERVICE_PROVIDER'])

/**
 * Words for a permission that the server's metadata does not describe, derived from its value as Waldur does:
 * "ORDER.LIST" is "List order" (waldur-api, section 6.2, label rules). Any other value stays as it is, under "Other".
 */
export function wordsFor(value: string): PermissionWords {
  const [domain, action, ...more] = value.split('.')
  if (!domain || !action || more.length > 0) return { label: value, group: 'Other' }
  const subject = lower(domain)
  const [verb, ...rest] = action.split('_')
  const object = lower(rest.join('_'))
  const group = TEAM_DOMAINS.has(domain) && action.endsWith('_PERMISSION') ? 'Team members' : GROUPS.get(domain)
  return {
    label: object === '' ? capital(`${lower(action)} ${subject}`) : phrase(domain, verb ?? '', object),
    group: group ?? capital(subject),
  }
}

/** Plain names for Waldur's groups. */
const OUR_GROUPS = new Map([
  ['Access subnet', 'Access subnets'],
  ['Call management', 'Calls and proposals'],
  ['Customer', 'Organizations'],
  ['Customer actions for resources', 'Resources'],
  ['Lexis link', 'Other'],
  ['Matrix room', 'Other'],
  ['Offering', 'Offerings'],
  ['Openstack', 'OpenStack'],
  ['Order', 'Orders'],
  ['Posix id pool', 'Other'],
  ['Project', 'Projects'],
  ['Provider actions', 'Service providers'],
  ['Staff', 'Global access'],
  ['Support', 'Global access'],
  ['Team members', 'People and roles'],
])

/**
 * The words in the page's language, if its catalog has the value or the group; otherwise Waldur's.
 * @param words in English, from `wordsFor` or the server's metadata, which derives them from the value too
 */
export function translatedWords(value: string, words: PermissionWords): PermissionWords {
  // Waldur labels a domain without a group by its name: "Posix_id_pool".
  const group = words.group.replaceAll('_', ' ')
  // Waldur's own words sound as if the global ones allowed everything that staff and support may do.
  const label = isGlobal(value) ? globalLabel(value) : (catalogLabel(value) ?? words.label)
  return { label, group: translatedGroup(OUR_GROUPS.get(group) ?? group) }
}

/** @param group in English, one of the page's own or the name of a domain: "Orders" */
export const translatedGroup = (group: string): string => translated(`group: ${group}`, group)

function phrase(domain: string, verb: string, object: string): string {
  const word = verb === 'GET' ? 'view' : domain === 'SERVICE_PROVIDER' && verb === 'SET' ? 'manage' : lower(verb)
  const owner = PLAIN_DOMAINS.has(domain) ? '' : ` for ${lower(domain)}`
  return capital(`${word} ${object}${owner}`)
}

const lower = (text: string): string => text.replaceAll('_', ' ').toLowerCase()
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** Permissions by group. The groups are sorted by name, the permissions keep the given order. */
export function byGroup(values: Iterable<string>, words: (value: string) => PermissionWords): [string, string[]][] {
  const groups = new Map<string, string[]>()
  for (const value of values) {
    const { group } = words(value)
    const members = groups.get(group)
    if (members) members.push(value)
    else groups.set(group, [value])
  }
  return [...groups].sort(([a], [b]) => alphabetically(a, b))
}
