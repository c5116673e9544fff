import { t } from '../../ui/i18n.tsx'

/** What being staff adds to a token that only reads, is limited to places, or works everywhere. */
export function staffText(reach: 'reads' | 'limited' | 'everywhere'): string {
  switch (reach) {
    case 'reads':
      return t('You’re staff, so it can also create organizations and may be able to change users.')
    case 'limited':
      return t(
        'You’re staff, so its permissions need no role in these places. Like any token of yours, it can create organizations anywhere and may be able to change users.',
      )
    case 'everywhere':
      return t(
        'You’re staff, so its permissions need no role. Like any token of yours, it can create organizations and may be able to change users.',
      )
  }
}
