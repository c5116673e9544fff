import { useCallback } from 'react'
import type { Control } from 'react-hook-form'
import { t } from '../../ui/words.tsx'
import { hasEffect } from '../rules/access.ts'
import { isGlobal } from '../rules/permissionWords.ts'
import type { NewToken } from '../schema.ts'
import type { TokenFormValues } from './form.ts'
import { usePlan } from './usePlan.ts'

/** Says of a permission why this token could not use it, as the caller's roles are today. Says nothing until it knows. */
export function useIdle(control: Control<TokenFormValues, unknown, NewToken>): (scope: string) => string | undefined {
  const { scopes, places, holder } = usePlan(control)
  // All that the token's other permissions decide: so a tick leaves this function, and the rows it is given to, alone.
  const withStaffRights = scopes.includes('STAFF.ACCESS')
  return useCallback(
    (scope) => {
      const among = withStaffRights ? ['STAFF.ACCESS'] : []
      // Of these their own line tells.
      if (holder === null || isGlobal(scope) || hasEffect(scope, among, places, holder)) return undefined
      return hasEffect(scope, among, null, holder)
        ? t('No effect in the chosen entities')
        : t('No effect for you today')
    },
    [withStaffRights, places, holder],
  )
}
