import { fileURLToPath } from 'node:url'
import { pagesFolder } from './pagesFolder.ts'
import type { WebServer } from './webServer.ts'
import { freePort, run } from './webServer.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Starts what `npm start` or `npm run preview` does if `WALDUR_URL` names this Waldur server. */
export async function startVite(mode: 'dev' | 'preview', waldur: string): Promise<WebServer> {
  const port = await freePort()
  const options = ['--port', String(port), '--strictPort']
  const stop = await run(port, async () => ({
    command: process.execPath,
    args: ['node_modules/vite/bin/vite.js', mode, ...options, ...(mode === 'preview' ? ['--outDir', pagesFolder] : [])],
    env: { WALDUR_URL: waldur },
    cwd: root,
  }))
  const origin = `http://127.0.0.1:${port}`
  // Vite opens a port briefly to test it, before it serves there.
  while (!(await responds(origin))) await new Promise((resolve) => setTimeout(resolve, 20))
  return { origin, stop }
}

const responds = (origin: string): Promise<boolean> =>
  fetch(`${origin}/config.json`).then(
    ({ ok }) => ok,
    () => false,
  )
