import { cp, mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { getRequestListener } from '@hono/node-server'
import type { BrowserContext, Page } from 'playwright/test'
import type { Sandbox, SandboxOptions } from '../../sandbox/sandbox.ts'
import { openSandbox } from '../../sandbox/sandbox.ts'
import { pagesFolder } from '../pagesFolder.ts'
import { signedInScript, staySignedIn } from '../sessionSteps.ts'
import { compressed } from './compressed.ts'
import type { Mark, Press } from './stopwatch.ts'
import { installStopwatch, stopwatchScript } from './stopwatch.ts'
import type { Tab } from './tab.ts'

/** The path of each page's list. */
export const lists = { ours: '/tokens', floor: '/floor.html', 'react-admin': '/react-admin.html' } as const
export type PageName = keyof typeof lists

/** How much the CPU is slowed down, and for the slow profile a connection of 1.6 Mbit/s. */
const profiles = {
  desktop: { processor: 1, line: null },
  slow: { processor: 4, line: { latency: 150, downloadThroughput: 204_800, uploadThroughput: 102_400 } },
} as const
export type Profile = keyof typeof profiles

export interface Visit {
  profile: Profile
  path: string
  isSignedIn: boolean
  marks: Record<string, Mark>
  press?: Press
}

/** All pages, served by one sandbox from one origin, so that only the page differs. */
export interface World {
  sandbox: Sandbox
  close: () => Promise<void>
  /** Visits a page as staff, with a stopwatch for the marks. */
  visit: (context: BrowserContext, visit: Visit) => Promise<Page>
  /** The same in a tab of a bare browser, with the profile's connection. */
  visitIn: (tab: Tab, visit: Visit) => Promise<void>
}

export async function openWorld(options: SandboxOptions, pages: readonly PageName[]): Promise<World> {
  const folder = await gather(pages)
  const sandbox = await openSandbox({ ...options, pages: folder })
  const server = createServer(getRequestListener(compressed(sandbox.app), { overrideGlobalObjects: false }))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const origin = `http://127.0.0.1:${port}`
  const key = await sandbox.signIn('staff')
  return {
    sandbox,
    close: async () => {
      server.closeAllConnections()
      server.close()
      await sandbox.close()
      await rm(folder, { recursive: true })
    },
    visit: async (context, { profile, path, isSignedIn, marks, press }) => {
      const page = await context.newPage()
      if (isSignedIn) await staySignedIn(page, key)
      await installStopwatch(page, marks, press)
      const devtools = await context.newCDPSession(page)
      await devtools.send('Emulation.setCPUThrottlingRate', { rate: profiles[profile].processor })
      await page.goto(`${origin}${path}`, { waitUntil: 'commit' })
      return page
    },
    visitIn: async ({ send }, { profile, path, isSignedIn, marks, press }) => {
      const { processor, line } = profiles[profile]
      const scripts = [...(isSignedIn ? [signedInScript(key)] : []), stopwatchScript(marks, press)]
      await send('Page.enable')
      // The floor has an inline script, which our headers forbid.
      await send('Page.setBypassCSP', { enabled: true })
      for (const source of scripts) await send('Page.addScriptToEvaluateOnNewDocument', { source })
      await send('Emulation.setDeviceMetricsOverride', {
        width: 1280,
        height: 900,
        deviceScaleFactor: 1,
        mobile: false,
      })
      await send('Emulation.setCPUThrottlingRate', { rate: processor })
      await send('Network.enable')
      if (line) await send('Network.emulateNetworkConditions', { offline: false, ...line })
      await send('Page.navigate', { url: `${origin}${path}` })
    },
  }
}

/** Copies all files into one folder for the sandbox to serve. */
async function gather(pages: readonly PageName[]): Promise<string> {
  const beside = (name: string) => fileURLToPath(new URL(name, import.meta.url))
  const folder = await mkdtemp(join(tmpdir(), 'bench-'))
  await cp(pagesFolder, folder, { recursive: true })
  await cp(beside('floor.html'), join(folder, 'floor.html'))
  if (pages.includes('react-admin')) {
    await cp(beside('peer/dist/assets'), join(folder, 'assets'), { recursive: true })
    await cp(beside('peer/dist/index.html'), join(folder, 'react-admin.html'))
  }
  return folder
}
