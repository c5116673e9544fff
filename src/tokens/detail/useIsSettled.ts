import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useBoundEntities } from '../access/useBoundEntities.ts'
import { useHolder } from '../access/useHolder.ts'
import { metadataQuery } from '../permissions/useWaldurWords.ts'
import { newestQuery } from '../queries.ts'
import type { Token } from '../schema.ts'

/**
 * Whether it is known what follows a token's life. Notes come first, and must not push down what is already shown. A
 * failure counts as a response, so that nothing waits for the retries.
 */
export function useIsSettled(token: Token): boolean {
  const { isLoading: readsRoles } = useHolder()
  const { isLoading: readsPlaces } = useBoundEntities(token.allowed_scopes)
  const words = useQuery(metadataQuery())
  const newest = useQuery(newestQuery())
  const waits = [words, newest].some(({ isLoading, failureCount }) => isLoading && failureCount === 0)
  const isSettled = !readsRoles && !readsPlaces && !waits
  // What is there stays while something is asked for again.
  const [settled, setSettled] = useState<string | null>(null)
  if (isSettled && settled !== token.uuid) setSettled(token.uuid)
  return isSettled || settled === token.uuid
}
