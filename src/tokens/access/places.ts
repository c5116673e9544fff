import type { Entity } from '../../entities/queries.ts'
import { entityTypeLabel } from '../../entities/types.ts'
import type { Binding } from '../schema.ts'
import type { NamedPlace } from './access.ts'

/** What Waldur calls an entity that it has no name of any more (waldur-api, section 2.2). */
const NAMELESS = '(deleted)'

/** The name of a deleted entity, should Waldur still know it. */
export const goneName = ({ name }: Pick<Binding, 'name'>): string | null =>
  name === null || name === NAMELESS ? null : name

/**
 * What a token is limited to, in the given order; null for a token that is limited to nothing.
 * @param entities what Waldur tells of each; without, it is not known what they lie in
 */
export function boundPlaces(
  bindings: readonly Binding[],
  entities: readonly (Entity | undefined)[] = [],
): NamedPlace[] | null {
  if (bindings.length === 0) return null
  return bindings.map((binding, index) => ({
    type: binding.type,
    uuid: binding.uuid,
    name: (binding.uuid === null ? goneName(binding) : (binding.name ?? binding.uuid)) ?? entityTypeLabel(binding.type),
    above: entities[index]?.above ?? [],
    knowsAll: entities[index]?.knowsAll ?? false,
  }))
}
