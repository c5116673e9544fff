import { t } from '../ui/i18n.tsx'
import { nameText } from '../ui/names.ts'
import type { Entity } from './queries.ts'
import { entityKind } from './types.ts'

/** "Organization › Project". Few screen readers read the sign as "greater than", most skip it. */
export const pathText = (entity: Entity): string => entity.path.map(nameText).join(' › ')

/** "Resource in Genomics, Tartu Ülikool": the type of a place and what it is in, from the inside out. */
export function whereText({ type, path }: Pick<Entity, 'type' | 'path'>): string {
  const label = entityKind(type).label()
  if (path.length === 0) return label
  const around = path.map(nameText).reverse().join(', ')
  return type === 'offering' || type === 'call'
    ? t('{{type}} of [[place]]', { type: label, place: around })
    : t('{{type}} in [[place]]', { type: label, place: around })
}

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** A state in which a place is not in normal use, in Waldur's words; null if there is nothing to say. */
export function unusualState({ state, isGone }: Pick<Entity, 'state' | 'isGone'>): string | null {
  if (state === null) return isGone ? t('Removed') : null
  // Resources have states like "OK" and "Terminated", offerings "Active", calls "draft" and "active".
  const text = nameText(capital(state).replaceAll('_', ' '))
  return text === 'OK' || text === 'Active' ? null : text
}

/** Places that name and path do not tell apart, by their uuids. */
export function namesakes(entities: readonly Entity[]): Set<string> {
  const counts = new Map<string, number>()
  const key = ({ type, name, path }: Entity) => JSON.stringify([type, name, path])
  for (const entity of entities) counts.set(key(entity), (counts.get(key(entity)) ?? 0) + 1)
  return new Set(entities.filter((entity) => (counts.get(key(entity)) ?? 0) > 1).map((entity) => entity.uuid))
}
