import { number, t } from '../../ui/i18n.tsx'
import type { Token } from '../schema.ts'

/**
 * How much a token was used. Waldur counts one use in ten minutes, so there may have been more requests (waldur-api,
 * section 2.10). Null if it was never used, or if Waldur does not say.
 */
export const requestsText = ({ use_count: count }: Pick<Token, 'use_count'>): string | null =>
  count === null || count === 0
    ? null
    : t('At least {{shown}} requests', { count, shown: number(count), defaultValue_one: 'At least 1 request' })
