import { useDeferredValue } from 'react'
import type { Selection } from '../rows/selection.ts'
import type { SetSelection } from '../rows/useTokenTable.ts'
import { useTokenTable } from '../rows/useTokenTable.ts'
import type { Token } from '../schema.ts'
import type { ViewedList } from './useListView.ts'
import { useListView } from './useListView.ts'
import { useShownTokens } from './useShownTokens.ts'

const NONE: readonly Token[] = []

export type ListedTokens = ReturnType<typeof useListedTokens>

/** The tokens loaded so far as the view in the URL shows them. @param tokens undefined until some are loaded */
export function useListedTokens(
  tokens: readonly Token[] | undefined,
  selection: Selection,
  setSelection: SetSelection,
) {
  const { view, change, search } = useListView()
  // Typed letters appear at once, and pages are requested as fast as they arrive. Expensive updates follow when there
  // is time, so everything that shows them is memoized.
  const deferredView = useDeferredValue(view)
  const deferredTokens = useDeferredValue(tokens)
  const found = useShownTokens(deferredTokens ?? NONE, deferredView)
  const { shown } = found
  const table = useTokenTable({ tokens: shown, sort: view.sort, shown: view.columns, change, selection, setSelection })
  return {
    view,
    change,
    search,
    deferredView,
    tokens: deferredTokens ?? NONE,
    isKnown: deferredTokens !== undefined,
    found,
    table,
    /** How many are shown; null if the view is unfiltered. */
    foundCount: isNarrowed(deferredView) ? shown.length : null,
  }
}

const isNarrowed = ({ q, show, ends }: ViewedList): boolean =>
  q.trim() !== '' || show !== undefined || ends !== undefined
