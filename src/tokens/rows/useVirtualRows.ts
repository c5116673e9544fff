import { defaultRangeExtractor, useWindowVirtualizer } from '@tanstack/react-virtual'
import type { KeyboardEvent, RefObject } from 'react'
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { useStepwise } from '../../ui/useStepwise.ts'

/** Up to this many rows are all rendered, so that the browser can search and print them. */
const ALL_AT_ONCE = 100

/** About what is above the rows, in pixels. */
const ABOVE = 300

interface Options<Container> {
  ids: readonly string[]
  /** The usual height of a row, in pixels. */
  height: number
  container: RefObject<Container | null>
}

/** A row to render, and the pixels of unrendered rows before it. */
export interface VirtualRow {
  index: number
  gap: number
}

/**
 * Which rows to render: the visible ones, and the focused one wherever it is. The arrow keys move between rows, also to
 * rows that are not rendered yet.
 */
export function useVirtualRows<Container extends HTMLElement>({ ids, height, container }: Options<Container>) {
  const [kept, setKept] = useState<string | null>(null)
  const [top, setTop] = useState(0)
  // The visible rows come first. The others of a short list follow while the browser is idle.
  const short = ids.length <= ALL_AT_ONCE ? ids.join() : null
  const to = useStepwise(short, 0, short === null ? 0 : ids.length)
  const keptIndex = kept === null ? -1 : ids.indexOf(kept)
  // Stable, because a new function would remeasure all thousands of rows at each scroll event.
  const getItemKey = useCallback((index: number) => ids[index] ?? index, [ids])
  const virtualizer = useWindowVirtualizer({
    count: ids.length,
    estimateSize: () => height,
    // The unseen rows of a short list follow anyway.
    overscan: short === null ? 4 : 0,
    // Otherwise the first render would have no rows.
    initialRect: { width: innerWidth, height: innerHeight - ABOVE },
    scrollMargin: top,
    getItemKey,
    rangeExtractor: (range) => {
      const seen = defaultRangeExtractor(range)
      const drawn = new Set([...Array(to).keys(), ...seen])
      if (keptIndex >= 0) drawn.add(keptIndex)
      return [...drawn].sort((a, b) => a - b)
    },
  })
  // What is above may change its height. Not measured while scrolling, because that would force a layout each time.
  useLayoutEffect(() => {
    if (virtualizer.isScrolling) return
    const box = container.current?.getBoundingClientRect()
    if (box) setTop(Math.round(box.top + window.scrollY))
  })
  const items = virtualizer.getVirtualItems()
  let drawnTo = top
  const rows = items.map(({ index, start, end }): VirtualRow => {
    const gap = Math.max(0, start - drawnTo)
    drawnTo = end
    return { index, gap }
  })
  const after = Math.max(0, virtualizer.getTotalSize() - (drawnTo - top))

  const onKeyDown = (event: KeyboardEvent) => {
    const row = event.target instanceof Element && event.target.closest('[data-index]')
    if (!row || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
    const index = targetOf(event.key, Number(row.getAttribute('data-index')), ids.length)
    if (index === null) return
    event.preventDefault()
    flushSync(() => setKept(ids[index] ?? null))
    // From checkbox to checkbox, and from name to name.
    const kind = event.target instanceof HTMLInputElement ? 'input' : 'a'
    container.current?.querySelector<HTMLElement>(`[data-index="${index}"] ${kind}`)?.focus()
  }

  // When the focused row disappears, focus the row that took its place.
  const place = useRef(0)
  useEffect(() => {
    if (kept === null) return
    if (keptIndex >= 0) place.current = keptIndex
    else if (document.activeElement === document.body) {
      container.current
        ?.querySelector<HTMLElement>(`[data-index="${Math.min(place.current, ids.length - 1)}"] a`)
        ?.focus()
    }
  })
  return { rows, after, measure: virtualizer.measureElement, onKeyDown, onFocus: setKept }
}

function targetOf(key: string, from: number, count: number): number | null {
  if (key === 'ArrowDown') return Math.min(from + 1, count - 1)
  if (key === 'ArrowUp') return Math.max(from - 1, 0)
  if (key === 'Home') return 0
  return key === 'End' ? count - 1 : null
}
