import { useCallback } from 'react'
import { t } from '../../ui/i18n.tsx'
import type { Access, Holder, Place } from '../access/access.ts'
import { accessOf, hasEffect } from '../access/access.ts'
import { accessWords } from '../access/accessWords.ts'
import { followsRole } from '../access/follows.ts'
import { isGlobal } from '../permissions/globals.ts'
import type { TokenForm } from './form.ts'
import { usePlan } from './usePlan.ts'

/** Why a permission would change nothing: its verdict, in two or three words and in a sentence. */
export interface NoEffect {
  kind: Access['kind']
  tag: string
  why: string
}

/** Returns why this token could not use a permission with the caller's current roles; undefined until known. */
export function useWhyNoEffect(control: TokenForm['control']): (scope: string) => NoEffect | undefined {
  const { places, holder } = usePlan(control)
  return useCallback((scope) => noEffect(scope, places, holder), [places, holder])
}

function noEffect(scope: string, places: readonly Place[] | null, holder: Holder | null): NoEffect | undefined {
  // Its own row already says it.
  if (isGlobal(scope)) return undefined
  if (followsRole(scope)) {
    const why = t('Waldur asks this of your role, not of the token. Selecting it changes nothing.')
    return { kind: 'follows', tag: t('follows your role'), why }
  }
  if (holder === null || hasEffect(scope, places, holder)) return undefined
  if (!hasEffect(scope, null, holder)) return inWords(accessOf(scope, null, holder))
  const verdicts = (places ?? []).map((place) => inWords(accessOf(scope, place, holder)))
  const [first, ...others] = verdicts
  const isSame = first?.kind !== 'not yours' && others.every(({ why }) => why === first?.why)
  return first && isSame ? first : { kind: 'not yours', tag: t('no effect here'), why: t('No effect in these places') }
}

function inWords(access: Access): NoEffect {
  const { cell, aria } = accessWords(access)
  return { kind: access.kind, tag: cell, why: aria }
}
