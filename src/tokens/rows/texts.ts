import { deletedEntity } from '../../entities/types.ts'
import { listing, t } from '../../ui/i18n.tsx'
import { nameText } from '../../ui/names.ts'
import { monthName } from '../../ui/time.ts'
import { isGlobal } from '../permissions/globals.ts'
import type { PermissionWords } from '../permissions/permissionWords.ts'
import type { Binding } from '../schema.ts'
import { calendarMonth } from './endMonths.ts'
import type { ColumnId, Filter } from './view.ts'

/** The columns in order, each with its share of the table's width in percent. */
export const COLUMN_WIDTHS: Readonly<Record<ColumnId, number>> = {
  name: 18,
  life: 25,
  used: 15,
  permissions: 21,
  bound: 21,
  created: 13,
}

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

/** A month as a filter. @param ends its id, such as "2027-02" */
export function monthLabel(ends: string): string {
  const { year, month } = calendarMonth(ends)
  return t('Expires in {{month}}', { month: monthName(year, month, 'dated') })
}

/** "List order, Create order and 1 more". Global permissions come first, so they are never hidden in "more". */
export function scopesText(scopes: readonly string[], words: (scope: string) => PermissionWords): string {
  const ordered = [...scopes.filter(isGlobal), ...scopes.filter((scope) => !isGlobal(scope))]
  return listing(
    ordered.map((scope) => words(scope).label),
    2,
  )
}

/** What a token is bound to. Bound only to deleted entities, it works nowhere; it is not unlimited. */
export function bindingsText(bindings: readonly Binding[]): string {
  if (bindings.length === 0) return t('Everywhere')
  if (isBoundToNothing(bindings)) return t('Nowhere: all its places were deleted')
  const living = bindings.filter(({ uuid }) => uuid !== null)
  return listing([...living, ...bindings.filter(({ uuid }) => uuid === null)].map(bindingName), 2)
}

export const isBoundToNothing = (bindings: readonly Binding[]): boolean =>
  bindings.length > 0 && bindings.every(({ uuid }) => uuid === null)

const bindingName = ({ type, uuid, name }: Binding): string =>
  uuid === null ? deletedEntity(type) : nameText(name ?? '')
