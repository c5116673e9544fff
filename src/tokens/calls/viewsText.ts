import { t } from '../../ui/i18n.tsx'

/** What a global permission allows; null for any other. */
export function viewsText(permission: string): string | null {
  if (permission === 'STAFF.ACCESS') {
    return t('Settings, roles, the list of sign-in keys, statistics, messages to everyone')
  }
  return permission === 'SUPPORT.ACCESS' ? t('Statistics and messages to everyone, as in staff-only views') : null
}
