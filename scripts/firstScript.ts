import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Plugin } from 'vite'
import { minifySync, transformWithOxc } from 'vite'

/** Syntax of later years. */
const TOO_NEW = /=>|\$\{|\?\?|\?\.|\b(?:let|const|class|async)\b|catch\s*\{|\.\.\./

/** @returns the script in the syntax of 2009, minified. @throws if it needs a newer one */
export async function compileFirst(file: string, source: string): Promise<string> {
  const { code } = await transformWithOxc(source, file)
  // The compressor would introduce newer syntax, so it is off. The minifier still puts every string in backticks.
  const minified = minifySync(file, code, { compress: false }).code.replaceAll('`', '"')
  const found = TOO_NEW.exec(minified)
  if (found) throw new Error(`${file} has syntax that old browsers don’t know: ${found[0]}`)
  return minified
}

/**
 * Adds a script to the head of `index.html` that runs before the first paint. It has a hashed name like the others and
 * is not inline, which would need a looser Content-Security-Policy.
 * @param source the script's path from the root; it must have no imports
 */
export function firstScript(source: string): Plugin {
  let root = ''
  let isBuild = false
  let reference = ''
  let built = ''
  return {
    name: 'first-script',
    configResolved: (config) => {
      root = config.root
      isBuild = config.command === 'build'
    },
    async buildStart() {
      if (!isBuild) return
      const file = resolve(root, source)
      const text = await compileFirst(file, readFileSync(file, 'utf8'))
      reference = this.emitFile({ type: 'asset', name: 'first.js', source: text })
    },
    generateBundle() {
      built = this.getFileName(reference)
    },
    transformIndexHtml: {
      order: 'post',
      // Before the style sheet, which it would otherwise wait for.
      handler: (html) => html.replace('<title>', `<script src="/${isBuild ? built : source}"></script>\n    <title>`),
    },
  }
}
