import type { Entity } from '../../entities/queries.ts'
import { t } from '../../ui/i18n.tsx'
import type { Access, Holder, NamedPlace } from './access.ts'
import { accessOf, outermost } from './access.ts'
import { sumOf } from './placeSum.ts'

/** One of a token's places. */
export interface PlaceVerdicts {
  place: NamedPlace
  /** Null for a deleted place, and for one that could not be read. */
  entity: Entity | null
  /** Unique among the token's places. */
  key: string
  /** What each of the token's permissions does there. */
  verdicts: ReadonlyMap<string, Access>
}

/**
 * What each permission does in each of the places, without those that another one includes.
 * @param entities what Waldur knows about each place, in the same order
 */
export function placeVerdicts(
  scopes: readonly string[],
  places: readonly NamedPlace[],
  entities: readonly (Entity | undefined)[],
  holder: Holder,
): PlaceVerdicts[] {
  const shown = new Set(outermost(places))
  return places.flatMap((place, index) =>
    shown.has(place)
      ? {
          place,
          entity: entities[index] ?? null,
          key: place.uuid ?? `gone ${index}`,
          verdicts: verdictsIn(scopes, place, holder),
        }
      : [],
  )
}

/** @param place null for a token that is not limited */
export const verdictsIn = (
  scopes: readonly string[],
  place: NamedPlace | null,
  holder: Holder,
): ReadonlyMap<string, Access> => new Map(scopes.map((scope) => [scope, accessOf(scope, place, holder)]))

/** "2 of 3" or "none": how a group of permissions does in a place; empty if the token decides none of them. */
export function groupSum(scopes: readonly string[], verdicts: ReadonlyMap<string, Access>): string {
  const sum = sumOf(scopes.flatMap((scope) => verdicts.get(scope) ?? []))
  if (sum === null) return ''
  return sum.kind === 'works' ? t('{{count}} of {{total}}', { ...sum }) : t('none')
}

/** Rows that are shown at once. */
const MOST_ROWS = 12

/** The groups that are open at first: from the top, as many as there is room for. */
export function openGroups(groups: readonly (readonly [string, readonly string[]])[]): ReadonlySet<string> {
  const open = new Set<string>()
  let rows = 0
  for (const [group, scopes] of groups) {
    rows += scopes.length
    if (rows <= MOST_ROWS) open.add(group)
  }
  return open
}
