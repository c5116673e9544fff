// node scripts/archive.mjs FILE.tar.gz: packs what an operator needs, after a build. The same files make the same archive.
import { execFileSync } from 'node:child_process'
import { existsSync, writeFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { stop } from './run.mjs'

const [file] = process.argv.slice(2)
if (!file?.endsWith('.tar.gz')) stop('Name the archive, such as waldur-tokens.tar.gz.')
if (!existsSync('dist/index.html')) stop('There is no build to pack. Run npm run build first.')

const scripts = ['headers', 'caddyInclude', 'run'].map((name) => `scripts/${name}.mjs`)
const packed = ['dist', 'deploy', 'docs/deployment.md', 'LICENSE', ...scripts]
const reproducible = ['--sort=name', '--mtime=@0', '--owner=0', '--group=0', '--numeric-owner', '--mode=u=rwX,go=rX']
const tar = execFileSync('tar', [...reproducible, '-cf', '-', ...packed], { maxBuffer: 2 ** 28 })
writeFileSync(file, gzipSync(tar, { level: 9 }))
