import { useQuery } from '@tanstack/react-query'
import { entityQueries } from '../../entities/queries.ts'
import { useHolder } from '../access/useHolder.ts'
import type { IssuedToken } from '../schema.ts'
import { issuedPlaces } from '../schema.ts'
import type { ExampleCall } from './exampleCall.ts'
import { exampleCall, examplePlace } from './exampleCall.ts'

/**
 * The example call of a token, considering the caller's roles and where the caller can see its place. Null until these
 * are loaded, so that the shown call never changes.
 */
export function useExampleCall(issued: IssuedToken): ExampleCall | null {
  const { holder, error } = useHolder()
  const token = { scopes: issued.scopes, allowed_scopes: issuedPlaces(issued) ?? [] }
  const place = examplePlace(token, holder)
  const { data, isLoading } = useQuery({
    ...entityQueries.detail(place?.type ?? 'customer', place?.uuid ?? ''),
    enabled: place !== undefined,
    retry: false,
  })
  return isLoading || (!holder && !error) ? null : exampleCall(token, holder, data?.list)
}
