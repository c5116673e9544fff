import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { ChangeView, ListView } from '../rows/view.ts'
import { cleanSearch, tidyView } from '../rows/view.ts'

/** The address follows what is typed after so long: some browsers refuse more changes of it than a few in a second. */
const TYPING_MS = 250

/** How the list is looked at, with nothing left open. */
export type ViewedList = ReturnType<typeof useListView>['view']

/** How the list is looked at: the address has it, and is behind only while somebody types. */
export function useListView() {
  const { q, show, sort, hide } = useSearch({ strict: false })
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
  // What is typed counts until the address says something else than before, e.g. after Back.
  const text = typed && (q ?? '') === typed.over ? typed.text : (q ?? '')
  const hidden = useMemo(() => hide ?? [], [hide])
  const view = useMemo(() => ({ q: text, show, sort, hide: hidden }), [text, show, sort, hidden])
  return { view, change, search }
}
