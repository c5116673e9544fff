import { createHash, randomUUID } from 'node:crypto'
import type { HttpBindings } from '@hono/node-server'
import type { Context, Hono } from 'hono'
import type { Cache } from './cache.ts'
import type { Clock } from './clock.ts'
import type { OpenDatabase } from './database.ts'
import type { Settings } from './settings.ts'

/** What every part of the sandbox depends on. */
export interface Core extends OpenDatabase {
  cache: Cache
  clock: Clock
  settings: Settings
}

/** A request over a socket comes with Node's request and socket; one through `app.fetch` does not. */
export interface Env {
  Bindings: Partial<HttpBindings>
}

export type App = Hono<Env>
export type Request = Context<Env>

/** 32 hexadecimal digits (waldur-api.md 0). */
export const newUuid = () => randomUUID().replaceAll('-', '')

/** SHA-256 in hexadecimal: the only form in which the sandbox stores a token (waldur-api.md 2.3). */
export const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

/** The first address of `X-Forwarded-For`, forged or not, else the peer's (waldur-api.md 9). */
export function clientAddress(c: Request): string {
  const forwarded = c.req.header('X-Forwarded-For')?.split(',')[0]?.trim()
  const peer = c.env?.incoming?.socket.remoteAddress ?? '127.0.0.1'
  return forwarded || peer.replace(/^::ffff:/, '')
}
