import { test as base } from 'playwright/test'
import type { Sandbox } from '../../sandbox/sandbox.ts'
import { openSandbox } from '../../sandbox/sandbox.ts'
import { pagesFolder } from '../pagesFolder.ts'
import { Session, startScreen } from './session.ts'
import { Tab } from './tab.ts'

interface Fixtures {
  /** This test's own Waldur, which also serves the built app. */
  sandbox: Sandbox
  /** Its origin: `http://127.0.0.1:PORT`. */
  origin: string
  /** This test's own browser. */
  session: Session
  /** Its first window. */
  tab: Tab
  /** Opens another. */
  newTab: () => Promise<Tab>
}

export const test = base.extend<Fixtures, { display: string }>({
  display: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from the pattern
    async ({}, provide) => {
      const { name, stop } = await startScreen()
      await provide(name)
      stop()
    },
    { scope: 'worker' },
  ],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from the pattern
  sandbox: async ({}, provide) => {
    const sandbox = await openSandbox({ pages: pagesFolder })
    await provide(sandbox)
    await sandbox.close()
  },
  origin: async ({ sandbox }, provide) => {
    await provide(await sandbox.listen())
  },
  session: async ({ display }, provide) => {
    const session = await Session.start(display)
    await provide(session)
    await session.stop()
  },
  tab: async ({ session }, provide) => {
    await provide(new Tab(session, await session.firstWindow()))
  },
  newTab: async ({ session }, provide) => {
    await provide(async () => new Tab(session, await session.newWindow()))
  },
})
