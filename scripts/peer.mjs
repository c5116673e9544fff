import { existsSync, statSync } from 'node:fs'
import { installPackages } from './install.mjs'
import { runNode, stop } from './run.mjs'

const folder = 'e2e/bench/peer'
const built = `${folder}/dist/index.html`

/** Installs and builds the react-admin page, which has its own packages. */
export async function buildPeer() {
  await installPackages(folder)
  const sources = ['index.html', 'main.jsx', 'package-lock.json'].map((name) => statSync(`${folder}/${name}`).mtimeMs)
  if (existsSync(built) && statSync(built).mtimeMs > Math.max(...sources)) return
  // Vite would warn about the size of its one large script.
  const status = await runNode(['node_modules/vite/bin/vite.js', 'build', folder, '--logLevel', 'error'])
  if (status !== 0) stop("Couldn't build the react-admin page.")
}
