import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable, Writable } from 'node:stream'
import type { CDPSession } from 'playwright/test'

/** A browser that is driven by Chromium's protocol alone. */
export interface BareBrowser {
  /** @param isNew in a context of its own with an empty cache; otherwise in the profile, which keeps its cache */
  openTab: (isNew: boolean) => Promise<Tab>
  close: () => Promise<void>
}

export interface Tab {
  send: Send
  /** Calls back with the parameters of every event of this name. */
  on: <Name extends keyof NetworkEvents>(event: Name, listener: (params: NetworkEvents[Name]) => void) => void
  close: () => Promise<void>
}

/** Playwright's types for the commands of the protocol and their results. */
type Send = CDPSession['send']

/** The events that the bench listens to, with what it reads of them: Playwright exports no type for these. */
interface NetworkEvents {
  'Network.requestWillBeSent': { requestId: string }
  'Network.dataReceived': { requestId: string; encodedDataLength: number }
  'Network.loadingFinished': { requestId: string; encodedDataLength: number }
  'Network.loadingFailed': { requestId: string }
}

interface Message {
  id?: number
  sessionId?: string
  method?: string
  params?: unknown
  result?: unknown
  error?: { message: string }
}

/**
 * Starts Chromium without Playwright, which asks each page for the stack trace of every `Error`. React makes five while
 * it starts, and for each trace the browser parses the whole script once more. That took a quarter of the time until
 * the first row, and no user waits for it.
 */
export async function launchBrowser(program: string, args: readonly string[]): Promise<BareBrowser> {
  const profile = await mkdtemp(join(tmpdir(), 'bench-profile-'))
  const options = ['--headless=new', '--disable-gpu', '--no-first-run', '--disable-background-networking']
  const child = spawn(program, [...options, ...args, '--remote-debugging-pipe', `--user-data-dir=${profile}`], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
  })
  const exited = new Promise((resolve) => child.once('exit', resolve))
  // Chromium reads from file descriptor 3 and writes to 4.
  const [, , , input, output] = child.stdio
  if (!(input instanceof Writable && output instanceof Readable)) throw new Error(`${program} has no pipes`)
  const waiting = new Map<number, (message: Message) => void>()
  const listeners = new Set<(message: Message) => void>()
  let unread = ''
  output.setEncoding('utf8').on('data', (text: string) => {
    const messages = (unread + text).split('\0')
    unread = messages.pop() ?? ''
    for (const message of messages.map((each) => JSON.parse(each) as Message)) {
      if (message.id === undefined) for (const listener of listeners) listener(message)
      else waiting.get(message.id)?.(message)
    }
  })
  let lastId = 0
  const call = <Result>(method: string, params: object = {}, sessionId?: string) =>
    new Promise<Result>((resolve, reject) => {
      lastId += 1
      const id = lastId
      waiting.set(id, ({ error, result }) => {
        waiting.delete(id)
        if (error) reject(new Error(`${method}: ${error.message}`))
        else resolve(result as Result) // as the protocol promises
      })
      input.write(`${JSON.stringify({ id, method, params, sessionId })}\0`)
    })
  const send: Send = (method, params) => call(method, params)

  return {
    openTab: async (isNew) => {
      const context = isNew ? await send('Target.createBrowserContext') : undefined
      const { targetId } = await send('Target.createTarget', { url: 'about:blank', ...context })
      const { sessionId } = await send('Target.attachToTarget', { targetId, flatten: true })
      const own = new Set<(message: Message) => void>()
      return {
        send: (method, params) => call(method, params, sessionId),
        on: (event, listener) => {
          const hear = (message: Message) => {
            if (message.sessionId !== sessionId || message.method !== event) return
            listener(message.params as Parameters<typeof listener>[0]) // as the protocol promises
          }
          own.add(hear)
          listeners.add(hear)
        },
        close: async () => {
          for (const hear of own) listeners.delete(hear)
          if (context) await send('Target.disposeBrowserContext', context)
          else await send('Target.closeTarget', { targetId })
        },
      }
    },
    close: async () => {
      await send('Browser.close')
      await exited
      await rm(profile, { recursive: true, force: true })
    },
  }
}
