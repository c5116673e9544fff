import { entityKind, entityTypeLabel, isEntityType } from '../../entities/types.ts'
import { t } from '../../ui/i18n.tsx'
import { nameText } from '../../ui/names.ts'
import type { Binding } from '../schema.ts'
import type { Owner } from './owner.ts'

/** Where a token works, in two lines. */
export interface WhereWords {
  /** The first place, or "Everywhere". */
  text: string
  isName: boolean
  /** How many other places there are. */
  more: number
  /** What kind of places these are, or what is odd about them. */
  detail: string
  isOdd: boolean
}

/** Bound only to deleted places, a token works nowhere; it is not unlimited. */
export function whereWords(bindings: readonly Binding[], owner: Owner): WhereWords {
  if (bindings.length === 0) {
    const detail = owner.isStaff ? t('all of Waldur') : t('where your roles are')
    return { text: t('Everywhere'), isName: false, more: 0, detail, isOdd: false }
  }
  const places = bindings.flatMap(({ type, uuid, name }) => (uuid === null ? [] : [{ type, uuid, name }]))
  const gone = bindings.filter(({ uuid }) => uuid === null)
  const [first] = places
  const [lost] = gone
  const isName = first !== undefined
  const text = isName ? nameText(first.name ?? '') : t('Nowhere')
  if (lost) {
    const { type } = lost
    return {
      text,
      isName,
      more: Math.max(0, places.length - 1),
      detail: lostText(type, gone.length, !first),
      isOdd: true,
    }
  }
  const organization = places.length === 1 && first && first.type !== 'customer' && owner.organizationOf(first.uuid)
  const types = typesText(places)
  return {
    text,
    isName,
    more: places.length - 1,
    detail: organization ? t('{{type}} in [[place]]', { type: types, place: nameText(organization) }) : types,
    isOdd: false,
  }
}

function lostText(type: string, count: number, isAll: boolean): string {
  const one = typeText(type, 1)
  if (isAll) return count === 1 ? t('its {{type}} was deleted', { type: one }) : t('its places were deleted')
  if (count === 1) return t('1 {{type}} deleted', { type: one })
  return t('{{count}} deleted places', { count, defaultValue_one: '1 deleted place' })
}

/** "Project", "Projects" or "Offering, organization, projects". */
function typesText(places: readonly { type: string }[]): string {
  const counts = new Map<string, number>()
  for (const { type } of places) counts.set(type, (counts.get(type) ?? 0) + 1)
  const text = [...counts].map(([type, count]) => typeText(type, count)).join(', ')
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function typeText(type: string, count: number): string {
  if (!isEntityType(type)) return entityTypeLabel(type)
  const { one, many } = entityKind(type)
  return count === 1 ? one() : many()
}
