import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pagesFolder } from './pagesFolder.ts'

// biome-ignore lint/style/noDefaultExport: Playwright takes the default export
export default function globalSetup(): void {
  if (existsSync(join(pagesFolder, 'index.html'))) return
  // Playwright would print the stack of an Error below the sentence.
  throw `There is no built app in ${pagesFolder}: run \`npm run build\` first, or \`npm test -- journeys\`, which does it for you.`
}
