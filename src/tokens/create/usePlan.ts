import { useMemo } from 'react'
import { useWatch } from 'react-hook-form'
import type { Entity } from '../../entities/queries.ts'
import type { Holder } from '../access/access.ts'
import { outermost } from '../access/access.ts'
import { useHasPlaces } from '../access/useHasPlaces.ts'
import { useHolder } from '../access/useHolder.ts'
import type { TokenForm } from './form.ts'

/** What the form asks for, and what the caller holds; `holder` is null until known. */
export interface Plan {
  scopes: readonly string[]
  /** Whether the token is to be limited to places, if this Waldur server has them. */
  isLimited: boolean
  /** The chosen places; null for everywhere, or if there are none. */
  chosen: Entity[] | null
  /** The chosen places that are inside no other one. */
  places: Entity[] | null
  holder: Holder | null
}

export function usePlan(control: TokenForm['control']): Plan {
  const { holder } = useHolder()
  const [scopes, reach, bindings] = useWatch({ control, name: ['scopes', 'reach', 'bindings'] })
  const isLimited = useHasPlaces() && reach === 'bound'
  const chosen = isLimited && bindings.length > 0 ? bindings : null
  const places = useMemo(() => chosen && outermost(chosen), [chosen])
  return useMemo(() => ({ scopes, isLimited, chosen, places, holder }), [scopes, isLimited, chosen, places, holder])
}
