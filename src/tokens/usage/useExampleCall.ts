import { useQuery } from '@tanstack/react-query'
import { entityQueries } from '../../entities/queries.ts'
import { useHolder } from '../access/useHolder.ts'
import type { IssuedToken } from '../schema.ts'
import { issuedPlaces } from '../schema.ts'
import type { ExampleCall } from './exampleCall.ts'
import { exampleCall, examplePlace } from './exampleCall.ts'

/**
 * The example call of a token, with what the caller's roles are and where its place is in their sight; null while that
 * is awaited, so that none is shown and then taken back.
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
