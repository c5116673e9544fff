import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { text } from 'node:stream/consumers'
import { spawnNpm } from '../npm.mjs'
import { manifest, production } from './lockfile.mjs'

const path = 'reports/sbom.cdx.json'

/**
 * Writes a CycloneDX SBOM of the production packages. Not with `--omit dev`: npm 11.19 then leaves out packages that a
 * development dependency needs too, such as zod.
 */
export async function checkSbom() {
  const npm = spawnNpm(['sbom', '--package-lock-only', '--sbom-format', 'cyclonedx'], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const [out, errors] = await Promise.all([text(npm.stdout), text(npm.stderr), once(npm, 'close')])
  if (npm.exitCode !== 0) return { problems: [`npm sbom failed: ${errors.trim()}`] }
  const bill = productionOnly(JSON.parse(out))
  writeFileSync(path, `${JSON.stringify(bill, null, 2)}\n`)
  const { components } = bill
  return {
    seen: `${components.length} components in ${path}`,
    problems: [
      ...(components.length === production.length
        ? []
        : [`${components.length} components, but ${production.length} production packages in the lockfile.`]),
      ...components.filter(({ hashes }) => !hashes?.length).map(({ name }) => `${name} has no hash.`),
    ],
  }
}

function productionOnly(bill) {
  const isWanted = (ref) => production.some(({ name, version }) => ref === `${name}@${version}`)
  // npm uses the folder's name, which can be anything.
  const { component } = bill.metadata
  const root = component['bom-ref']
  return {
    ...bill,
    metadata: { ...bill.metadata, component: { ...component, name: manifest.name } },
    components: bill.components.filter((one) => isWanted(one['bom-ref'])),
    dependencies: bill.dependencies
      .filter(({ ref }) => ref === root || isWanted(ref))
      .map(({ ref, dependsOn = [] }) => ({ ref, dependsOn: dependsOn.filter(isWanted) })),
  }
}
