import { useCallback } from 'react'
import { t } from '../../ui/i18n.tsx'
import type { Holder, Place } from '../access/access.ts'
import { accessOf, hasEffect } from '../access/access.ts'
import { accessWords } from '../access/accessWords.ts'
import { followsRole } from '../access/follows.ts'
import { isGlobal } from '../permissions/globals.ts'
import type { TokenForm } from './form.ts'
import { usePlan } from './usePlan.ts'

/** Returns why this token could not use a permission with the caller's current roles; undefined until known. */
export function useWhyNoEffect(control: TokenForm['control']): (scope: string) => string | undefined {
  const { places, holder } = usePlan(control)
  return useCallback((scope) => noEffectText(scope, places, holder), [places, holder])
}

function noEffectText(scope: string, places: readonly Place[] | null, holder: Holder | null): string | undefined {
  // Its own row already says it.
  if (isGlobal(scope)) return undefined
  if (followsRole(scope)) return t('Waldur asks this of your role, not of the token. Selecting it changes nothing.')
  if (holder === null || hasEffect(scope, places, holder)) return undefined
  if (!hasEffect(scope, null, holder)) return accessWords(accessOf(scope, null, holder)).aria
  const verdicts = (places ?? []).map((place) => accessOf(scope, place, holder))
  const [reason, ...others] = new Set(verdicts.map((access) => accessWords(access).aria))
  const isSame = others.length === 0 && verdicts.every(({ kind }) => kind !== 'not yours')
  return isSame ? reason : t('No effect in these places')
}
