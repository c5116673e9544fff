// The step `clients` of npm run test:all: runs Waldur's own Python client in several releases, and the tools that the
// page gives examples for, against the sandbox. They are installed into .clients/, which can be deleted at any time.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { installPython } from './python.mjs'
import { runNode } from './run.mjs'

const { clients, tools } = JSON.parse(readFileSync('e2e/clients/versions.json', 'utf8'))
for (const version of clients) installPython(`.clients/${version}`, [`waldur-api-client==${version}`])
installPython('.clients/tools', tools)
if (spawnSync('waldur-cli').error) console.log("waldur-cli isn't installed, so its example isn't run.")
process.exit(await runNode(['node_modules/vitest/vitest.mjs', 'run', '--config', 'e2e/clients/vitest.config.ts']))
