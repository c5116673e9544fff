import type * as z from 'zod'
import { currentSession, endSession } from './credential.ts'
import { ApiError, NetworkError, problemsOf, ShapeError } from './errors.ts'
import { nextPage, PAGE_SIZE, resultCount } from './page.ts'
import { learnServerTime } from './serverClock.ts'

const READ_TIMEOUT_MS = 15_000
const WRITE_TIMEOUT_MS = 30_000
const MAX_BYTES = 5_000_000

export interface RequestInit {
  method?: 'GET' | 'POST' | 'DELETE'
  body?: object
  query?: Record<string, string | number | readonly string[]>
  signal?: AbortSignal
  /** Sends no credential: sign-in and public metadata. */
  anonymous?: boolean
  /**
   * Marks the request so that a server that knows such keys does it once, however often the browser sends it: a
   * connection that dies under a POST makes browsers send it again without a word.
   */
  once?: boolean
  /** The header value to try instead of the session's, before a session starts. */
  authorization?: string
}

export interface Rows<Row> {
  rows: Row[]
  /** How many rows could not be read; they are said, never shown half. */
  unreadable: number
}

export interface Page<Row> extends Rows<Row> {
  page: number
  total: number | null
  next: number | null
}

/**
 * Sends one request to Waldur and returns the body in the schema's output type.
 * @param path below the origin, with its slash at the end: "/api/users/me/"
 * @throws ApiError for a status of 400 or more, NetworkError without a whole answer, ShapeError for another shape
 */
export async function request<Schema extends z.ZodType>(
  path: string,
  schema: Schema,
  init: RequestInit = {},
): Promise<z.output<Schema>> {
  const { body } = await send(path, init)
  const parsed = schema.safeParse(body)
  if (parsed.success) return parsed.data
  throw new ShapeError(path, describe(parsed.error))
}

/** A bare array without paging. A row that does not fit the schema is counted, the others are kept. */
export async function requestRows<Schema extends z.ZodType>(
  path: string,
  row: Schema,
  init: RequestInit = {},
): Promise<Rows<z.output<Schema>>> {
  const { body } = await send(path, init)
  return readRows(path, body, row)
}

/**
 * One page of a list, with what its headers say about the rest. Past the end Waldur answers 404: after a full last page
 * whose headers we cannot see, or when rows went away meanwhile. That is an end, not an error (waldur-api, section 4).
 */
export async function requestPage<Schema extends z.ZodType>(
  path: string,
  row: Schema,
  { page, pageSize = PAGE_SIZE, ...init }: RequestInit & { page: number; pageSize?: number },
): Promise<Page<z.output<Schema>>> {
  try {
    const { body, headers } = await send(path, { ...init, query: { ...init.query, page, page_size: pageSize } })
    const { rows, unreadable } = readRows(path, body, row)
    const total = resultCount(headers)
    const received = rows.length + unreadable
    const next = nextPage({ page, pageSize, received, total, link: headers.get('Link') })
    return { rows, unreadable, page, total, next }
  } catch (error) {
    if (page === 1 || !(error instanceof ApiError && error.status === 404)) throw error
    return { rows: [], unreadable: 0, page, total: null, next: null }
  }
}

function readRows<Schema extends z.ZodType>(path: string, body: unknown, row: Schema): Rows<z.output<Schema>> {
  if (!Array.isArray(body)) throw new ShapeError(path, 'not a list')
  const parsed = body.map((item) => row.safeParse(item))
  const rows = parsed.flatMap((result) => (result.success ? [result.data] : []))
  return { rows, unreadable: parsed.length - rows.length }
}

/** The place of the first misfit, without the value: it may be a secret. */
const describe = (error: z.ZodError): string => {
  const issue = error.issues[0]
  return issue ? `${issue.path.join('.') || 'body'}: ${issue.message}` : 'unknown shape'
}

async function send(path: string, init: RequestInit): Promise<{ body: unknown; headers: Headers }> {
  const { method = 'GET', anonymous = false, signal } = init
  const session = currentSession()
  const authorization = anonymous ? null : (init.authorization ?? session.authorization)
  const headers = new Headers({ Accept: 'application/json' })
  if (authorization) headers.set('Authorization', authorization)
  if (init.once) headers.set('Idempotency-Key', newKey())
  if (init.body) headers.set('Content-Type', 'application/json')

  let answered = false
  const timeout = AbortSignal.timeout(method === 'GET' ? READ_TIMEOUT_MS : WRITE_TIMEOUT_MS)
  try {
    const response = await fetch(path + queryString(init.query), {
      method,
      headers,
      body: init.body ? JSON.stringify(init.body) : null,
      // A cookie would make a write need a CSRF token, and is never needed (waldur-api, section 1.1).
      credentials: 'omit',
      cache: 'no-store',
      redirect: 'error',
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
    })
    answered = true
    learnServerTime(response.headers.get('Date'))
    const text = await readText(path, response)
    if (response.status === 401 && authorization) endSession(authorization)
    if (!response.ok) throw new ApiError(response.status, problemsOf(json(text)), retryAfterSeconds(response.headers))
    return { body: parse(path, text), headers: response.headers }
  } catch (error) {
    if (error instanceof ApiError || error instanceof ShapeError) throw error
    // The caller's own abort is no fault; Query recognises it by its type.
    if (signal?.aborted) throw error
    if (timeout.aborted) throw new NetworkError('timeout', { cause: error })
    if (answered) throw new NetworkError('cut', { cause: error })
    throw new NetworkError(navigator.onLine ? 'unreachable' : 'offline', { cause: error })
  }
}

/** 128 random bits. `randomUUID` is missing on plain HTTP. */
const newKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')

/** Reads the body up to MAX_BYTES: a larger one would freeze the tab. */
async function readText(path: string, response: Response): Promise<string> {
  const reader = response.body?.getReader()
  if (!reader) return ''
  const decoder = new TextDecoder()
  let text = ''
  let bytes = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return text + decoder.decode()
    bytes += value.byteLength
    if (bytes > MAX_BYTES) {
      await reader.cancel()
      throw new ShapeError(path, 'the answer is too large')
    }
    text += decoder.decode(value, { stream: true })
  }
}

function parse(path: string, text: string): unknown {
  if (text === '') return null
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new ShapeError(path, 'not JSON', { cause })
  }
}

/** Proxies answer errors in HTML; such a body says nothing a person should read. */
function json(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function retryAfterSeconds(headers: Headers): number | null {
  const text = headers.get('Retry-After')
  if (text === null) return null
  const seconds = /^\d+$/.test(text) ? Number(text) : (Date.parse(text) - Date.now()) / 1000
  return Number.isFinite(seconds) ? Math.min(Math.max(Math.ceil(seconds), 0), 60) : null
}

function queryString(query: RequestInit['query']): string {
  const params = new URLSearchParams()
  for (const [key, value] of Object.entries(query ?? {})) {
    for (const item of Array.isArray(value) ? value : [value]) params.append(key, String(item))
  }
  return params.size === 0 ? '' : `?${params}`
}
