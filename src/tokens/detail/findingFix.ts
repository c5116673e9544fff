import { entityKind, isEntityType } from '../../entities/types.ts'
import { t } from '../../ui/i18n.tsx'
import { nameText } from '../../ui/names.ts'
import type { NamedPlace } from '../access/access.ts'
import { goneName } from '../access/places.ts'
import type { Dialog } from '../dialog.ts'
import type { BetterPlace } from '../health/reasons.ts'
import type { Finding } from '../health/useTokenHealth.ts'
import type { Token } from '../schema.ts'

/** Fixes a finding with one click. */
export interface Fix {
  label: string
  dialog: Dialog
}

/**
 * The fix for a finding. Replacements drop dead permissions and whatever the button names; the form drops deleted
 * places.
 * @param places what the token is limited to, with their parents
 * @param canLimit false if this Waldur server does not limit tokens to places
 */
export function fixOf(finding: Finding, token: Token, places: readonly NamedPlace[] | null, canLimit: boolean): Fix {
  const replacement = { token, as: 'replacement' } as const
  const replace: Dialog = { kind: 'create', start: replacement }
  const without = (scopes: readonly string[]): Fix => ({
    label: t('Replace without these permissions', { count: scopes.length, defaultValue_one: 'Replace without it' }),
    dialog: { kind: 'create', start: { ...replacement, without: scopes } },
  })
  const limitedTo = ({ type, uuid: better, name }: BetterPlace): Dialog => {
    const inside = (places ?? []).flatMap(({ uuid, above }) => (uuid !== null && above.includes(better) ? [uuid] : []))
    return {
      kind: 'create',
      start: { ...replacement, instead: { of: [...inside, better], place: { type, uuid: better, name } } },
    }
  }
  const revoke: Fix = { label: t('Revoke token'), dialog: { kind: 'revoke', token } }
  switch (finding.kind) {
    case 'dead':
    case 'never used':
    case 'unused':
      return revoke
    case 'role above':
      return {
        label: t('Replace, limited to [[above]]', { above: nameText(finding.better.name) }),
        dialog: limitedTo(finding.better),
      }
    case 'not asked':
      return finding.better
        ? {
            label: t('Limit to [[above]] ({{type}}) instead', {
              above: nameText(finding.better.name),
              type: typeText(finding.better.type),
            }),
            dialog: limitedTo(finding.better),
          }
        : (withoutPlace(finding.place, token, places) ?? revoke)
    case 'not yours':
    case 'never asked':
    case 'unclear':
      return finding.scopes.length === token.scopes.length ? revoke : without(finding.scopes)
    case 'staff only':
      return without(finding.scopes)
    case 'dead bindings': {
      const [gone, ...more] = token.allowed_scopes.filter(({ uuid }) => uuid === null)
      const name = gone && more.length === 0 && goneName(gone)
      return {
        label: name ? t('Replace without [[place]]', { place: nameText(name) }) : t('Replace without deleted places'),
        dialog: replace,
      }
    }
    case 'outlives role':
      return {
        label: t('Replace with an earlier expiration'),
        dialog: { kind: 'create', start: { ...replacement, end: finding.end.at } },
      }
    case 'global':
      return { label: t('Replace with narrower permissions'), dialog: replace }
    case 'boundless':
      return { label: canLimit ? t('Limit it to places') : t('Replace with narrower permissions'), dialog: replace }
    case 'broad':
      return { label: t('Replace with fewer permissions'), dialog: replace }
  }
}

/** Null if no other place would be left. */
function withoutPlace({ uuid, name }: NamedPlace, token: Token, places: readonly NamedPlace[] | null): Fix | null {
  if (uuid === null || !places?.some((other) => other.uuid !== null && other.uuid !== uuid)) return null
  return {
    label: t('Replace without [[place]]', { place: nameText(name) }),
    dialog: { kind: 'create', start: { token, as: 'replacement', instead: { of: [uuid], place: null } } },
  }
}

const typeText = (type: string): string => (isEntityType(type) ? entityKind(type).one() : type)
