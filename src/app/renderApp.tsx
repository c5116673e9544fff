import { startTransition } from 'react'
import { createRoot } from 'react-dom/client'
import { currentSession } from '../api/credential.ts'
import { userQuery } from '../auth/user.ts'
import '../ui/foreignFocus.ts'
import { fetchParts } from '../ui/lazy.tsx'
import { followLanguageOf } from '../ui/locale.ts'
import { fetchScript } from '../ui/scripts.ts'
import { App } from './App.tsx'
import { isToken } from './headStart.ts'
import { noteFollowing } from './homeportLook.ts'
import { keepTexts } from './keepTexts.ts'
import './printLight.ts'
import { queryClient } from './queryClient.ts'
import { holdClicks, menuClosed, noteView, rememberFocus, rememberScroll } from './takeOver.ts'

/** How long to wait for a token's page before rendering without it: the page then says what is missing. */
const PATIENCE_MS = 8000

/**
 * Renders the page in place of what is in `root`, which works until then.
 * @param problem what is wrong with the settings; null if nothing is
 * @param leaveStart unmounts what was rendered before the page
 */
export async function renderApp(root: HTMLElement, problem: string | null, leaveStart: () => void): Promise<void> {
  if (problem === null) noteFollowing()
  if (problem === null && currentSession().authorization !== null) await prepare()
  await menuClosed()
  const giveFocus = rememberFocus()
  const scrollBack = rememberScroll()
  const repeatClicks = holdClicks()
  keepTexts(document.body)
  const app = createRoot(root, { onRecoverableError: say })
  const onDrawn = () => {
    // Includes what was typed while the page rendered.
    noteView()
    // React cannot unmount a root while it renders another.
    queueMicrotask(leaveStart)
    giveFocus()
    scrollBack()
    repeatClicks()
  }
  startTransition(() => app.render(<App problem={problem} onDrawn={onDrawn} />))
}

/** Loads what the page needs to render at once. */
async function prepare(): Promise<void> {
  noteView()
  const user = queryClient.getQueryData(userQuery().queryKey)
  if (user) followLanguageOf(user)
  // Throws if the script cannot be loaded. An import alone would load it again, without its hash.
  await fetchScript('page')
  await fetchParts('page')
  if (isToken()) await Promise.race([fetchParts('dialogs'), new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))])
  const { findPage } = await import('../page.tsx')
  await findPage()
}

/** Logs an error that React recovered from, the way React logs those it catches. */
function say(error: unknown): void {
  // biome-ignore lint/suspicious/noConsole: React logs here too, but would report this error as uncaught
  console.error(error instanceof Error ? (error.cause ?? error) : error)
}
