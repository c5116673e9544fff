import { t } from '../../ui/words.tsx'

/** The choice to limit a token to no place, in words that are true of this token. */
export function everywhereWords(readOnly: boolean, isStaff: boolean): { label: string; small: string } {
  if (readOnly) return { label: t('Everywhere you can see'), small: t('Follows your roles as they change.') }
  return isStaff
    ? { label: t('Everywhere'), small: t('As staff, in every organization, project and resource') }
    : { label: t('Everywhere you have these permissions'), small: t('Follows your roles as they change.') }
}
