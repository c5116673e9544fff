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
  const { places, holder } = usePlan(control)
  return useCallback(
    (scope) => {
      // Of these their own line tells.
      if (holder === null || isGlobal(scope) || hasEffect(scope, places, holder)) return undefined
      return hasEffect(scope, null, holder) ? t('No effect in the chosen entities') : t('No effect for you today')
    },
    [places, holder],
  )
}
