import { asName, t, unmarked } from '../../ui/i18n.tsx'
import { nameText } from '../../ui/names.ts'
import { followsRole } from '../access/follows.ts'
import { catalogLabel } from '../permissions/catalogLabel.ts'
import { globalLabel, isGlobal } from '../permissions/globals.ts'

/** What fits in a row, in characters. */
const MOST = 34

/**
 * A permission by what it is about: "Orders" and "cancel". In languages with a catalog, the first word and the rest.
 */
interface Ability {
  object: string
  action: string
  /** Stands between the two. */
  joint: string
}

/**
 * What a token can do, in one line for `Trans`: "Orders: create, cancel · Projects: update". Permissions that follow
 * the role are left out, because the token makes no difference to them, and so are those of staff and support, which
 * the row marks. Where there are too many, the last ones are left out; the number of all is below.
 */
export function canDoText(scopes: readonly string[]): string {
  const acting = scopes.filter((scope) => !followsRole(scope) && !isGlobal(scope))
  if (acting.length === 0) {
    const global = scopes.find(isGlobal)
    return global === undefined ? t('Read only') : globalLabel(global)
  }
  const groups = new Map<string, string>()
  let text = ''
  for (const { object, action, joint } of acting.map(abilityOf)) {
    const group = groups.get(object)
    groups.set(object, group === undefined || action === '' ? object + joint + action : `${group}, ${action}`)
    const longer = [...groups.values()].join(' · ')
    if (text !== '' && unmarked(longer).length > MOST) break
    text = longer
  }
  return text
}

/** "Orders: cancel" @param scope in Waldur's spelling */
export function abilityText(scope: string): string {
  const { object, joint, action } = abilityOf(scope)
  return unmarked(object + joint + action)
}

/** @param scope in Waldur's spelling; if it is not like "ORDER.CANCEL", it is shown as it is */
function abilityOf(scope: string): Ability {
  const label = catalogLabel(scope)
  if (label !== null) {
    const [object = '', ...rest] = label.split(' ')
    return { object, action: rest.join(' '), joint: rest.length > 0 ? ' ' : '' }
  }
  const [, domain, verb] = /^([A-Z\d_]+)\.([A-Z\d_]+)$/.exec(scope) ?? []
  if (domain === undefined || verb === undefined) return { object: asName(nameText(scope)), action: '', joint: '' }
  return { object: OBJECTS.get(domain) ?? pluralOf(domain), action: ACTIONS.get(verb) ?? actionOf(verb), joint: ': ' }
}

/** Where Waldur's name for it is not the word that people know. */
const OBJECTS = new Map([
  ['CUSTOMER', 'Organizations'],
  ['OFFERINGUSER', 'Offering users'],
  ['OPENSTACK_INSTANCE', 'OpenStack instances'],
  ['OPENSTACK_ROUTER', 'OpenStack routers'],
  ['LEXIS_LINK', 'LEXIS links'],
  ['POSIX_ID_POOL', 'POSIX ID pools'],
])

const ACTIONS = new Map([
  ['CREATE_PERMISSION', 'grant roles'],
  ['UPDATE_PERMISSION', 'update roles'],
  ['DELETE_PERMISSION', 'remove roles'],
  ['DESTROY', 'delete'],
  ['UNPAUSE', 'resume'],
])

const pluralOf = (domain: string): string => `${domain.charAt(0)}${wordsOf(domain.slice(1))}s`
const actionOf = (verb: string): string => wordsOf(verb).replace(/^get /, 'view ')
const wordsOf = (text: string): string => text.replaceAll('_', ' ').toLowerCase()
