import { useQueries } from '@tanstack/react-query'
import type { Entity } from '../../entities/queries.ts'
import { entityQueries } from '../../entities/queries.ts'
import { isEntityType } from '../../entities/types.ts'
import type { Binding } from '../schema.ts'

interface Bound {
  /** In the order of the bindings; undefined for one that is deleted or cannot be read. */
  entities: (Entity | undefined)[]
  isLoading: boolean
}

/**
 * What Waldur knows about a token's entities.
 * @param again whether to ask again for those that could not be read before. Only a page does that, not each part of it
 */
export function useBoundEntities(bindings: readonly Binding[], again = true): Bound {
  return useQueries({
    combine: boundOf,
    queries: bindings.map(({ type, uuid }) => ({
      ...entityQueries.detail(isEntityType(type) ? type : 'customer', uuid ?? ''),
      enabled: uuid !== null && isEntityType(type),
      retry: false,
      retryOnMount: again,
    })),
  })
}

/** The same object until a response changes. */
const boundOf = (responses: readonly { data: Entity | undefined; isLoading: boolean }[]): Bound => ({
  entities: responses.map(({ data }) => data),
  isLoading: responses.some(({ isLoading }) => isLoading),
})
