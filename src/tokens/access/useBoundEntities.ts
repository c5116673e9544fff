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

/** What Waldur knows about a token's entities. */
export function useBoundEntities(bindings: readonly Binding[]): Bound {
  const answers = useQueries({
    queries: bindings.map(({ type, uuid }) => ({
      ...entityQueries.detail(isEntityType(type) ? type : 'customer', uuid ?? ''),
      enabled: uuid !== null && isEntityType(type),
      retry: false,
    })),
  })
  return { entities: answers.map(({ data }) => data), isLoading: answers.some(({ isLoading }) => isLoading) }
}
