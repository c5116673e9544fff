import { useQueries } from '@tanstack/react-query'
import type { Entity } from '../../entities/queries.ts'
import { entityQueries } from '../../entities/queries.ts'
import { isEntityType } from '../../entities/types.ts'
import type { Binding } from '../schema.ts'

/** What Waldur tells of a token's entities, in their order; undefined of one that is deleted or cannot be read. */
export const useBoundEntities = (bindings: readonly Binding[]): (Entity | undefined)[] =>
  useQueries({
    queries: bindings.map(({ type, uuid }) => ({
      ...entityQueries.detail(isEntityType(type) ? type : 'customer', uuid ?? ''),
      enabled: uuid !== null && isEntityType(type),
      retry: false,
    })),
  }).map(({ data }) => data)
