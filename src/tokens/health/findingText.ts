import { listing, t } from '../../ui/i18n.tsx'
import { nameText } from '../../ui/names.ts'
import { instant } from '../../ui/time.ts'
import { placeName } from '../access/accessWords.ts'
import { noEffectText, notHeldText, roleAboveText } from '../access/noEffectText.ts'
import { notAskedText } from '../access/notAskedText.ts'
import { goneName } from '../access/places.ts'
import { staffText } from '../access/staffText.ts'
import type { Token } from '../schema.ts'
import type { Finding } from './useTokenHealth.ts'

/** A sentence with the placeholders `[[place]]` and `[[above]]`, into which names are inserted later. */
export interface FindingText {
  text: string
  parts?: { place: string; above?: string }
}

/** A finding as a sentence. @param label the name of a permission */
export function findingText(finding: Finding, token: Token, label: (scope: string) => string): FindingText {
  const named = (scopes: readonly string[]) => listing(scopes.map(label), 4)
  switch (finding.kind) {
    case 'dead':
      return { text: deadText(token) }
    case 'role above': {
      const parts = { place: nameText(finding.place.name), above: nameText(finding.better.name) }
      return finding.all
        ? {
            text: t('It reads [[place]] but can’t use its permissions there. Your role is above it, in [[above]].'),
            parts,
          }
        : {
            text: roleAboveText(named(finding.scopes), finding.scopes.length),
            parts,
          }
    }
    case 'not asked':
      return {
        text: notAskedText(finding.place.type, token.scopes),
        parts: { place: nameText(finding.place.name) },
      }
    case 'not yours':
      return finding.places.length === 0
        ? {
            text: t('You don’t have these permissions: {{permissions}}. They have no effect until you do.', {
              count: finding.scopes.length,
              defaultValue_one: 'You don’t have this permission: {{permissions}}. It has no effect until you do.',
              permissions: named(finding.scopes),
            }),
          }
        : {
            text: notHeldText(named(finding.scopes), finding.scopes.length),
            parts: {
              place: listing(finding.places.map(({ name }) => nameText(name))),
            },
          }
    case 'never asked':
      return {
        text: t(
          'Waldur doesn’t ask for these permissions where this token works, so they have no effect: {{permissions}}.',
          {
            count: finding.scopes.length,
            defaultValue_one:
              'Waldur doesn’t ask for this permission where this token works, so it has no effect: {{permissions}}.',
            permissions: named(finding.scopes),
          },
        ),
      }
    case 'unclear':
      return { text: noEffectText(named(finding.scopes), finding.scopes.length) }
    case 'staff only':
      return {
        text: t('You’re no longer staff, so this has no effect: {{permission}}.', {
          permission: named(finding.scopes),
        }),
      }
    case 'dead bindings': {
      const [gone, ...more] = token.allowed_scopes.filter(({ uuid }) => uuid === null)
      const name = gone && goneName(gone)
      if (name && more.length === 0) {
        return { text: t('[[place]] was deleted. The other places aren’t affected.'), parts: { place: nameText(name) } }
      }
      return {
        text: t('{{count}} of its places were deleted. The rest aren’t affected.', {
          count: finding.count,
          defaultValue_one: '1 of its places was deleted. The rest aren’t affected.',
        }),
      }
    }
    case 'never used':
      return { text: t('It has never been used. If nothing needs it, revoke it.') }
    case 'unused':
      return { text: t('It hasn’t been used in 90 days or more. If nothing needs it, revoke it.') }
    case 'outlives role':
      return {
        text: t(
          'Your role in [[roles]] ends on {{end}}, before the token expires. At the latest a day later, these stop working: {{permissions}}. Whoever manages the role can extend it.',
          {
            count: finding.end.scopes.length,
            defaultValue_one:
              'Your role in [[roles]] ends on {{end}}, before the token expires. At the latest a day later, this stops working: {{permissions}}. Whoever manages the role can extend it.',
            roles: listing([...new Set(finding.end.roles.map(placeName))], 2),
            end: instant(finding.end.at),
            permissions: named(finding.end.scopes),
          },
        ),
      }
    case 'global':
      return {
        text: finding.scopes.includes('STAFF.ACCESS')
          ? t('It opens staff-only views in all of Waldur.')
          : t('It opens support views in all of Waldur.'),
      }
    case 'boundless':
      return { text: staffText('everywhere') }
    case 'broad':
      return {
        text: t(
          'It has many permissions and works everywhere you have them. A narrower token does less harm if it leaks.',
        ),
      }
  }
}

const deadText = ({ allowed_scopes }: Token): string =>
  allowed_scopes.length > 0 && allowed_scopes.every(({ uuid }) => uuid === null)
    ? t(
        'None of its permissions works. All its places were deleted. It can still read some of what you see, such as orders and invoices.',
      )
    : t('With your current roles, none of its permissions works.')
