import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { TestInfo } from 'playwright/test'

/** A web server on this computer, with the configuration of `deploy/`. */
export interface WebServer {
  /** `http://127.0.0.1:PORT`, or https. */
  origin: string
  /** Ends it and removes its files. */
  stop(): Promise<void>
}

/** The values that an operator would fill in. */
export interface Site {
  /** Folder of production files. */
  files: string
  /** `HOST:PORT` of the Waldur behind it. */
  waldur: string
}

type Program = 'nginx' | 'caddy' | 'openssl'

function pathOf(program: Program): string | null {
  return ['/usr/sbin', '/usr/bin', '/usr/local/bin'].map((folder) => join(folder, program)).find(existsSync) ?? null
}

/**
 * Skips the test if the program is not installed, so that `npm test` passes on a computer without web servers. Where it
 * can, scripts/servers.mjs installs nginx and Caddy first, and prints what it couldn't.
 */
export function needs(testInfo: TestInfo, program: Program): void {
  testInfo.skip(pathOf(program) === null, `${program} is not installed here`)
}

/** The program's path. @throws Error if it is not installed */
export function installed(program: Program): string {
  const path = pathOf(program)
  if (path === null) throw new Error(`${program} is not installed`)
  return path
}

export const deployed = (name: string): string => fileURLToPath(new URL(`../deploy/${name}`, import.meta.url))

/** The shipped configuration with an operator's values. @throws Error if a text to replace no longer occurs in it */
export function filledIn(text: string, values: readonly (readonly [from: string, to: string])[]): string {
  return values.reduce((filled, [from, to]) => {
    if (!filled.includes(from)) throw new Error(`"${from}" is not in the shipped configuration`)
    return filled.replaceAll(from, to)
  }, text)
}

/** Ports of each Playwright worker, below those that systems hand out by themselves. */
const PORTS = 1000
let nextPort = Math.floor(Math.random() * PORTS)

/** A port that is free, and that no test running beside this one is given. */
export async function freePort(): Promise<number> {
  const worker = Number(process.env['TEST_PARALLEL_INDEX'] ?? 0)
  for (;;) {
    const port = 20_000 + worker * PORTS + (nextPort++ % PORTS)
    const server = createServer()
    const isFree = new Promise((resolve) => {
      server.once('error', () => resolve(false)).listen(port, '127.0.0.1', () => server.close(() => resolve(true)))
    })
    if (await isFree) return port
  }
}

/** Paths of two PEM files. */
export interface Certificate {
  certificate: string
  key: string
}

/** The command and environment of a server. */
interface Launch {
  command: string
  args: string[]
  env?: Record<string, string>
  cwd?: string
  /** The numeric user id to run as, if this process can change it. */
  uid?: number
  /** A path that responds once the server runs, if listening doesn't prove that. */
  health?: string
}

/**
 * Runs a server in a folder of its own until it is stopped.
 * @param prepare writes the configuration into the folder
 * @throws Error with the server's error output if it ends before it listens
 */
export async function run(port: number, prepare: (folder: string) => Promise<Launch>): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'web-'))
  const { command, args, env, cwd, uid, health } = await prepare(folder)
  const child = spawn(command, args, {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder, ...env },
    ...(cwd !== undefined && { cwd }),
    ...(uid !== undefined && process.getuid?.() === 0 && { uid, gid: uid }),
  })
  let said = ''
  child.stderr.on('data', (chunk) => {
    said += String(chunk)
  })
  while (!(await (health === undefined ? isListening(port) : isHealthy(port, health)))) {
    if (hasEnded(child)) {
      await rm(folder, { recursive: true, force: true })
      throw new Error(`${command} did not start: ${said}`)
    }
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  return async () => {
    if (!hasEnded(child)) {
      child.kill('SIGTERM')
      await once(child, 'exit')
    }
    await rm(folder, { recursive: true, force: true })
  }
}

const hasEnded = ({ exitCode, signalCode }: ChildProcess) => exitCode !== null || signalCode !== null

const isHealthy = (port: number, path: string): Promise<boolean> =>
  fetch(`http://127.0.0.1:${port}${path}`).then(
    ({ ok }) => ok,
    () => false,
  )

async function isListening(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1')
  const isOpen = await once(socket, 'connect').then(
    () => true,
    () => false,
  )
  socket.destroy()
  return isOpen
}
