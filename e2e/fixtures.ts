import { test as base, expect } from 'playwright/test'
import type { Sandbox, SandboxOptions } from '../sandbox/sandbox.ts'
import { openSandbox } from '../sandbox/sandbox.ts'
import { enterTextAsUsers } from './firefoxInput.ts'
import type { Known, Provoked } from './guard.ts'
import { watch } from './guard.ts'
import { listen } from './heard.ts'
import { watchNameMarks } from './nameMarks.ts'
import { pagesFolder } from './pagesFolder.ts'
import type { Placement } from './placement.ts'
import { servePlaced } from './placement.ts'
import { watchRequests } from './underway.ts'

interface Fixtures {
  /** The options of this test's sandbox: `test.use({ sandboxOptions: { generation: '8.0.9' } })`. */
  sandboxOptions: SandboxOptions
  /** This test's own Waldur, which also serves the built app. */
  sandbox: Sandbox
  /** Its origin: `http://127.0.0.1:PORT`. */
  api: string
  /** Where the pages are served, if not by the sandbox at the root of its origin. */
  placement: Placement | null
  /** The origin of the pages: the sandbox's own by default. */
  origin: string
  /** The origins that pages may send requests to: the sandbox, and a web server that the test starts in front of it. */
  origins: Set<string>
  /** Announces a failure that the test provokes and the browser logs. Any other failure fails the test. */
  provoke: (...kinds: Provoked[]) => void
  /**
   * Announces failures that may or may not happen, for faults chosen at random, depending on how often the browser
   * resends.
   * Only for such tests: in others, an announced failure that doesn't happen is a bug in the test.
   */
  tolerate: (...kinds: Provoked[]) => void
}

export const test = base.extend<Fixtures & { known: Known }>({
  sandboxOptions: [{}, { option: true }],
  sandbox: async ({ sandboxOptions }, provide) => {
    const latency = Number(process.env['JOURNEYS_LATENCY'] ?? 0)
    const sandbox = await openSandbox({ pages: pagesFolder, latency, ...sandboxOptions })
    await provide(sandbox)
    await sandbox.close()
  },
  api: async ({ sandbox }, provide) => {
    await provide(await sandbox.listen())
  },
  placement: [null, { option: true }],
  origin: async ({ api, placement, sandbox }, provide) => {
    if (placement === null) return await provide(api)
    const { origin, close } = await servePlaced(placement, sandbox, api)
    await provide(origin)
    await close()
  },
  origins: async ({ api, origin }, provide) => {
    await provide(new Set([origin, api]))
  },
  baseURL: async ({ origin }, provide) => {
    await provide(origin)
  },
  known: [
    async ({ browserName, context, origins, sandbox }, provide) => {
      if (browserName === 'firefox') await enterTextAsUsers(context)
      const known: Known = { provoked: new Set(), tolerated: new Set() }
      watchRequests(context)
      const faults = await watch(context, sandbox, origins, known)
      const unheard = await listen(context)
      const marks = await watchNameMarks(context)
      await provide(known)
      // A provoked failure may reach the page just after the test's last step.
      await expect.poll(faults, 'nothing goes wrong that the test did not provoke').toEqual([])
      expect(marks(), 'no mark of a name is shown').toEqual([])
      expect(unheard(), 'a screen reader can say everything that it should').toEqual([])
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

/** Declares the same tests for the latest Waldur and for the one that the project's API page describes. */
export function onBothGenerations(declare: () => void): void {
  for (const generation of ['8.1.3', '8.0.9'] as const) {
    test.describe(`on Waldur ${generation}`, () => {
      test.use({ sandboxOptions: { generation } })
      declare()
    })
  }
}

export { expect }
