import { useEffect } from 'react'
import { useWatch } from 'react-hook-form'
import { readOnlyScopes } from '../access/readOnly.ts'
import type { TokenForm } from './form.ts'
import { usePlan } from './usePlan.ts'

/**
 * The read-only template: its permissions, and whether it is chosen. While it is, the permissions follow the places,
 * because Waldur accepts a place only with a permission that is held there.
 * @param available the permissions that can be chosen; undefined until known
 */
export function useReadOnly(form: TokenForm, available: readonly string[] | undefined) {
  const { places, holder } = usePlan(form.control)
  const [isOn, chosen] = useWatch({ control: form.control, name: ['readOnly', 'scopes'] })
  const scopes = readOnlyScopes(places, holder, available ?? [])
  const isOld = isOn && available !== undefined && scopes.join() !== chosen.join()
  useEffect(() => {
    if (isOld) form.setValue('scopes', scopes)
  })
  return { scopes, isOn }
}
