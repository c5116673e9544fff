import { mkdir } from 'node:fs/promises'
import type { Server } from 'node:http'
import { createServer } from 'node:http'
import { dirname } from 'node:path'
import { getRequestListener } from '@hono/node-server'
import { and, eq } from 'drizzle-orm'
import { removeEntity } from './actions.ts'
import type { LoggedRequest } from './app.ts'
import { createApp } from './app.ts'
import { startCache } from './cache.ts'
import { startClock } from './clock.ts'
import type { App, Core } from './core.ts'
import type { Damage } from './damage.ts'
import { consumers, entities, openDatabase } from './database.ts'
import { newConsumer } from './eventConsumers.ts'
import { deactivateExpired, sweepGrants } from './expiryJob.ts'
import { addProjects } from './extraEntities.ts'
import type { Drop, FaultResponse } from './faults.ts'
import { faultHooks } from './faults.ts'
import type { Release } from './releases.ts'
import { fillDatabase } from './seed.ts'
import { openSession } from './sessions.ts'
import type { Settings } from './settings.ts'
import { defaultSettings } from './settings.ts'
import type { HeldRole, MintedToken, TokenRow, UserChange } from './testHandles.ts'
import { changeUser, deleteInactive, mint, replaceRoles, storedTokens, userNamed } from './testHandles.ts'
import { parseUuid } from './wire.ts'

export interface SandboxOptions {
  /** A libSQL URL: `file:…`, which survives a restart, or `:memory:` (default), private to this sandbox. */
  database?: string
  /** Default: the latest. */
  generation?: Release
  settings?: Partial<Settings>
  /** Where its clock starts, in epoch milliseconds; it runs on in real time. Default: now. */
  now?: number
  /** Adds this many tokens to a new world, for `owner` and `staff` each; all but a few are inactive. */
  tokens?: number
  /** Adds this many entities to a new world. */
  entities?: number
  /** Folder of production files to serve beside the API, with the security headers. */
  pages?: string
  /** Also serves the faults and the request log over HTTP, for other processes: `faultRoutes.ts`. */
  hooks?: boolean
  /** Milliseconds added to each request, and again to each response; default: none. */
  latency?: number
}

export interface Sandbox {
  app: App
  settings: Settings
  now(): number
  advance(ms: number): void
  listen(port?: number): Promise<string>
  /** 'with passkey' marks the session as verified with one, as HomePort can, which changes what it may do. */
  signIn(username: string, how?: 'with passkey'): Promise<string>
  createToken(username: string, body?: MintedToken): Promise<{ uuid: string; token: string }>
  tokensOf(username: string): Promise<TokenRow[]>
  /** Registers an event queue with a token of this prefix and name, or with a sign-in if null. */
  addQueue(username: string, token: Pick<TokenRow, 'prefix' | 'name'> | null): Promise<void>
  /**
   * Permanently deletes the user's inactive tokens, which Waldur never does, so that a long test's list stays short.
   */
  forgetInactive(username: string): Promise<void>
  entity(type: string, name: string): Promise<{ uuid: string; name: string }>
  /** See `addProjects` of growth.ts. */
  addProjects(customers: string[], projects: string[]): Promise<string[]>
  setUser(username: string, change: UserChange): Promise<void>
  /** Replaces the user's roles with these, each with a role of its own. */
  setRoles(username: string, held: HeldRole[]): Promise<void>
  deleteEntity(type: string, uuid: string): Promise<void>
  /** The daily tasks: ends expired tokens and grants. */
  runExpiryJob(): Promise<void>
  failNext(method: string, path: string | RegExp, response: FaultResponse & { times?: number }): void
  /** Takes back the faults that no request has met yet. */
  clearFaults(): void
  /** @returns a function that releases the held request, so that no test has to guess how long something takes */
  holdNext(method: string, path: string | RegExp): () => void
  /** `bytes`: how much of the body is sent before the cut, for `midBody`. */
  dropNext(method: string, path: string | RegExp, when: Drop, bytes?: number): void
  /** Lets the handler do its work, then damages the response. */
  damageNext(method: string, path: string | RegExp, damage: Damage): void
  requests: LoggedRequest[]
  close(): Promise<void>
}

/** Listens on loopback only: these passwords are public. Returns the origin, `http://127.0.0.1:PORT`. */
async function listenOn(server: Server, port: number): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the sandbox has no port')
  return `http://127.0.0.1:${address.port}`
}

/**
 * Opens a Waldur-compatible API on its own database, with the seeded world if the database is new.
 * @throws if the database can't be opened
 */
export async function openSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const { database = ':memory:' } = options
  if (database.startsWith('file:')) await mkdir(dirname(database.slice('file:'.length)), { recursive: true })
  const opened = await openDatabase(database)
  const settings: Settings = {
    ...defaultSettings,
    ...(options.generation && { generation: options.generation }),
    ...options.settings,
  }
  const clock = startClock(options.now ?? Date.now())
  const core: Core = { ...opened, settings, clock, cache: startCache(clock) }
  if (opened.isNew) await fillDatabase(core, { tokens: options.tokens ?? 0, entities: options.entities ?? 0 })

  const faults = faultHooks()
  const requests: LoggedRequest[] = []
  const { pages, hooks = false, latency = 0 } = options
  const app = createApp(core, { faults, log: requests, pages, hooks, latency })
  const servers: Server[] = []
  return {
    app,
    settings,
    requests,
    now: core.clock.now,
    advance: core.clock.advance,
    listen: async (port = 0) => {
      const server = createServer(getRequestListener(app.fetch, { overrideGlobalObjects: false }))
      servers.push(server)
      return await listenOn(server, port)
    },
    signIn: async (username, how) => await openSession(core, (await userNamed(core, username)).uuid, how !== undefined),
    createToken: (username, body = {}) => mint(core, username, body),
    addQueue: async (username, token) => {
      const { uuid } = await userNamed(core, username)
      await core.db.insert(consumers).values(newConsumer(core, uuid, token))
    },
    tokensOf: (username) => storedTokens(core, username),
    forgetInactive: (username) => deleteInactive(core, username),
    entity: async (type, name) => {
      const rows = await core.db.select().from(entities).where(eq(entities.name, name)).orderBy(entities.id)
      const row = rows.find((candidate) => candidate.type === type)
      if (!row) throw new Error(`no ${type} named ${name} in the sandbox`)
      return { uuid: row.uuid, name: row.name }
    },
    addProjects: (customers, projects) => addProjects(core, customers, projects),
    setUser: (username, change) => changeUser(core, username, change),
    setRoles: (username, held) => replaceRoles(core, username, held),
    deleteEntity: async (type, uuid) => {
      const digits = parseUuid(uuid) ?? ''
      const rows = await core.db
        .select()
        .from(entities)
        .where(and(eq(entities.uuid, digits)))
      if (!rows.some((row) => row.type === type)) throw new Error(`no ${type} ${uuid} in the sandbox`)
      await removeEntity(core, digits)
    },
    runExpiryJob: async () => {
      await deactivateExpired(core)
      await sweepGrants(core)
    },
    failNext: (method, path, { times = 1, ...response }) =>
      faults.add({ method, path, times }, { kind: 'status', response }),
    clearFaults: faults.clear,
    holdNext: (method, path) => faults.hold({ method, path }),
    dropNext: (method, path, when, bytes) => faults.add({ method, path }, { kind: 'drop', when, bytes }),
    damageNext: (method, path, damage) => faults.add({ method, path }, damage),
    close: async () => {
      await Promise.all(
        servers.map(
          (server) =>
            new Promise<void>((resolve) => {
              server.close(() => resolve())
              server.closeAllConnections()
            }),
        ),
      )
      opened.close()
    },
  }
}
