// npm run sandbox:reset: the next `npm start` begins with newly seeded data.
import { existsSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const folder = fileURLToPath(new URL('../.sandbox', import.meta.url))
const existed = existsSync(folder)
rmSync(folder, { recursive: true, force: true })
console.log(
  existed ? 'The sandbox is reset: restart `npm start` if it is running.' : 'Nothing to reset: there is no .sandbox/.',
)
