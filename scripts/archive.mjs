// node scripts/archive.mjs FILE.tar.gz: packs what an operator needs, after a build. The same files make the same
// archive.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from 'vite'
import { stop } from './run.mjs'

const [file] = process.argv.slice(2)
if (!file?.endsWith('.tar.gz')) stop('Name the archive, such as waldur-tokens.tar.gz.')
if (!existsSync('dist/index.html')) stop('There is no build to pack. Run npm run build first.')

const folder = mkdtempSync(join(tmpdir(), 'waldur-tokens-'))
try {
  await bundleCheck()
  const scripts = ['headers', 'caddyInclude', 'staticHeaders', 'run'].map((name) => `scripts/${name}.mjs`)
  const texts = ['docs/deployment.md', 'docs/languages.md', 'CHANGELOG.md', 'LICENSE']
  const packed = ['dist', 'deploy', ...texts, ...scripts, '-C', folder, 'check.mjs']
  const reproducible = ['--sort=name', '--mtime=@0', '--owner=0', '--group=0', '--numeric-owner', '--mode=u=rwX,go=rX']
  const leftOut = ['--exclude=deploy/check']
  const tar = execFileSync('tar', [...reproducible, ...leftOut, '-cf', '-', ...packed], { maxBuffer: 2 ** 28 })
  writeFileSync(file, gzipSync(tar, { level: 9 }))
} finally {
  rmSync(folder, { recursive: true })
}

/** The modules of deploy/check/ as one file without dependencies. */
async function bundleCheck() {
  await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      ssr: 'deploy/check/main.mjs',
      outDir: folder,
      target: 'node20',
      minify: false,
      emptyOutDir: false,
      rolldownOptions: { output: { entryFileNames: 'check.mjs' } },
    },
  })
}
