import { defaultRangeExtractor, useWindowVirtualizer } from '@tanstack/react-virtual'
import type { RefObject } from 'react'
import { useCallback, useLayoutEffect, useState } from 'react'
import { useStepwise } from '../../ui/useStepwise.ts'

/** Up to this many rows are all rendered, so that the browser can search them. */
export const ALL_AT_ONCE = 100

/** Roughly the height of what is above the rows, in pixels: the least on a wide screen, the most on a phone. */
const ABOVE = { least: 300, most: 500 }

interface Options {
  ids: readonly string[]
  /** The usual height of a row, in pixels. */
  height: number
  container: RefObject<HTMLElement | null>
  /** The index of a row to render wherever it is; -1 for none. */
  kept: number
}

/** A row to render, and the pixels of unrendered rows before it. */
interface VirtualRow {
  index: number
  gap: number
}

/** Which rows to render: the visible ones, and the kept one. `after` are the pixels of unrendered rows after them. */
export function useVirtualRows({ ids, height, container, kept }: Options) {
  const [top, setTop] = useState(ABOVE.most)
  // The visible rows come first. The others of a short list follow while the browser is idle.
  const short = ids.length <= ALL_AT_ONCE ? ids.join() : null
  const to = useStepwise(short, 0, short === null ? 0 : ids.length)
  // Stable, because a new function would remeasure all thousands of rows on each scroll event.
  const getItemKey = useCallback((index: number) => ids[index] ?? index, [ids])
  const virtualizer = useWindowVirtualizer({
    count: ids.length,
    estimateSize: () => height,
    // The unseen rows of a short list follow anyway.
    overscan: short === null ? 4 : 0,
    // So that the first render has all visible rows, however far the window is scrolled: the page takes over in them.
    initialRect: { width: innerWidth, height: innerHeight + ABOVE.most - ABOVE.least },
    scrollMargin: top,
    getItemKey,
    rangeExtractor: (range) => {
      const visible = defaultRangeExtractor(range)
      const indexes = new Set([...Array(to).keys(), ...visible])
      if (kept >= 0) indexes.add(kept)
      return [...indexes].sort((a, b) => a - b)
    },
  })
  // What is above may change its height. Not measured while scrolling, because that would force a layout each time.
  useLayoutEffect(() => {
    if (virtualizer.isScrolling) return
    const box = container.current?.getBoundingClientRect()
    if (box) setTop(Math.round(box.top + window.scrollY))
  })
  let renderedTo = top
  const rows = virtualizer.getVirtualItems().map(({ index, start, end }): VirtualRow => {
    const gap = Math.max(0, start - renderedTo)
    renderedTo = end
    return { index, gap }
  })
  const after = Math.max(0, virtualizer.getTotalSize() - (renderedTo - top))
  return { rows, after, measure: virtualizer.measureElement }
}
