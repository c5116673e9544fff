/** Between what is pressed and what it opens, and at the edge of the window, in pixels. */
const GAP = 4
const EDGE = 8

/**
 * Puts what is drawn above the page below its anchor, or above that where there is no room.
 * @param align which of their edges, or their middles, are in one line
 */
export function placeBeside(box: HTMLElement, anchor: HTMLElement, align: 'center' | 'end'): void {
  const { width, height } = box.getBoundingClientRect()
  const place = anchor.getBoundingClientRect()
  const { clientWidth, clientHeight } = document.documentElement
  const wanted = align === 'end' ? place.right - width : place.left + (place.width - width) / 2
  const left = Math.max(EDGE, Math.min(wanted, clientWidth - width - EDGE))
  const below = place.bottom + GAP
  const isBelow = below + height <= clientHeight - EDGE || place.top - GAP - height < EDGE
  const top = isBelow ? Math.min(below, Math.max(EDGE, clientHeight - height - EDGE)) : place.top - GAP - height
  // A margin may come from what it stands in.
  Object.assign(box.style, { left: `${left}px`, top: `${top}px`, margin: '0' })
}
