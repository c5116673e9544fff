import { t } from '../../ui/i18n.tsx'
import { monthName } from '../../ui/time.ts'
import { calendarMonth } from './endMonths.ts'

/** A month as a filter. @param ends its id, such as "2027-02" */
export function monthLabel(ends: string): string {
  const { year, month } = calendarMonth(ends)
  return t('Expires in {{month}}', { month: monthName(year, month, 'dated') })
}
