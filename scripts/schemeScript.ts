import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Plugin } from 'vite'
import { minifySync, transformWithOxc } from 'vite'

/**
 * Adds a script to the head of `index.html` that runs before the first paint. It has a hashed name like the others and
 * is not inline, which would need a looser Content-Security-Policy.
 * @param source the script's path from the root; it must have no imports
 */
export function schemeScript(source: string): Plugin {
  let root = ''
  let isBuild = false
  let reference = ''
  let built = ''
  return {
    name: 'scheme-script',
    configResolved: (config) => {
      root = config.root
      isBuild = config.command === 'build'
    },
    async buildStart() {
      if (!isBuild) return
      const file = resolve(root, source)
      const { code } = await transformWithOxc(readFileSync(file, 'utf8'), file)
      reference = this.emitFile({ type: 'asset', name: 'scheme.js', source: minifySync(file, code).code })
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
