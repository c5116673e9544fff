import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { RequestError } from '../../api/errors.ts'
import { ApiError, asksForPasskey } from '../../api/errors.ts'
import { bindingTargetsQuery, scopesQuery } from '../abilities.ts'
import type { TokenForm } from './form.ts'

/**
 * Whether a rejection may mean that a permission was lost. Waldur responds with a 400 about the list or an entity, and
 * never says that it was taken away. Asking for a passkey does not mean that.
 */
export const mayBeAboutPermissions = (error: RequestError): boolean =>
  error instanceof ApiError &&
  ((error.status === 403 && !asksForPasskey(error)) ||
    error.problems.some(({ path: [field] }) => field === 'scopes' || field === 'allowed_scopes'))

/**
 * The chosen permissions that the user no longer holds. After a rejection they are fetched again and removed from the
 * form.
 */
export function useLostScopes(form: TokenForm) {
  const client = useQueryClient()
  const [lost, setLost] = useState<readonly string[]>([])
  const checkScopes = async (error: RequestError) => {
    if (!mayBeAboutPermissions(error)) return
    void client.invalidateQueries(bindingTargetsQuery())
    // Never rejects: if the request fails, the old list stays and nothing counts as lost.
    await client.invalidateQueries(scopesQuery())
    const held = client.getQueryData(scopesQuery().queryKey)
    // An unreadable permission may be one of the chosen ones.
    if (!held || held.unreadable > 0) return
    const isHeld = (scope: string) => held.rows.some(({ permission }) => permission === scope)
    const chosen = form.getValues('scopes')
    form.setValue('scopes', chosen.filter(isHeld), { shouldDirty: true })
    setLost(chosen.filter((scope) => !isHeld(scope)))
  }
  return { lost, checkScopes, forgetLost: () => setLost([]) }
}
