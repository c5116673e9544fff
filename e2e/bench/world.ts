import { cp, mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { getRequestListener } from '@hono/node-server'
import type { BrowserContext, CDPSession, Page } from 'playwright/test'
import type { Sandbox, SandboxOptions } from '../../sandbox/sandbox.ts'
import { openSandbox } from '../../sandbox/sandbox.ts'
import { pagesFolder } from '../pages.ts'
import { staySignedIn } from '../sessionSteps.ts'
import { compressed } from './compressed.ts'
import type { Mark, Press } from './stopwatch.ts'
import { installStopwatch } from './stopwatch.ts'

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
  /** Whether to use the profile's connection speed or the machine's own. */
  hasLine: boolean
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
  visit: (context: BrowserContext, visit: Visit) => Promise<Visited>
}

interface Visited {
  page: Page
  /** @returns the number of bytes received so far, including unfinished responses */
  received: () => number
}

export async function openWorld(options: SandboxOptions, pages: readonly PageName[]): Promise<World> {
  const folder = await gather(pages)
  const sandbox = await openSandbox({ ...options, pages: folder })
  const server = createServer(getRequestListener(compressed(sandbox.app), { overrideGlobalObjects: false }))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const key = await sandbox.signIn('staff')
  return {
    sandbox,
    close: async () => {
      server.closeAllConnections()
      server.close()
      await sandbox.close()
      await rm(folder, { recursive: true })
    },
    visit: async (context, { profile, hasLine, path, isSignedIn, marks, press }) => {
      const page = await context.newPage()
      if (isSignedIn) await staySignedIn(page, key)
      await installStopwatch(page, marks, press)
      const devtools = await context.newCDPSession(page)
      const received = await countBytes(devtools)
      const { processor, line } = profiles[profile]
      await devtools.send('Emulation.setCPUThrottlingRate', { rate: processor })
      if (hasLine && line) await devtools.send('Network.emulateNetworkConditions', { offline: false, ...line })
      await page.goto(`http://127.0.0.1:${port}${path}`, { waitUntil: 'commit' })
      return { page, received }
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

async function countBytes(devtools: CDPSession): Promise<() => number> {
  const byRequest = new Map<string, number>()
  devtools.on('Network.dataReceived', ({ requestId, encodedDataLength }) => {
    byRequest.set(requestId, (byRequest.get(requestId) ?? 0) + encodedDataLength)
  })
  devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    byRequest.set(requestId, encodedDataLength)
  })
  await devtools.send('Network.enable')
  return () => [...byRequest.values()].reduce((total, each) => total + each, 0)
}
