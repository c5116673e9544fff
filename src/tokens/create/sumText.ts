import { t } from '../../ui/i18n.tsx'

/**
 * "4 permissions in 3 places"
 * @param places how many; null for everywhere
 */
export function sumText(permissions: number, places: number | null): string {
  if (permissions === 0) return t('No permissions selected')
  const count = t('{{count}} permissions', { count: permissions, defaultValue_one: '1 permission' })
  if (places === null) return count
  return places === 0
    ? t('{{permissions}}, no place yet', { permissions: count })
    : t('{{permissions}} in {{count}} places', {
        permissions: count,
        count: places,
        defaultValue_one: '{{permissions}} in 1 place',
      })
}
