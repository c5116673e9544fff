import type { KeyboardEvent, RefObject } from 'react'
import { useContext, useEffect, useImperativeHandle, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { FocusRowContext } from './rowFocus.ts'

interface Options {
  ids: readonly string[]
  container: RefObject<HTMLElement | null>
}

/**
 * Which row has the focus. The arrow keys, Home and End move it, also to rows that are not rendered yet.
 * @returns `focusedIndex`: the row with the focus, which has to stay rendered, or -1. Rows call `onFocus` when they get
 * it, and have their index in `data-index`
 */
export function useRowFocus({ ids, container }: Options) {
  const [focused, setFocused] = useState<string | null>(null)
  const focusedIndex = focused === null ? -1 : ids.indexOf(focused)

  const focusRow = (index: number, kind: 'a' | 'input') => {
    flushSync(() => setFocused(ids[index] ?? null))
    focusIn(container.current, index, kind)
  }
  useImperativeHandle(useContext(FocusRowContext), () => (uuid: string) => {
    const index = ids.indexOf(uuid)
    focusRow(index, 'a')
    return index >= 0
  })

  const onKeyDown = (event: KeyboardEvent) => {
    const row = event.target instanceof Element && event.target.closest('[data-index]')
    if (!row || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
    const next = targetOf(event.key, Number(row.getAttribute('data-index')), ids.length)
    if (next === null) return
    event.preventDefault()
    // From checkbox to checkbox, and from name to name.
    focusRow(next, event.target instanceof HTMLInputElement ? 'input' : 'a')
  }

  useFocusRescue(focused === null ? null : focusedIndex, ids.length, container)
  return { focusedIndex, onKeyDown, onFocus: setFocused }
}

/**
 * When the focused row disappears, focuses the row that took its place.
 * @param index of the row that had the focus last; -1 if it is gone, null if no row had it
 */
function useFocusRescue(index: number | null, count: number, container: Options['container']): void {
  const place = useRef(0)
  useEffect(() => {
    if (index === null) return
    if (index >= 0) place.current = index
    else if (document.activeElement === document.body) {
      focusIn(container.current, Math.min(place.current, count - 1), 'a')
    }
  })
}

const focusIn = (rows: HTMLElement | null, index: number, kind: 'a' | 'input'): void =>
  rows?.querySelector<HTMLElement>(`[data-index="${index}"] ${kind}`)?.focus()

function targetOf(key: string, from: number, count: number): number | null {
  if (key === 'ArrowDown') return Math.min(from + 1, count - 1)
  if (key === 'ArrowUp') return Math.max(from - 1, 0)
  if (key === 'Home') return 0
  return key === 'End' ? count - 1 : null
}
