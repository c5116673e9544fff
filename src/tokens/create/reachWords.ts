import { t } from '../../ui/i18n.tsx'
import { isGlobal } from '../permissions/globals.ts'

/** The choice not to limit a token, described correctly for this token. */
export function everywhereWords(
  { scopes, readOnly }: { scopes: readonly string[]; readOnly: boolean },
  isStaff: boolean,
): { label: string; small: string } {
  if (readOnly) return { label: t('Everywhere you can see'), small: t('Follows your roles as they change') }
  if (scopes.length > 0 && scopes.every(isGlobal)) {
    return { label: t('Everywhere'), small: t('In all of Waldur, whatever your roles') }
  }
  return isStaff
    ? { label: t('Everywhere'), small: t('As staff, in every organization, project and resource') }
    : { label: t('Everywhere you have these permissions'), small: t('Follows your roles as they change') }
}

/** Its button if this Waldur server has no places. */
export const everywhereButton = (): string => t('Let it work everywhere')
