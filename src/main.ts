// Must come first, before anything reads the URL.
import './app/cleanUrl.ts'
import './ui/composing.ts'
import { currentSession, restoreSession } from './api/credential.ts'
import { readSettings } from './api/deployment.ts'
import { headStart, isToken } from './app/headStart.ts'
import { queryClient } from './app/queryClient.ts'
import { joinHomeport } from './auth/sharedSession.ts'
import { arrive } from './auth/sso.ts'
import type { Token } from './tokens/schema.ts'
import { number, t } from './ui/i18n.tsx'
import { loadLocale } from './ui/locale.ts'
import { fetchScript } from './ui/scripts.ts'

/** The page keeps connection and processor busy, so Waldur's response and the first rows get this long before it. */
const FIRST_ROWS_MS = 400

/**
 * Reads the settings, which name the Waldur, then finds the session: in this tab, from a sign-in elsewhere, or shared
 * by HomePort.
 * @returns what is wrong with the settings; null if nothing is
 */
async function start(): Promise<string | null> {
  restoreSession()
  // Without a session, the sign-in most likely follows. Its script needs no settings.
  if (!isSignedIn()) void fetchScript('app')
  const [problem] = await Promise.all([readSettings(), localeLoaded])
  if (problem !== null) return problem
  // The settings may add languages. The first requests need not wait for their words.
  localeLoaded = loadLocale()
  await arrive(queryClient)
  await joinHomeport(queryClient)
  return null
}

/** Renders the first rows, then the page, each as soon as its script has loaded. */
async function show(root: HTMLElement): Promise<void> {
  let leaveStart = () => {}
  // Runs as soon as it has loaded: it has nothing to wait for, while the rows may still be on their way.
  const startScript = fetchScript('start').then(() => import('./start.tsx'))
  // A failure is handled where it is awaited below.
  startScript.catch(() => undefined)
  const drawStart = async (tokens: readonly Token[] | null) => {
    const [script] = await Promise.all([startScript, localeLoaded])
    const place = root.querySelector('.frame main')
    if (!tokens || !place) return
    // The page may have been rendered meanwhile, or may have failed.
    if (!place.isConnected || !place.querySelector(':scope > p')) return
    leaveStart = script.drawStart(place, tokens, () => void fetchScript('dialogs'))
    await painted()
  }
  try {
    const problem = await started
    if (isSignedIn() && isToken()) void fetchScript('dialogs')
    // The page needs the same responses, and shows what went wrong with them.
    const first = isSignedIn()
      ? headStart()
          .then(drawStart)
          .catch(() => undefined)
      : null
    // The browser's first formatter takes the longest, so it is created while the responses are on their way.
    number(0)
    const shown = () => Promise.race([first, startScript.then(() => pause(FIRST_ROWS_MS))])
    // The list's first rows get connection and processor to themselves. Elsewhere, nothing waits for their script.
    if (first !== null && !isToken()) await shown()
    // If the first of them fails, so must the page: the app's own import would load it again, without its hash.
    await Promise.all([startScript, fetchScript('app'), isSignedIn() ? fetchScript('page') : undefined, localeLoaded])
    if (isToken()) await shown()
    const { renderApp } = await import('./app/renderApp.tsx')
    await renderApp(root, problem, () => leaveStart())
  } catch {
    leaveStart()
    await localeLoaded
    sayMissing(root)
  }
}

const isSignedIn = (): boolean => currentSession().authorization !== null

/** Shown in the frame of index.html, because nothing else has loaded. */
function sayMissing(root: HTMLElement): void {
  const heading = document.createElement('h1')
  heading.textContent = t(
    'Waldur Tokens couldn’t be loaded. The connection may be down, or a newer version may be in place. Reload the page.',
  )
  const alert = document.createElement('div')
  alert.setAttribute('role', 'alert')
  alert.append(heading)
  root.querySelector('main')?.replaceChildren(alert)
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** The next task after a frame. */
const painted = () => new Promise<void>((resolve) => requestAnimationFrame(() => setTimeout(resolve)))

let localeLoaded = loadLocale()
const started = start()
// Not where first.ts has found the browser too old, and index.html says so.
const root = document.querySelector<HTMLElement>('html:not([data-old]) #root')
if (root) void show(root)
