import { useMemo } from 'react'
import type { Entity } from '../../entities/queries.ts'
import type { NamedPlace } from '../access/access.ts'
import { boundPlaces } from '../access/places.ts'
import { useBoundEntities } from '../access/useBoundEntities.ts'
import type { Token } from '../schema.ts'

/** What a token is limited to. */
export interface BoundPlaces {
  /** Null for a token that is not limited. */
  places: readonly NamedPlace[] | null
  /** What Waldur knows about each, in the same order. */
  entities: readonly (Entity | undefined)[]
}

export function useBoundPlaces({ allowed_scopes: bindings }: Token): BoundPlaces {
  const { entities } = useBoundEntities(bindings, false)
  return useMemo(() => ({ places: boundPlaces(bindings, entities), entities }), [bindings, entities])
}
