import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { Start } from './app/Start.tsx'
import type { Token } from './tokens/schema.ts'

// The typeface arrives while the rows are rendered. Requested earlier, it would slow this script down.
document.fonts.load('1em "Inter Variable"').catch(() => undefined)

/**
 * Renders what needs no page: the first rows, or the head of a token's page.
 * @param onNeed called when the user asks for something that only the page can do
 * @returns a function that unmounts it
 */
export function drawStart(place: Element, tokens: readonly Token[], onNeed: () => void): () => void {
  const root = createRoot(place)
  flushSync(() => root.render(<Start tokens={tokens} onNeed={onNeed} />))
  return () => root.unmount()
}
