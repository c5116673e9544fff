// npm run sandbox:reset: the next `npm start` seeds a new database.
import { existsSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const folder = fileURLToPath(new URL('../.sandbox', import.meta.url))
const existed = existsSync(folder)
rmSync(folder, { recursive: true, force: true })
console.log(
  existed ? 'Sandbox reset. If `npm start` is running, restart it.' : 'Nothing to reset: there is no .sandbox/.',
)
