import { createRoot } from 'react-dom/client'
import { App } from './app/App.tsx'
import { noteFollowing } from './app/homeportLook.ts'

/** @param problem what is wrong with the settings; null when all is well */
export function draw(root: HTMLElement, problem: string | null): void {
  if (problem === null) noteFollowing()
  createRoot(root, { onRecoverableError: say }).render(<App problem={problem} />)
}

/** What could be drawn at a second try is said as React says what it has caught, and as what was thrown. */
function say(error: unknown): void {
  // biome-ignore lint/suspicious/noConsole: where React writes; by itself it would report this one as uncaught
  console.error(error instanceof Error ? (error.cause ?? error) : error)
}
