import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative, sep } from 'node:path'
import { runNode } from '../run.mjs'

const path = 'reports/SHA256SUMS'

/** Every file below the folder, as a sorted list of relative paths. */
export function filesBelow(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return files.map((file) => relative(folder, join(file.parentPath, file.name)).split(sep).join('/')).sort()
}

/** The lines of a SHA256SUMS file, for `sha256sum --check` in the folder. */
function sums(folder) {
  return filesBelow(folder).map((file) => {
    const hash = createHash('sha256')
      .update(readFileSync(join(folder, file)))
      .digest('hex')
    return `${hash}  ${file}`
  })
}

/** Builds again in another folder and compares every file with `dist`. */
export async function checkReproducible() {
  const first = sums('dist')
  writeFileSync(path, `${first.join('\n')}\n`)
  const folder = mkdtempSync(join(tmpdir(), 'waldur-tokens-'))
  try {
    const args = ['build', '--outDir', folder, '--emptyOutDir', '--logLevel', 'error']
    const code = await runNode(['node_modules/vite/bin/vite.js', ...args])
    if (code !== 0) return { problems: ['The second build failed.'] }
    const second = sums(folder)
    const onlyIn = (some, others) => some.filter((line) => !others.includes(line))
    return {
      seen: `${first.length} identical files, hashes in ${path}`,
      problems: [
        ...onlyIn(first, second).map((line) => `first build only:  ${line}`),
        ...onlyIn(second, first).map((line) => `second build only: ${line}`),
      ],
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
