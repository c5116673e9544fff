import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Duplex } from 'node:stream'

/** A browser that is driven by Chromium's protocol alone. */
export interface BareBrowser {
  /** @param isNew in a context of its own with an empty cache; otherwise in the profile, which keeps its cache */
  openTab: (isNew: boolean) => Promise<Tab>
  close: () => Promise<void>
}

export interface Tab {
  send: Send
  /** Calls back with the parameters of every event of this name. */
  on: (event: string, listener: (params: Params) => void) => void
  close: () => Promise<void>
}

// biome-ignore lint/suspicious/noExplicitAny: Chromium's protocol has hundreds of messages; three are read here
type Params = any
type Send = (method: string, params?: object) => Promise<Params>

interface Message {
  id?: number
  sessionId?: string
  method?: string
  params?: Params
  result?: Params
  error?: { message: string }
}

/**
 * Starts Chromium without Playwright, which asks each page for the stack trace of every `Error`. React makes five while
 * it starts, and for each trace the browser parses the whole script once more: a quarter of the time until the first
 * row, which no user waits for.
 */
export async function launchBrowser(program: string, args: readonly string[]): Promise<BareBrowser> {
  const profile = await mkdtemp(join(tmpdir(), 'bench-profile-'))
  const options = ['--headless=new', '--disable-gpu', '--no-first-run', '--disable-background-networking']
  const child = spawn(program, [...options, ...args, '--remote-debugging-pipe', `--user-data-dir=${profile}`], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
  })
  const exited = new Promise((resolve) => child.once('exit', resolve))
  const [, , , input, output] = child.stdio as unknown as [null, null, null, Duplex, Duplex]
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
  const send = (method: string, params: object = {}, sessionId?: string) =>
    new Promise<Params>((resolve, reject) => {
      lastId += 1
      const id = lastId
      waiting.set(id, ({ error, result }) => {
        waiting.delete(id)
        if (error) reject(new Error(`${method}: ${error.message}`))
        else resolve(result)
      })
      input.write(`${JSON.stringify({ id, method, params, sessionId })}\0`)
    })

  return {
    openTab: async (isNew) => {
      const context = isNew ? await send('Target.createBrowserContext') : {}
      const { targetId } = await send('Target.createTarget', { url: 'about:blank', ...context })
      const { sessionId } = await send('Target.attachToTarget', { targetId, flatten: true })
      const own = new Set<(message: Message) => void>()
      return {
        send: (method, params) => send(method, params, sessionId),
        on: (event, listener) => {
          const hear = (message: Message) => {
            if (message.sessionId === sessionId && message.method === event) listener(message.params)
          }
          own.add(hear)
          listeners.add(hear)
        },
        close: async () => {
          for (const hear of own) listeners.delete(hear)
          if (isNew) await send('Target.disposeBrowserContext', context)
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
