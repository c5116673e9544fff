import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pagesFolder } from './pagesFolder.ts'

/**
 * A copy of the production files with one language's translations replaced, or, for null, without its file.
 * @returns the folder, which is deleted when the process ends
 */
export function pagesWith(language: string, words: Record<string, string> | null): string {
  // Playwright loads tests before globalSetup.ts can report the missing build.
  if (!existsSync(pagesFolder)) return pagesFolder
  const folder = mkdtempSync(join(tmpdir(), 'waldur-tokens-pages-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  cpSync(pagesFolder, folder, { recursive: true })
  const assets = join(folder, 'assets')
  const [file, ...others] = readdirSync(assets).filter((name) => new RegExp(`^${language}-.{8}\\.js$`).test(name))
  if (file === undefined || others.length > 0) throw new Error(`the build has no file of its own for “${language}”`)
  if (words === null) rmSync(join(assets, file))
  else replaceScript(folder, join(assets, file), `export default ${JSON.stringify(words)}`)
  return folder
}

/** With its hash in index.html, as a build would do. */
function replaceScript(folder: string, file: string, code: string): void {
  const hashOf = (content: string | Buffer) => createHash('sha384').update(content).digest('base64')
  const index = join(folder, 'index.html')
  const page = readFileSync(index, 'utf8').replace(hashOf(readFileSync(file)), hashOf(code))
  writeFileSync(index, page)
  writeFileSync(file, code)
}

/**
 * A pseudo-language for testing layouts, made from the English sentences: each word about 40 % longer, the whole in
 * brackets, placeholders unchanged. Permissions are keyed by their values and get longer too.
 */
export const longWords = (keys: readonly string[]): Record<string, string> =>
  Object.fromEntries(keys.map((key) => [key, `[${stretch(key.replace(/_(one|other)$/, ''))}]`]))

const stretch = (sentence: string): string =>
  sentence.replaceAll(/\{\{\w+\}\}|\[\[\w+\]\]|\p{L}{2,}/gu, (part) =>
    /^[{[]/.test(part) ? part : part + part.slice(0, Math.ceil(part.length * 0.4)).toLowerCase(),
  )
