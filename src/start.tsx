import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { Start } from './app/Start.tsx'
import type { Token } from './tokens/schema.ts'

/**
 * Draws what can be drawn before the page: the first rows, or the head of a token's page.
 * @param onNeed when somebody has asked for what only the page can do
 * @returns what takes it away again
 */
export function drawStart(place: Element, tokens: readonly Token[], onNeed: () => void): () => void {
  const root = createRoot(place)
  flushSync(() => root.render(<Start tokens={tokens} onNeed={onNeed} />))
  return () => root.unmount()
}
