import { listing, t } from '../../ui/i18n.tsx'
import { nameText } from '../../ui/names.ts'
import { instant } from '../../ui/time.ts'
import { shortNetwork } from '../networks/networks.ts'
import type { Difference } from './differences.ts'

const FEW = 4

/** What a token has otherwise than requested, as a sentence. */
export function differenceText(difference: Difference): string {
  switch (difference.kind) {
    case 'name':
      return t('Its name is [[name]].', { name: nameText(difference.kept) })
    case 'permissions missing':
      return t('These permissions are missing: [[permissions]].', { permissions: few(difference.scopes) })
    case 'permissions added':
      return t('It also has these permissions: [[permissions]].', { permissions: few(difference.scopes) })
    case 'works everywhere':
      return t('This token works everywhere you have its permissions.')
    case 'places missing':
      return t('Waldur left out some of the places you selected.')
    case 'places added': {
      const places = few(difference.places.map(({ name, type, uuid }) => name ?? uuid ?? type))
      return difference.isAll
        ? t('It works only in these places: [[places]].', { places })
        : t('It also works in these places: [[places]].', { places })
    }
    case 'networks':
      return difference.kept.length === 0
        ? t('This token works from any IP address.')
        : t('This token works from [[networks]].', { networks: few(difference.kept.map(shortNetwork)) })
    case 'expiration':
      return t('It expires on {{kept}}, not on {{asked}}.', {
        kept: instant(difference.kept),
        asked: instant(difference.asked),
      })
    case 'no expiration':
      return t('It doesn’t expire.')
  }
}

const few = (names: readonly string[]): string => listing(names.map(nameText), FEW)
