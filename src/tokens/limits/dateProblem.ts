import { instantMs } from '../../api/wire.ts'
import { t } from '../../ui/i18n.tsx'

/**
 * Why `localMs` can't read the text of a datetime-local field, in words. A browser withholds what is not a date, so
 * that the text is empty.
 * @param isWithheld whether the field contains something, by its `validity.badInput`
 */
export function dateProblem(text: string, isWithheld: boolean): string {
  if (text === '' && !isWithheld) return t('Choose a date and time.')
  return Number.isNaN(instantMs(`${text.slice(0, 16)}:00Z`))
    ? t('This date is incomplete or doesn’t exist. Correct it.')
    : t('The clocks go forward that day and skip this time. Choose another one.')
}
