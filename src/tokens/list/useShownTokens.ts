import { useEffect, useMemo } from 'react'
import { instantMs } from '../../api/wire.ts'
import { useDeferredNow } from '../../ui/now.ts'
import { useHealth } from '../health/useHealth.ts'
import { useWaldurWords } from '../permissions/useWaldurWords.ts'
import { calendarMonth } from '../rows/endMonths.ts'
import { finderOf, prepareTexts, searchTexts } from '../rows/tokenSearch.ts'
import { upcomingEnds } from '../rows/upcoming.ts'
import type { Filter } from '../rows/view.ts'
import type { Token } from '../schema.ts'
import { sortedByUrgency } from '../state/expiry.ts'
import { filtersOf } from './filters.ts'
import type { ViewedList } from './useListView.ts'

const NONE: Record<Filter, number> = { active: 0, ending: 0, unused: 0, attention: 0, expired: 0, revoked: 0 }

export type ShownTokens = ReturnType<typeof useShownTokens>

/**
 * The tokens that the view matches, the most urgent first; how many the search alone matches, and how many each filter
 * alone; when the active ones expire, and which of them is next.
 */
export function useShownTokens(tokens: readonly Token[], { q, show, ends }: Pick<ViewedList, 'q' | 'show' | 'ends'>) {
  const now = useDeferredNow()
  const health = useHealth()
  const words = useWaldurWords()
  const textOf = useMemo(() => searchTexts(words), [words])
  useEffect(() => prepareTexts(tokens, textOf), [tokens, textOf])
  const known = useMemo(() => {
    const counts = { ...NONE }
    const activeEnds: number[] = []
    const rows = sortedByUrgency(tokens, now).map((token) => {
      const passed = filtersOf(token, health(token, now), now)
      for (const filter of passed) counts[filter] += 1
      const end = passed.includes('active') ? instantMs(token.expires_at) : null
      if (end !== null) activeEnds.push(end)
      return { token, passed, end }
    })
    // The most urgent comes first.
    const next = counts.active > 0 ? rows[0]?.token : undefined
    return { counts, rows, next, months: upcomingEnds(activeEnds, now) }
  }, [tokens, now, health])
  return useMemo(() => {
    const isFound = finderOf(q, textOf)
    const found = known.rows.filter(({ token }) => isFound(token))
    const month = ends === undefined ? null : (known.months.find(({ id }) => id === ends) ?? calendarMonth(ends))
    const passing = found.filter(
      ({ passed, end }) =>
        (show === undefined || passed.includes(show)) &&
        (month === null || (end !== null && end >= month.fromMs && end < month.toMs)),
    )
    return {
      shown: passing.map(({ token }) => token),
      withoutFilter: found.length,
      counts: known.counts,
      months: known.months,
      next: known.next,
      health,
    }
  }, [known, q, show, ends, textOf, health])
}
