import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Plugin } from 'vite'

/** The deepest address of the app is `tokens/UUID/`. */
const DEPTHS = [1, 2, 3]

/**
 * Writes `under-path/1.html` to `3.html`: `index.html` for a server that sends it under a path, one for each depth of
 * an address below that path. They name their files relatively, so one build works under any path, and every address
 * loads the same files. `index.html` names them from the root, because most hosts of static files send it for
 * addresses of any depth.
 */
export function underPath(): Plugin {
  let root = ''
  return {
    name: 'under-path',
    apply: 'build',
    configResolved: (config) => {
      root = resolve(config.root, config.build.outDir)
    },
    closeBundle: {
      order: 'post',
      // Once integrity.ts has completed index.html.
      sequential: true,
      handler: () => {
        const page = readFileSync(join(root, 'index.html'), 'utf8')
        mkdirSync(join(root, 'under-path'), { recursive: true })
        for (const depth of DEPTHS) writeFileSync(join(root, `under-path/${depth}.html`), atDepth(page, depth))
      },
    },
  }
}

function atDepth(page: string, depth: number): string {
  const moved = page.replaceAll('="/', `="${depth === 1 ? './' : '../'.repeat(depth - 1)}`)
  const left = /["']\/[^"']*/.exec(moved)
  if (left) throw new Error(`index.html names ${left[0]} in a way that scripts/underPath.ts doesn’t expect`)
  return moved
}
