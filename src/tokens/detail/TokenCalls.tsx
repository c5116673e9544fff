import { boundPlaces } from '../access/places.ts'
import { useBoundEntities } from '../access/useBoundEntities.ts'
import { useHolder } from '../access/useHolder.ts'
import { OpenedCalls } from '../calls/OpenedCalls.tsx'
import type { Token } from '../schema.ts'

/** The API calls that the token allows with the caller's current roles. Not rendered until the roles are loaded. */
export function TokenCalls({ token: { scopes, allowed_scopes } }: { token: Token }) {
  const { holder, error } = useHolder()
  const { entities, isLoading } = useBoundEntities(allowed_scopes)
  if (isLoading || (!holder && !error)) return null
  return <OpenedCalls scopes={scopes} places={boundPlaces(allowed_scopes, entities)} holder={holder} />
}
