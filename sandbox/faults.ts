import type { MiddlewareHandler } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Env, Request } from './core.ts'

export interface FaultAnswer {
  status: number
  /** Text is sent as `text/html`, anything else as JSON. */
  body?: unknown
  headers?: Record<string, string>
  /** How many requests are answered so; 1 unless said. */
  times?: number
}

type Fault =
  | { kind: 'fail'; answer: FaultAnswer }
  | { kind: 'hold'; until: Promise<void> }
  | { kind: 'drop'; when: 'before' | 'afterCommit' }

export interface Faults {
  failNext(method: string, path: string | RegExp, answer: FaultAnswer): void
  /** @returns what lets the held request go on */
  holdNext(method: string, path: string | RegExp): () => void
  dropNext(method: string, path: string | RegExp, when: 'before' | 'afterCommit'): void
  middleware: MiddlewareHandler<Env>
}

function failed(c: Request, { status, body, headers = {} }: FaultAnswer): Response {
  const code = status as ContentfulStatusCode // any number the test asks for, also 502 or 599
  if (typeof body === 'string') return c.html(body, code, headers)
  if (body === undefined) return c.newResponse(null, code, headers)
  return c.json(body, code, headers)
}

/** The number nginx logs for a connection closed without an answer; nobody ever receives it over a socket. */
export const noAnswer = 444

/** Cuts the connection: over a socket the client sees a network error, never an answer. */
function dropped(c: Request): Response {
  c.env?.incoming?.socket.destroy()
  return new Response(null, { status: noAnswer })
}

/**
 * Faults a test asks for. A text path must equal the request's path; an expression may match the path with or without
 * its query. Each fault is spent by the requests it meets; a held request can be one that fails.
 */
export function faultHooks(): Faults {
  let waiting: { method: string; path: string | RegExp; left: number; fault: Fault }[] = []
  const add = (method: string, path: string | RegExp, fault: Fault, times = 1) => {
    waiting.push({ method: method.toUpperCase(), path, left: times, fault })
  }
  const take = <Kind extends Fault['kind']>(c: Request, kind: Kind): Extract<Fault, { kind: Kind }> | undefined => {
    const { pathname, search } = new URL(c.req.url)
    const match = waiting.find(({ method, path, fault }) => {
      if (method !== c.req.raw.method || fault.kind !== kind) return false
      return typeof path === 'string' ? path === pathname : path.test(pathname) || path.test(pathname + search)
    })
    if (!match) return undefined
    match.left -= 1
    waiting = waiting.filter(({ left }) => left > 0)
    return match.fault as Extract<Fault, { kind: Kind }> // found by its kind
  }
  return {
    failNext: (method, path, answer) => add(method, path, { kind: 'fail', answer }, answer.times),
    holdNext: (method, path) => {
      let release = () => {}
      const until = new Promise<void>((resolve) => {
        release = resolve
      })
      add(method, path, { kind: 'hold', until })
      return release
    },
    dropNext: (method, path, when) => add(method, path, { kind: 'drop', when }),
    middleware: async (c, next) => {
      await take(c, 'hold')?.until
      const drop = take(c, 'drop')
      if (drop?.when === 'before') return dropped(c)
      const failure = take(c, 'fail')
      if (failure) return failed(c, failure.answer)
      await next()
      if (drop) c.res = dropped(c)
      return undefined
    },
  }
}
