import { useMemo } from 'react'
import { useWatch } from 'react-hook-form'
import type { Entity } from '../../entities/queries.ts'
import type { Holder } from '../access/access.ts'
import { outermost } from '../access/access.ts'
import { useHasPlaces } from '../access/useHasPlaces.ts'
import { useHolder } from '../access/useHolder.ts'
import type { TokenForm, TokenFormValues } from './form.ts'

/** What the form asks for, and what the caller holds; `holder` is null until known. */
export interface Plan {
  scopes: readonly string[]
  /** Whether the token is to be limited to places, if this Waldur has them. */
  isLimited: boolean
  /** The chosen places that are complete; null for everywhere, or if there are none. */
  chosen: Entity[] | null
  /** The chosen places that are inside no other one. */
  places: Entity[] | null
  holder: Holder | null
}

export function usePlan(control: TokenForm['control']): Plan {
  const { holder } = useHolder()
  const [scopes, reach, bindings] = useWatch({ control, name: ['scopes', 'reach', 'bindings'] })
  const isLimited = useHasPlaces() && reach === 'bound'
  const chosen = useMemo(() => (isLimited ? chosenIn(bindings) : null), [isLimited, bindings])
  const places = useMemo(() => chosen && outermost(chosen), [chosen])
  return useMemo(() => ({ scopes, isLimited, chosen, places, holder }), [scopes, isLimited, chosen, places, holder])
}

function chosenIn(bindings: TokenFormValues['bindings']): Entity[] | null {
  const chosen = bindings.flatMap(({ type, entity }) => (type === '' || entity === null ? [] : [{ ...entity, type }]))
  return chosen.length === 0 ? null : chosen
}
