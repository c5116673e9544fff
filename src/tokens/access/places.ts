import type { Entity } from '../../entities/queries.ts'
import { entityTypeLabel } from '../../entities/types.ts'
import type { Binding } from '../schema.ts'
import type { NamedPlace } from './access.ts'

/** Waldur's text for an entity whose name it no longer has (waldur-api, section 2.2). */
const NAMELESS = '(deleted)'

/** The name of a deleted entity, if Waldur still has it. */
export const goneName = ({ name }: Pick<Binding, 'name'>): string | null =>
  name === null || name === NAMELESS ? null : name

/**
 * What a token is limited to, in the given order; null for a token that is not limited.
 * @param entities what Waldur knows about each; without it their parents are unknown
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
