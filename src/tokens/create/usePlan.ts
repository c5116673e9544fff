import { useMemo } from 'react'
import type { Control } from 'react-hook-form'
import { useWatch } from 'react-hook-form'
import type { Holder, NamedPlace } from '../rules/access.ts'
import { outermost } from '../rules/access.ts'
import type { NewToken } from '../schema.ts'
import { useHolder } from '../useHolder.ts'
import type { TokenFormValues } from './form.ts'

/** What the form asks for, and what the caller holds; `holder` is null until that is known. */
export interface Plan {
  scopes: readonly string[]
  /** The entities that are complete and lie in no other one; null for everywhere, or while there is none. */
  places: NamedPlace[] | null
  holder: Holder | null
}

export function usePlan(control: Control<TokenFormValues, unknown, NewToken>): Plan {
  const { holder } = useHolder()
  const [scopes, reach, bindings] = useWatch({ control, name: ['scopes', 'reach', 'bindings'] })
  const places = useMemo(() => placesOf({ reach, bindings }), [reach, bindings])
  return { scopes, places, holder }
}

function placesOf({ reach, bindings }: Pick<TokenFormValues, 'reach' | 'bindings'>): NamedPlace[] | null {
  if (reach === 'everywhere') return null
  const places = bindings.flatMap(({ type, entity }) => (type === '' || entity === null ? [] : [{ ...entity, type }]))
  return places.length === 0 ? null : outermost(places)
}
