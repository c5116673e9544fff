// node scripts/image.mjs FOLDER PLATFORMS: builds the container's image for these platforms, such as
// linux/amd64,linux/arm64, with a bill of materials and provenance in it, and puts it and its digest into the folder.
// Needs docker buildx.
import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { stop } from './run.mjs'

const [folder, platforms] = process.argv.slice(2)
if (!folder || !platforms) stop('Name a folder and the platforms, such as linux/amd64,linux/arm64.')
mkdirSync(folder, { recursive: true })
const image = join(folder, 'image.oci.tar')
const output = ['--output', `type=oci,dest=${image}`]
const described = ['--sbom=true', '--provenance=mode=max']
const build = ['buildx', 'build', '--platform', platforms, '-f', 'deploy/Dockerfile', ...described, ...output, '.']
execFileSync('docker', build, { stdio: 'inherit' })
const { manifests } = JSON.parse(execFileSync('tar', ['-xOf', image, 'index.json'], { encoding: 'utf8' }))
if (manifests.length !== 1) stop(`${image} has ${manifests.length} images.`)
writeFileSync(join(folder, 'image.digest'), `${manifests[0].digest}\n`)
