import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright/test'
import type { Sandbox, SandboxOptions } from '../../sandbox/sandbox.ts'
import { openSandbox } from '../../sandbox/sandbox.ts'
import { pagesFolder } from '../pages.ts'
import { installStopwatch } from './stopwatch.ts'

const paths = { app: '/tokens', bare: '/bare.html' } as const
type PageName = keyof typeof paths

/** How many times slower than this machine's the processor is made. */
export const processors = { desktop: 1, '4 × slower': 4 } as const
export type Processor = keyof typeof processors

/** Both pages, served by one sandbox, so that only the page differs. */
export interface World {
  sandbox: Sandbox
  close: () => Promise<void>
  /** Opens one of the pages, signed in as staff; with the moments in which these texts show. */
  open: (browser: Browser, page: PageName, processor: Processor) => Promise<Page>
}

const marks = {
  'first row': { at: 'tbody th', says: '' },
  'all loaded': { at: 'main [role="status"]', says: ' in all' },
}
export type Mark = keyof typeof marks

export async function openWorld(options: SandboxOptions): Promise<World> {
  const pages = await mkdtemp(join(tmpdir(), 'bench-'))
  await cp(pagesFolder, pages, { recursive: true })
  await cp(fileURLToPath(new URL('bare', import.meta.url)), pages, { recursive: true })
  const sandbox = await openSandbox({ ...options, pages })
  const origin = await sandbox.listen()
  const authorization = `Token ${await sandbox.signIn('staff')}`
  return {
    sandbox,
    close: async () => {
      await sandbox.close()
      await rm(pages, { recursive: true })
    },
    open: async (browser, name, processor) => {
      const page = await browser.newPage()
      await page.addInitScript((value) => sessionStorage.setItem('waldur-tokens.session', value), authorization)
      await installStopwatch(page, marks)
      const devtools = await page.context().newCDPSession(page)
      await devtools.send('Emulation.setCPUThrottlingRate', { rate: processors[processor] })
      await page.goto(origin + paths[name], { waitUntil: 'commit' })
      return page
    },
  }
}
