// First of all, before anything reads the address.
import './app/cleanAddress.ts'
import { createRoot } from 'react-dom/client'
import { restoreSession } from './api/credential.ts'
import { readSettings } from './api/deployment.ts'
import { App } from './app/App.tsx'
import { queryClient } from './app/queryClient.ts'
import { joinHomeport } from './auth/sharedSession.ts'
import { arrive } from './auth/sso.ts'
import { startSpeaking } from './ui/spoken.ts'

/** The settings say where Waldur is; then who is here, of three who may know; then the page. */
async function start(root: HTMLElement): Promise<void> {
  const [problem] = await Promise.all([readSettings(), startSpeaking()])
  if (problem === null) {
    restoreSession()
    await arrive(queryClient)
    await joinHomeport(queryClient)
  }
  createRoot(root).render(<App problem={problem} />)
}

const root = document.getElementById('root')
if (root) void start(root)
