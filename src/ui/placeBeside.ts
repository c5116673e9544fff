/** Pixels between the anchor and the box, and to the edge of the window. */
const GAP = 4
const EDGE = 8

/**
 * Places a popover below its anchor, or above it if there is no space.
 * @param align which of their edges, or their centers, line up
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
  // The box may inherit a margin from its container's styles.
  Object.assign(box.style, { left: `${left}px`, top: `${top}px`, margin: '0' })
}
