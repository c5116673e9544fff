import { test as base, expect } from 'playwright/test'
import type { Sandbox, SandboxOptions } from '../sandbox/sandbox.ts'
import { openSandbox } from '../sandbox/sandbox.ts'
import type { Known, Provoked } from './guard.ts'
import { watch } from './guard.ts'
import { pagesFolder } from './pages.ts'

interface Fixtures {
  /** What the test's own sandbox is opened with: `test.use({ sandboxOptions: { generation: 'seed' } })`. */
  sandboxOptions: SandboxOptions
  /** A Waldur of the test's own, which also serves the built app. */
  sandbox: Sandbox
  /** Where it listens: `http://127.0.0.1:PORT`. */
  origin: string
  /** Where pages may ask: the sandbox, and a web server that the test puts in front of it. */
  origins: Set<string>
  /** Names a failure that the test provokes; the browser writes it to the console. Everything else fails the test. */
  provoke: (...kinds: Provoked[]) => void
  /**
   * Names what a fault drawn at random may lead to, or may not, depending on how often the browser sends by itself.
   * For such tests only: elsewhere a failure that is expected and does not come is a fault of the test.
   */
  tolerate: (...kinds: Provoked[]) => void
}

export const test = base.extend<Fixtures & { known: Known }>({
  sandboxOptions: [{}, { option: true }],
  sandbox: async ({ sandboxOptions }, provide) => {
    const sandbox = await openSandbox({ pages: pagesFolder, ...sandboxOptions })
    await provide(sandbox)
    await sandbox.close()
  },
  origin: async ({ sandbox }, provide) => {
    await provide(await sandbox.listen())
  },
  origins: async ({ origin }, provide) => {
    await provide(new Set([origin]))
  },
  baseURL: async ({ origin }, provide) => {
    await provide(origin)
  },
  known: [
    async ({ context, origins, sandbox }, provide) => {
      const known: Known = { provoked: new Set(), tolerated: new Set() }
      const end = await watch(context, sandbox, origins, known)
      await provide(known)
      expect(end(), 'nothing goes wrong that the test did not provoke').toEqual([])
    },
    { auto: true },
  ],
  provoke: async ({ known }, provide) => {
    await provide((...kinds) => {
      for (const kind of kinds) known.provoked.add(kind)
    })
  },
  tolerate: async ({ known }, provide) => {
    await provide((...kinds) => {
      for (const kind of kinds) known.tolerated.add(kind)
    })
  },
})

/** Declares the same tests for the newest Waldur and for the one that the API page of the project describes. */
export function onBothGenerations(declare: () => void): void {
  for (const generation of ['newest', 'seed'] as const) {
    test.describe(`on the ${generation} generation of Waldur`, () => {
      test.use({ sandboxOptions: { generation } })
      declare()
    })
  }
}

export { expect }
