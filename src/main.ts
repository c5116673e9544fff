// First of all, before anything reads the address.
import './app/cleanAddress.ts'
import { restoreSession } from './api/credential.ts'
import { readSettings } from './api/deployment.ts'
import { headStart } from './app/headStart.ts'
import { queryClient } from './app/queryClient.ts'
import { joinHomeport } from './auth/sharedSession.ts'
import { arrive } from './auth/sso.ts'
import { startSpeaking } from './ui/spoken.ts'
import { t } from './ui/words.tsx'

/** What draws the page keeps the processor busy for long: so much may Waldur's answer, and the first rows, go before it. */
const FIRST_ROWS_MS = 400

/**
 * The settings say where Waldur is; then who is here, of three who may know.
 * @returns what is wrong with the settings; null when all is well
 */
async function start(): Promise<string | null> {
  const [problem] = await Promise.all([readSettings(), speaking])
  if (problem !== null) return problem
  await startSpeaking()
  restoreSession()
  await arrive(queryClient)
  await joinHomeport(queryClient)
  return null
}

/**
 * Has the script that draws the page fetched, which is larger than all this and comes beside what is asked of Waldur.
 * index.html names it with its `integrity`; one that is another is not run.
 */
function fetchPage(): Promise<unknown> {
  const link = document.querySelector<HTMLLinkElement>('link[rel="page"]')
  if (!link?.relList.supports('modulepreload')) return Promise.resolve()
  return new Promise((resolve, reject) => {
    link.onload = resolve
    link.onerror = reject
    link.rel = 'modulepreload'
  })
}

async function showPage(): Promise<void> {
  const root = document.getElementById('root')
  if (!root) return
  try {
    await page
    await Promise.race([firstRows, new Promise((resolve) => setTimeout(resolve, FIRST_ROWS_MS))])
    const { draw } = await import('./page.tsx')
    draw(root, await started)
  } catch {
    await speaking
    sayMissing(root)
  }
}

/** In the frame that index.html has drawn: nothing else is there to draw with. */
function sayMissing(root: HTMLElement): void {
  const heading = document.createElement('h1')
  heading.textContent = t(
    'Waldur Tokens could not be loaded: the connection is gone, or a newer version was put in place. Reload the page.',
  )
  const alert = document.createElement('div')
  alert.setAttribute('role', 'alert')
  alert.append(heading)
  root.querySelector('main')?.replaceChildren(alert)
}

const speaking = startSpeaking()
const page = fetchPage()
const started = start()
const firstRows = started.then((problem) => (problem === null ? headStart(page) : undefined))
void showPage()
