import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { freePort } from '../webServer.ts'

/** A screen for windows. Of two on the same screen, only one is active. */
export async function startScreen(): Promise<{ name: string; stop(): void }> {
  const screen = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1400x1000x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  })
  const output = createInterface({ input: screen.stdio[3] as Readable }) // the pipe that stdio names
  const [number] = await Promise.race([once(output, 'line'), once(screen, 'exit').then(() => [])])
  if (number === undefined) throw new Error('Xvfb has ended')
  return { name: `:${number}`, stop: () => screen.kill() }
}

/** One browser, which WebKitWebDriver drives as https://www.w3.org/TR/webdriver2/ says. */
export class Session {
  readonly #driver: ChildProcess
  readonly #url: string
  /** The window that commands go to at the moment. */
  #window = ''

  private constructor(driver: ChildProcess, url: string) {
    this.#driver = driver
    this.#url = url
  }

  /** Starts the browser on a screen. */
  static async start(screen: string): Promise<Session> {
    const port = await freePort()
    const env = {
      ...process.env,
      DISPLAY: screen,
      LANGUAGE: 'en_GB',
      TZ: 'Europe/Tallinn',
      // Its settings turn animations off, so that nothing moves away from a click.
      XDG_CONFIG_DIRS: fileURLToPath(new URL('.', import.meta.url)),
    }
    const driver = spawn('WebKitWebDriver', [`--port=${port}`], { env, stdio: 'ignore' })
    const url = `http://127.0.0.1:${port}`
    while (!(await fetch(`${url}/status`).catch(() => null))?.ok) {
      if (driver.exitCode !== null) throw new Error('WebKitWebDriver has ended')
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
    const { sessionId } = await send('POST', `${url}/session`, { capabilities: {} })
    return new Session(driver, `${url}/session/${sessionId}`)
  }

  async stop(): Promise<void> {
    await send('DELETE', this.#url)
    this.#driver.kill()
  }

  /** @returns the handle of the browser's first window */
  firstWindow = (): Promise<string> => send('GET', `${this.#url}/window`)

  /** Opens a window. @returns its handle */
  newWindow = async (): Promise<string> => (await send('POST', `${this.#url}/window/new`, { type: 'window' })).handle

  /** Sends a command to a window. @returns the `value` of the response */
  async command(window: string, method: 'GET' | 'POST', path: string, body?: object) {
    if (window !== this.#window) await send('POST', `${this.#url}/window`, { handle: window })
    this.#window = window
    return await send(method, this.#url + path, body)
  }
}

// biome-ignore lint/suspicious/noExplicitAny: each command has a response of its own
async function send(method: 'GET' | 'POST' | 'DELETE', url: string, body: object = {}): Promise<any> {
  const response = await fetch(url, { method, ...(method === 'POST' && { body: JSON.stringify(body) }) })
  const { value } = await response.json()
  if (!response.ok) throw new Error(`${value.error}: ${value.message}`)
  return value
}
