import { t } from '../../ui/i18n.tsx'
import type { Lifetime } from './lifetime.ts'
import { USUAL_MAX_DAYS } from './lifetime.ts'

const TEXTS: Record<Exclude<Lifetime, 'longest' | 'custom'>, () => string> = {
  '7 days': () => t('7 days'),
  '30 days': () => t('30 days'),
  '90 days': () => t('90 days'),
  '180 days': () => t('180 days'),
}

/**
 * "90 days", "1 year" or "200 days (maximum)".
 * @param maxDays the longest lifetime that this Waldur server allows, in days
 * @param isTold whether that limit comes from Waldur itself
 */
export function lifetimeText(lifetime: Exclude<Lifetime, 'custom'>, maxDays: number, isTold: boolean): string {
  if (lifetime !== 'longest') return TEXTS[lifetime]()
  if (maxDays === USUAL_MAX_DAYS) return t('1 year')
  return isTold
    ? t('{{count}} days (maximum)', { count: maxDays, defaultValue_one: '1 day (maximum)' })
    : t('{{count}} days, the longest known', { count: maxDays, defaultValue_one: '1 day, the longest known' })
}
