import { useEffect, useMemo } from 'react'
import { useDeferredNow } from '../../ui/now.ts'
import { useHealth } from '../health/useHealth.ts'
import { usePermissionWords } from '../permissions/usePermissionWords.ts'
import { finderOf, prepareTexts, searchTexts } from '../rows/tokenSearch.ts'
import type { Filter } from '../rows/view.ts'
import type { Token } from '../schema.ts'
import { sortedByUrgency } from '../state/expiry.ts'
import { filtersOf } from './filters.ts'
import type { ViewedList } from './useListView.ts'

const NONE: Record<Filter, number> = { active: 0, ending: 0, unused: 0, attention: 0, expired: 0, revoked: 0 }

export type ShownTokens = ReturnType<typeof useShownTokens>

/**
 * The tokens that the view matches, the most urgent first; how many the search alone matches, and how many each filter
 * alone.
 */
export function useShownTokens(tokens: readonly Token[], { q, show }: Pick<ViewedList, 'q' | 'show'>) {
  const now = useDeferredNow()
  const health = useHealth()
  const words = usePermissionWords()
  const textOf = useMemo(() => searchTexts(words), [words])
  useEffect(() => prepareTexts(tokens, textOf), [tokens, textOf])
  const known = useMemo(() => {
    const counts = { ...NONE }
    const rows = sortedByUrgency(tokens, now).map((token) => {
      const passed = filtersOf(token, health(token, now), now)
      for (const filter of passed) counts[filter] += 1
      return { token, passed }
    })
    return { counts, rows }
  }, [tokens, now, health])
  return useMemo(() => {
    const isFound = finderOf(q, textOf)
    const found = known.rows.filter(({ token }) => isFound(token))
    const passing = show === undefined ? found : found.filter(({ passed }) => passed.includes(show))
    return {
      shown: passing.map(({ token }) => token),
      withoutFilter: found.length,
      counts: known.counts,
      health,
    }
  }, [known, q, show, textOf, health])
}
