import type { Control } from 'react-hook-form'
import { useWatch } from 'react-hook-form'
import { t } from '../../ui/words.tsx'
import type { NamedPlace } from '../access/AccessTable.tsx'
import { hasEffect } from '../rules/access.ts'
import { isGlobal } from '../rules/permissionWords.ts'
import type { NewToken } from '../schema.ts'
import { useHolder } from '../useHolder.ts'
import type { TokenFormValues } from './form.ts'

type FormControl = Control<TokenFormValues, unknown, NewToken>

/** The entities of the form that are complete; null for everywhere, or while there is none. */
export function placesOf({ reach, bindings }: Pick<TokenFormValues, 'reach' | 'bindings'>): NamedPlace[] | null {
  if (reach === 'everywhere') return null
  const places = bindings.flatMap(({ type, entity }) => (type === '' || entity === null ? [] : [{ ...entity, type }]))
  return places.length === 0 ? null : places
}

/** Says of a permission why this token could not use it, as the caller's roles are today. Says nothing until it knows. */
export function useIdle(control: FormControl): (scope: string) => string | undefined {
  const { holder } = useHolder()
  const [scopes, reach, bindings] = useWatch({ control, name: ['scopes', 'reach', 'bindings'] })
  const places = placesOf({ reach, bindings })
  return (scope) => {
    // Of these their own line tells.
    if (holder === null || isGlobal(scope) || hasEffect(scope, scopes, places, holder)) return undefined
    return hasEffect(scope, scopes, null, holder) ? t('No effect in the chosen entities') : t('No effect for you today')
  }
}
