import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { ChangeView, ListView } from '../rows/view.ts'
import { cleanSearch, tidyView, USUAL_COLUMNS } from '../rows/view.ts'

/** How long typing waits before the URL changes, because some browsers allow only a few changes per second. */
const TYPING_MS = 250

/** The view of the list, with defaults filled in. */
export type ViewedList = ReturnType<typeof useListView>['view']

/** The view of the list. It is in the URL, which lags behind only while the user types. */
export function useListView() {
  const { q, show, ends, sort, columns = USUAL_COLUMNS } = useSearch({ strict: false })
  const navigate = useNavigate()
  const [typed, setTyped] = useState<{ text: string; over: string } | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])

  const change: ChangeView = useCallback(
    (next, { replace = true } = {}) =>
      void navigate({ to: '.', search: (now: ListView) => tidyView({ ...now, ...next }), replace, resetScroll: false }),
    [navigate],
  )
  const search = useCallback(
    (raw: string) => {
      const text = cleanSearch(raw)
      setTyped({ text, over: q ?? '' })
      clearTimeout(timer.current)
      timer.current = setTimeout(() => change({ q: text }), TYPING_MS)
    },
    [change, q],
  )
  // The typed text counts until the URL changes otherwise, for example by Back.
  const text = typed && (q ?? '') === typed.over ? typed.text : (q ?? '')
  const view = useMemo(() => ({ q: text, show, ends, sort, columns }), [text, show, ends, sort, columns])
  return { view, change, search }
}
