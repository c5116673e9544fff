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

/**
 * The settings say where Waldur is; then who is here, of three who may know; then what the page will show first is asked
 * for. What draws the page, `page.tsx`, is larger than all this and comes at the same time.
 * @returns what is wrong with the settings; null when all is well
 */
async function start(): Promise<string | null> {
  const [problem] = await Promise.all([readSettings(), speaking])
  if (problem !== null) return problem
  restoreSession()
  await arrive(queryClient)
  await joinHomeport(queryClient)
  headStart()
  return null
}

const speaking = startSpeaking()
const started = start()
let isPageHere = false

/** Has the page drawn as soon as it is known what to draw. */
export function drawWith(draw: (root: HTMLElement, problem: string | null) => void): void {
  isPageHere = true
  const root = document.getElementById('root')
  if (root) void started.then((problem) => draw(root, problem))
}

// By then every script of the page has run, or could not be loaded.
document.addEventListener('DOMContentLoaded', async () => {
  await speaking
  const place = document.querySelector('#root main')
  if (isPageHere || !place) return
  // In the frame that index.html has drawn: nothing else is there to draw with.
  const heading = document.createElement('h1')
  heading.textContent = t(
    'Waldur Tokens could not be loaded: the connection is gone, or a newer version was put in place. Reload the page.',
  )
  const alert = document.createElement('div')
  alert.setAttribute('role', 'alert')
  alert.append(heading)
  place.replaceChildren(alert)
})
