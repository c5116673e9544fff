import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Plugin } from 'vite'

/**
 * Adds `integrity` (SHA-384) to the tags of the built `index.html` that load a script or a style sheet, so that a
 * browser rejects a file that was changed after the build. Hashes the written files, after every other plugin.
 */
export function integrity(): Plugin {
  let root = ''
  let base = '/'
  return {
    name: 'integrity',
    apply: 'build',
    enforce: 'post',
    configResolved: (config) => {
      base = config.base
      root = resolve(config.root, config.build.outDir)
    },
    closeBundle: () => {
      const page = join(root, 'index.html')
      writeFileSync(
        page,
        withIntegrity(readFileSync(page, 'utf8'), (path) => readFileSync(join(root, path))),
      )
    },
  }

  function withIntegrity(html: string, read: (path: string) => Uint8Array): string {
    return html.replace(/<(script|link)\b[^>]*>/g, (tag) => {
      if (!/^<script|\brel="(stylesheet|modulepreload)"/.test(tag)) return tag
      const address = /\b(?:src|href)="([^"]+)"/.exec(tag)?.[1]
      if (address === undefined || tag.includes(' integrity=')) return tag
      const path = address.startsWith(base) ? address.slice(base.length) : address
      const digest = createHash('sha384').update(read(path)).digest('base64')
      const crossOrigin = tag.includes(' crossorigin') ? '' : ' crossorigin'
      return tag.replace(/\s*\/?>$/, `${crossOrigin} integrity="sha384-${digest}">`)
    })
  }
}
