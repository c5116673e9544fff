import { setTimeout as pause } from 'node:timers/promises'
import type { MiddlewareHandler } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Env, Request } from './core.ts'
import type { Damage } from './damage.ts'
import { cutShort, damaged } from './damage.ts'

export interface FaultResponse {
  status: number
  /** Text is sent as `text/html`, anything else as JSON. */
  body?: unknown
  headers?: Record<string, string>
  /** Handles the request first, then responds with this anyway. */
  afterCommit?: boolean
}

/**
 * When the connection closes: before the request is handled, after it, in the middle of the response, or by a reset.
 */
export type Drop = 'before' | 'afterCommit' | 'midBody' | 'reset'

export type Fault =
  | { kind: 'status'; response: FaultResponse }
  | { kind: 'hold'; until: Promise<void> }
  | { kind: 'delay'; ms: number }
  /** `bytes`: how much of the body is sent before the cut, for `midBody`; half of it by default. */
  | { kind: 'drop'; when: Drop; bytes?: number | undefined }
  | Damage

/** Which requests a fault meets. */
export interface Match {
  method: string
  /** A text must equal the request's path, with `*` for one segment; a regular expression may match the query too. */
  path: string | RegExp
  /** The first matching request that it applies to; 1 by default. */
  nth?: number
  /** How many requests it applies to; 1 by default. */
  times?: number
}

export interface Faults {
  add(match: Match, fault: Fault): void
  /** @returns a function that releases the held request */
  hold(match: Match): () => void
  /** Forgets every fault that no request has met yet. */
  clear(): void
  middleware: MiddlewareHandler<Env>
}

function responseOf(c: Request, { status, body, headers = {} }: FaultResponse): Response {
  const code = status as ContentfulStatusCode // any number a test asks for, also 502 or 599
  if (typeof body === 'string') return c.html(body, code, headers)
  if (body === undefined) return c.newResponse(null, code, headers)
  return c.json(body, code, headers)
}

/** The number nginx logs for a connection closed without a response; no one ever receives it over a socket. */
export const noResponse = 444

/** Cuts the connection: over a socket, the client sees a network error instead of a response. */
function dropped(c: Request, when: Drop): Response {
  const socket = c.env?.incoming?.socket
  if (when === 'reset') socket?.resetAndDestroy()
  else socket?.destroy()
  return new Response(null, { status: noResponse })
}

function isMet({ method, path }: Match, c: Request): boolean {
  if (method.toUpperCase() !== c.req.raw.method) return false
  const { pathname, search } = new URL(c.req.url)
  if (typeof path !== 'string') return path.test(pathname) || path.test(pathname + search)
  const [wanted, found] = [path.split('/'), pathname.split('/')]
  return wanted.length === found.length && wanted.every((part, at) => part === '*' || part === found[at])
}

const isDelay = ({ kind }: Fault) => kind === 'hold' || kind === 'delay'

/**
 * Applies the requested faults in the order they were added. One request meets at most one fault, and possibly a delay
 * beside it.
 */
export function faultHooks(): Faults {
  let waiting: { match: Match; skip: number; left: number; fault: Fault }[] = []
  const add = (match: Match, fault: Fault) => {
    waiting.push({ match, skip: (match.nth ?? 1) - 1, left: match.times ?? 1, fault })
  }
  const take = (c: Request, isWanted: (fault: Fault) => boolean): Fault | undefined => {
    for (const entry of waiting) {
      if (!isWanted(entry.fault) || !isMet(entry.match, c)) continue
      if (entry.skip > 0) entry.skip -= 1
      else {
        entry.left -= 1
        waiting = waiting.filter(({ left }) => left > 0)
        return entry.fault
      }
    }
    return undefined
  }
  return {
    add,
    hold: (match) => {
      let release = () => {}
      const until = new Promise<void>((resolve) => {
        release = resolve
      })
      add(match, { kind: 'hold', until })
      return release
    },
    clear: () => {
      waiting = []
    },
    middleware: async (c, next) => {
      const wait = take(c, isDelay)
      if (wait?.kind === 'hold') await wait.until
      if (wait?.kind === 'delay') await pause(wait.ms)
      const fault = take(c, (candidate) => !isDelay(candidate))
      if (fault?.kind === 'drop' && fault.when === 'before') return dropped(c, fault.when)
      if (fault?.kind === 'status' && !fault.response.afterCommit) return responseOf(c, fault.response)
      await next()
      if (fault) {
        const response = await spoilt(c, fault)
        // Otherwise Hono would copy the headers of the good response to the bad one.
        c.res = undefined
        c.res = response
      }
      return undefined
    },
  }
}

/** What the client receives instead of the finished response. */
async function spoilt(c: Request, fault: Fault): Promise<Response> {
  switch (fault.kind) {
    case 'status':
      return responseOf(c, fault.response)
    case 'drop':
      return fault.when === 'midBody'
        ? await cutShort(c.res, () => dropped(c, fault.when), fault.bytes)
        : dropped(c, fault.when)
    case 'hold':
    case 'delay':
      return c.res
    default:
      return await damaged(c.res, fault)
  }
}
