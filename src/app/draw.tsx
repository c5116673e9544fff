import { startTransition } from 'react'
import { createRoot } from 'react-dom/client'
import { currentSession } from '../api/credential.ts'
import { userQuery } from '../auth/user.ts'
import { fetchParts } from '../ui/late.tsx'
import { followLanguageOf } from '../ui/spoken.ts'
import { App } from './App.tsx'
import { isToken } from './headStart.ts'
import { noteFollowing } from './homeportLook.ts'
import { queryClient } from './queryClient.ts'
import { keepFocus, menuClosed, noteView } from './takeOver.ts'

/** A page that says that a part of it is missing is better than what the start shows of it. */
const PATIENCE_MS = 8000

/**
 * Draws the page in the place of what stands in `root`, which can be used until it goes.
 * @param problem what is wrong with the settings; null when all is well
 * @param leaveStart takes away what was drawn before the page
 */
export async function draw(root: HTMLElement, problem: string | null, leaveStart: () => void): Promise<void> {
  if (problem === null) noteFollowing()
  if (problem === null && currentSession().authorization !== null) await prepare()
  await menuClosed()
  const giveFocus = keepFocus()
  const app = createRoot(root, { onRecoverableError: say })
  const onDrawn = () => {
    // With what was typed while it was made.
    noteView()
    leaveStart()
    giveFocus()
  }
  startTransition(() => app.render(<App problem={problem} onDrawn={onDrawn} />))
}

/** Has all ready that the page is drawn with at once. */
async function prepare(): Promise<void> {
  noteView()
  const user = queryClient.getQueryData(userQuery().queryKey)
  if (user) followLanguageOf(user)
  await fetchParts('page')
  if (isToken()) await Promise.race([fetchParts('late'), new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))])
  const { findPage } = await import('../page.tsx')
  await findPage()
}

/** What could be drawn at a second try is said as React says what it has caught, and as what was thrown. */
function say(error: unknown): void {
  // biome-ignore lint/suspicious/noConsole: where React writes; by itself it would report this one as uncaught
  console.error(error instanceof Error ? (error.cause ?? error) : error)
}
