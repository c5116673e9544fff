import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import type { RequestError } from '../../api/errors.ts'
import { ApiError, asksForPasskey } from '../../api/errors.ts'
import { bindingTargetsQuery, scopesQuery } from '../abilities.ts'
import type { NewToken } from '../schema.ts'
import type { TokenFormValues } from './form.ts'

/**
 * Waldur speaks of permissions in 400, about the list or about an entity, and never says that one was taken away. That
 * it asks for a passkey says nothing of them.
 */
export const mayBeAboutPermissions = (error: RequestError): boolean =>
  error instanceof ApiError &&
  ((error.status === 403 && !asksForPasskey(error)) ||
    error.problems.some(({ path: [field] }) => field === 'scopes' || field === 'allowed_scopes'))

/** The chosen permissions that the user no longer holds: read again after a refusal, and taken out of the form. */
export function useLostScopes(form: UseFormReturn<TokenFormValues, unknown, NewToken>) {
  const client = useQueryClient()
  const [lost, setLost] = useState<readonly string[]>([])
  const lookAfter = async (error: RequestError) => {
    if (!mayBeAboutPermissions(error)) return
    void client.invalidateQueries(bindingTargetsQuery())
    // Never rejects: where the list cannot be read, the one from before stays, and nothing counts as lost.
    await client.invalidateQueries(scopesQuery())
    const held = client.getQueryData(scopesQuery().queryKey)
    // A permission that could not be read may be a chosen one.
    if (!held || held.unreadable > 0) return
    const isHeld = (scope: string) => held.rows.some(({ permission }) => permission === scope)
    const chosen = form.getValues('scopes')
    form.setValue('scopes', chosen.filter(isHeld), { shouldDirty: true })
    setLost(chosen.filter((scope) => !isHeld(scope)))
  }
  return { lost, lookAfter, forgetLost: () => setLost([]) }
}
