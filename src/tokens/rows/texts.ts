import { deletedEntity } from '../../entities/types.ts'
import { listing, t } from '../../ui/i18n.tsx'
import { nameText } from '../../ui/names.ts'
import type { PermissionWords } from '../permissions/permissionWords.ts'
import { isGlobal } from '../permissions/permissionWords.ts'
import type { Binding } from '../schema.ts'
import type { ColumnId, Filter } from './view.ts'

/** The columns in order, each with its share of the table's width in percent. */
export const COLUMN_WIDTHS: Readonly<Record<ColumnId, number>> = {
  name: 17,
  state: 16,
  permissions: 17,
  bound: 16,
  expires: 11,
  used: 12,
  created: 11,
}

const columns = (): Record<ColumnId, string> => ({
  name: t('Token'),
  state: t('State'),
  permissions: t('Permissions'),
  bound: t('Bound to'),
  expires: t('Expires'),
  used: t('Last used'),
  created: t('Created'),
})

export const columnLabel = (id: ColumnId): string => columns()[id]

const filters = (isOff: boolean): Record<Filter, string> => ({
  active: isOff ? t('Turned off') : t('Active'),
  ending: t('Ending within 14 days'),
  unused: t('Unused or never used'),
  attention: t('Worth a look'),
  expired: t('Expired'),
  revoked: t('Revoked'),
})

/** What a card above the list counts and filters by. @param isOff whether none of the user's tokens works now */
export const filterLabel = (filter: Filter, isOff: boolean): string => filters(isOff)[filter]

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
