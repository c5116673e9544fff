import { useMemo } from 'react'
import type { Control } from 'react-hook-form'
import { useWatch } from 'react-hook-form'
import type { Entity } from '../../entities/queries.ts'
import type { Holder } from '../rules/access.ts'
import { outermost } from '../rules/access.ts'
import type { NewToken } from '../schema.ts'
import { useHolder } from '../useHolder.ts'
import type { TokenFormValues } from './form.ts'

/** What the form asks for, and what the caller holds; `holder` is null until that is known. */
interface Plan {
  scopes: readonly string[]
  /** The chosen places, as far as they are complete; null for everywhere, or while there is none. */
  chosen: Entity[] | null
  /** Those of them that lie in no other one. */
  places: Entity[] | null
  holder: Holder | null
}

export function usePlan(control: Control<TokenFormValues, unknown, NewToken>): Plan {
  const { holder } = useHolder()
  const [scopes, reach, bindings] = useWatch({ control, name: ['scopes', 'reach', 'bindings'] })
  const chosen = useMemo(() => chosenIn({ reach, bindings }), [reach, bindings])
  const places = useMemo(() => chosen && outermost(chosen), [chosen])
  return { scopes, chosen, places, holder }
}

function chosenIn({ reach, bindings }: Pick<TokenFormValues, 'reach' | 'bindings'>): Entity[] | null {
  if (reach === 'everywhere') return null
  const chosen = bindings.flatMap(({ type, entity }) => (type === '' || entity === null ? [] : [{ ...entity, type }]))
  return chosen.length === 0 ? null : chosen
}
