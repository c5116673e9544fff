import { number, t } from '../../ui/i18n.tsx'
import type { ColumnId, Filter } from './view.ts'

const columns = (): Record<ColumnId, string> => ({
  name: t('Token'),
  life: t('Life'),
  used: t('Last used'),
  permissions: t('Permissions'),
  bound: t('Where it works'),
  created: t('Created'),
})

export const columnLabel = (id: ColumnId): string => columns()[id]

const filters = (isOff: boolean): Record<Filter, string> => ({
  active: isOff ? t('Turned off') : t('Active'),
  ending: t('Expires soon'),
  unused: t('Not used in 90 days'),
  attention: t('To review'),
  expired: t('Expired'),
  revoked: t('Revoked'),
})

/** What a chip above the list counts and filters by. @param isOff whether none of the user's tokens works now */
export const filterLabel = (filter: Filter, isOff: boolean): string => filters(isOff)[filter]

/** How many tokens there are. While some may be missing, it is the least, or unknown: none so far doesn't mean none. */
export const countText = (count: number, isPart: boolean): string =>
  isPart ? (count === 0 ? '…' : `${number(count)}+`) : number(count)
