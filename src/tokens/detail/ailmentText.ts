import { nameText } from '../../ui/names.ts'
import { instant } from '../../ui/time.ts'
import { listing, t } from '../../ui/words.tsx'
import type { Dialog } from '../dialogs.ts'
import { goneName } from '../places.ts'
import type { Ailment } from '../rules/health.ts'
import type { Token } from '../schema.ts'

/** A sentence with a place for a name, `[[place]]`, which is put in afterwards. */
export interface AilmentText {
  text: string
  place?: string
}

/** An ailment in a sentence. @param label a permission in words */
export function ailmentText(ailment: Ailment, token: Token, label: (scope: string) => string): AilmentText {
  const named = (scopes: readonly string[]) => listing(scopes.map(label), 4)
  switch (ailment.kind) {
    case 'dead':
      return {
        text: t(
          'None of its permissions works. All its places were deleted, or you no longer have any of its permissions. It can still read some of what you see, such as orders and invoices.',
        ),
      }
    case 'dead permissions':
      return {
        text: t('You no longer have these permissions: {{permissions}}. They have no effect until you do.', {
          permissions: named(ailment.scopes),
        }),
      }
    case 'staff only':
      return {
        text: t('You’re no longer staff, so this has no effect: {{permission}}.', {
          permission: named(ailment.scopes),
        }),
      }
    case 'dead bindings': {
      const [gone, ...more] = token.allowed_scopes.filter(({ uuid }) => uuid === null)
      const name = gone && goneName(gone)
      if (name && more.length === 0) {
        return { text: t('[[place]] was deleted. The other places aren’t affected.'), place: nameText(name) }
      }
      return {
        text: t('{{count}} of its places were deleted. The rest aren’t affected.', {
          count: ailment.count,
          defaultValue_one: '1 of its places was deleted. The rest aren’t affected.',
        }),
      }
    }
    case 'never used':
      return { text: t('It was never used since it was created. A token that nobody needs can only be lost.') }
    case 'unused':
      return { text: t('It was not used for 90 days or longer. A token that nobody needs can only be lost.') }
    case 'ends soon':
      return { text: t('It ends within 14 days. Its date cannot be changed, but another token can take its place.') }
    case 'outlives role':
      return {
        text: t(
          'Your role in {{roles}} ends on {{end}}, before the token expires. At the latest a day later, these stop working: {{permissions}}. Whoever manages the role can extend it.',
          {
            roles: listing([...new Set(ailment.end.roles.map(({ name }) => nameText(name)))], 2),
            end: instant(ailment.end.at),
            permissions: named(ailment.end.scopes),
          },
        ),
      }
    case 'global':
      return {
        text: t('{{permissions}}: this opens staff or support views in all of Waldur.', {
          permissions: named(ailment.scopes),
        }),
      }
    case 'boundless':
      return {
        text: t(
          'You’re staff, so its permissions need no role. Like any token of yours, it can create organizations and may be able to change users.',
        ),
      }
    case 'broad':
      return {
        text: t(
          'It has many permissions and works everywhere you have them. A narrower token does less harm if it leaks.',
        ),
      }
  }
}

/** A replacement leaves out what is dead, and what its label says; of deleted places the form takes none over. */
export function fixOf(ailment: Ailment, token: Token): { label: string; dialog: Dialog } {
  const replacement = { token, as: 'replacement' } as const
  const replace: Dialog = { kind: 'create', start: replacement }
  const without = (scopes: readonly string[]): Dialog => ({
    kind: 'create',
    start: { ...replacement, without: scopes },
  })
  switch (ailment.kind) {
    case 'dead':
    case 'never used':
    case 'unused':
      return { label: t('Revoke it'), dialog: { kind: 'revoke', token } }
    case 'dead permissions':
      return { label: t('Replace without these permissions'), dialog: without(ailment.scopes) }
    case 'staff only':
      return { label: t('Replace without it'), dialog: without(ailment.scopes) }
    case 'dead bindings':
      return { label: t('Replace without deleted places'), dialog: replace }
    case 'ends soon':
      return { label: t('Replace it before it ends'), dialog: replace }
    case 'outlives role':
      return {
        label: t('Replace with an earlier expiration'),
        dialog: { kind: 'create', start: { ...replacement, end: ailment.end.at } },
      }
    case 'global':
      return { label: t('Replace with narrower permissions'), dialog: replace }
    case 'boundless':
      return { label: t('Limit it to places'), dialog: replace }
    case 'broad':
      return { label: t('Replace with fewer permissions'), dialog: replace }
  }
}
