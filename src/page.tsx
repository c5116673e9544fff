import { createRoot } from 'react-dom/client'
import { App } from './app/App.tsx'

/** @param problem what is wrong with the settings; null when all is well */
export function draw(root: HTMLElement, problem: string | null): void {
  createRoot(root).render(<App problem={problem} />)
}
