import type { Caller } from './access.ts'
import { authenticate } from './access.ts'
import { brokenJson } from './brokenJson.ts'
import type { App, Core, Request } from './core.ts'
import { invalid, methodNotAllowed, unsupportedMediaType } from './reply.ts'
import { parseUuid } from './wire.ts'
import { audited } from './writeEvents.ts'

type Method = 'get' | 'post' | 'patch' | 'delete' | 'options'
type Result = Response | Promise<Response>

/** HEAD is handled as GET; Hono then drops the body. */
function handlerFor<Handler>(c: Request, handlers: Partial<Record<Method, Handler>>): Handler {
  const { method } = c.req.raw
  const wanted = method === 'HEAD' ? 'get' : method.toLowerCase()
  const handler = Object.entries(handlers).find(([name]) => name === wanted)?.[1]
  if (handler) return handler
  const known = Object.keys(handlers).map((name) => name.toUpperCase())
  throw methodNotAllowed(method, [...new Set([...known, ...(handlers.get ? ['HEAD'] : []), 'OPTIONS'])])
}

/** Routes a path for signed-in callers. The 401 comes before the 405, as in Django REST framework. */
export function respond(
  app: App,
  core: Core,
  path: string,
  handlers: Partial<Record<Method, (c: Request, caller: Caller) => Result>>,
): void {
  app.all(path, async (c) => {
    const caller = await authenticate(core, c)
    const handler = handlerFor(c, handlers)
    return await audited(core, c, caller, () => handler(c, caller))
  })
}

/** Routes a path for everyone, without authentication. */
export function respondToAnyone(
  app: App,
  path: string,
  handlers: Partial<Record<Method, (c: Request) => Result>>,
): void {
  app.all(path, (c) => handlerFor(c, handlers)(c))
}

/** The `:uuid` of the path without hyphens; an invalid uuid becomes '', which matches no row. */
export function uuidOf(c: Request): string {
  return parseUuid(c.req.param('uuid') ?? '') ?? ''
}

/** Python's name for a JSON value's type, as the framework's messages quote it. */
export function pythonType(value: unknown): string {
  if (value === null) return 'NoneType'
  if (Array.isArray(value)) return 'list'
  if (typeof value === 'string') return 'str'
  if (typeof value === 'boolean') return 'bool'
  if (typeof value === 'number') return Number.isInteger(value) ? 'int' : 'float'
  return 'dict'
}

/**
 * The request's JSON object (waldur-api.md 2.5, envelope level). An empty body counts as `{}`.
 * @throws ErrorResponse 415 for another content type, 400 for broken JSON or anything but an object
 */
export async function readObject(c: Request): Promise<Record<string, unknown>> {
  const text = await c.req.text()
  if (text === '') return {}
  const type = c.req.header('Content-Type') ?? ''
  if (type.split(';')[0]?.trim().toLowerCase() !== 'application/json') throw unsupportedMediaType(type)
  let body: unknown
  try {
    body = JSON.parse(text)
  } catch {
    // JavaScript's own message would quote the body, which may hold a password.
    throw invalid({ detail: `JSON parse error - ${brokenJson(text) ?? 'Expecting value'}` })
  }
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    const message = `Invalid data. Expected a dictionary, but got ${pythonType(body)}.`
    throw invalid({ non_field_errors: [message] })
  }
  return { ...body }
}
