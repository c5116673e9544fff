// npm start: the app in development. npm run preview: the production files. Both install what they need.
import { install } from './install.mjs'
import { runNode, stop } from './run.mjs'
import { readWaldurUrl } from './waldurUrl.mjs'

const vite = 'node_modules/vite/bin/vite.js'
const [mode, ...rest] = process.argv.slice(2)
const isPreview = mode === 'preview'
const options = isPreview ? rest : process.argv.slice(2)

const { origin, problem } = readWaldurUrl(process.env.WALDUR_URL)
if (problem) stop(problem)
await install()
// For sandbox/vite.ts. Node leaves out undefined variables, and unset means the sandbox.
const env = { ...process.env, WALDUR_URL: origin }

if (isPreview) {
  console.log('Building …')
  const code = await runNode([vite, 'build', '--logLevel', 'warn'], env)
  if (code !== 0) process.exit(code)
}
process.exit(await runNode([vite, ...(isPreview ? ['preview'] : []), ...openFlag(), ...options], env))

/** Opens a browser only for a person at a screen: not in CI, a pipe or a remote shell. */
function openFlag() {
  const { CI, DISPLAY, WAYLAND_DISPLAY } = process.env
  const hasScreen = process.platform !== 'linux' || DISPLAY || WAYLAND_DISPLAY
  return process.stdout.isTTY && !CI && hasScreen ? ['--open'] : []
}
