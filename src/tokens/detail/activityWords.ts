import { listing, t } from '../../ui/i18n.tsx'
import { nameText } from '../../ui/names.ts'
import type { ActivityLine } from './activity.ts'
import { addressOf } from './activity.ts'
import type { TokenEvent } from './events.ts'

/** What happened, in a line. For event types unknown to this page, Waldur's own message. */
export function entryTitle({ event, count }: ActivityLine): string {
  const address = nameText(addressOf(event) ?? t('an unknown IP address'))
  switch (event.event_type) {
    case 'pat_created':
      return t('Created')
    case 'pat_rotated':
      return t('Rotated. A new secret replaced the old one.')
    case 'pat_revoked':
      return t('Revoked')
    case 'pat_expired':
      return t('Expired')
    case 'pat_used_from_new_ip':
      return t('Used from [[address]] (new IP address)', { address })
    case 'pat_access_denied_from_ip':
    case 'pat_authentication_rejected':
      return t('Access denied from [[address]], {{count}} times', {
        address,
        count,
        defaultValue_one: 'Access denied from [[address]]',
      })
    case 'pat_network_acl_updated':
      return t('Allowed IP addresses changed')
    default:
      return (event.message.trim() || event.event_type).split('\n').map(nameText).join('\n')
  }
}

/** Further remarks on it, one per line. */
export function entryNotes({ event, byName }: ActivityLine, name: string): string[] {
  return [reasonText(event), networksText(event), byName && byNameText(byName.others, nameText(name))].filter(
    (note) => note !== null,
  )
}

function reasonText({ event_type, context: { reason } }: TokenEvent): string | null {
  if (event_type === 'pat_access_denied_from_ip') return t('Not an allowed IP address')
  if (event_type !== 'pat_authentication_rejected' || reason === null) return null
  switch (reason) {
    case 'revoked':
      return t('The token was revoked')
    case 'user_inactive':
      return t('Your account was turned off')
    case 'permission_revoked':
      return t('Your account wasn’t allowed to use tokens')
    default:
      return t('Reason: [[reason]]', { reason: nameText(reason) })
  }
}

function networksText({ event_type, context }: TokenEvent): string | null {
  const { old_allowed_networks: before, new_allowed_networks: after } = context
  if (event_type !== 'pat_network_acl_updated' || !before || !after) return null
  const named = (networks: string[]) => (networks.length === 0 ? t('any') : listing(networks.map(nameText)))
  return t('Before: [[before]] · After: [[after]]', { before: named(before), after: named(after) })
}

const byNameText = (others: number, name: string): string =>
  others === 0
    ? t('Matched by name')
    : t('Matched by name. You had {{count}} others called [[name]], so this may be about one of them.', {
        count: others,
        name,
        defaultValue_one: 'Matched by name. You had another token called [[name]], so this may be about that one.',
      })
