import * as z from 'zod/mini'
import { jsonOrNull, LIST_BYTES, OBJECT_BYTES, parseBody, readText } from './body.ts'
import type { Credential } from './credential.ts'
import { currentSession, endSession } from './credential.ts'
import { apiOrigin, isCrossOrigin } from './deployment.ts'
import type { SentRequest } from './errors.ts'
import {
  ApiError,
  asksForPasskey,
  isNotFound,
  isRequestError,
  NetworkError,
  problemsOf,
  ShapeError,
  TOO_LARGE,
} from './errors.ts'
import { nextPage, PAGE_SIZE, resultCount } from './page.ts'
import { retryAfterSeconds } from './retryAfter.ts'
import { learnServerTime, serverNow } from './serverClock.ts'
import { noteRequest } from './sessionEnd.ts'
import { startTimeLimit } from './timeLimit.ts'
import { Uuid } from './wire.ts'

// biome-ignore lint/plugin: its entries are iterated, and no key is ever looked up
export type Query = Readonly<Record<string, string | number | readonly string[]>>

export interface RequestOptions {
  method?: 'GET' | 'POST' | 'DELETE' | 'OPTIONS'
  body?: object
  query?: Query
  signal?: AbortSignal
  /** Sends no credential, for sign-in and public metadata. */
  anonymous?: boolean
  /**
   * Adds an idempotency key, because browsers silently resend a POST whose connection dies. A server that knows such
   * keys handles it only once.
   */
  once?: boolean
  /** The object contains a list, so it may be as large as one. */
  large?: boolean
  /** Used instead of the session's, before a session starts. */
  credential?: Credential
}

export interface Rows<Row> {
  rows: Row[]
  /** How many rows could not be parsed. They are counted in a notice, never shown in part. */
  unreadable: number
  /** The uuids of the unreadable rows that have a valid one. */
  unreadableUuids: string[]
}

export interface Page<Row> extends Rows<Row> {
  page: number
  total: number | null
  next: number | null
  /** Waldur says that this page does not exist, so the list ended before it. */
  isPastEnd?: true
}

/**
 * Sends one request to Waldur and returns the body in the schema's output type.
 * @param path below the origin, with a trailing slash: "/api/users/me/"
 * @throws ApiError for a status of 400 or more, NetworkError without a complete response, ShapeError when the body does
 * not fit the schema; anything else is a bug
 */
export async function request<Schema extends z.ZodMiniType>(
  path: string,
  schema: Schema,
  init: RequestOptions = {},
): Promise<z.output<Schema>> {
  const { body, asked } = await send(path, init, init.large ? LIST_BYTES : OBJECT_BYTES)
  const parsed = schema.safeParse(body)
  if (parsed.success) return parsed.data
  throw new ShapeError(describe(parsed.error), { asked })
}

/**
 * Sends a request that Waldur confirms with 204 and no body.
 * @throws as `request`, and ShapeError for any other status: a server that returns 200 to everything has done nothing
 */
export async function requestNothing(path: string, init: RequestOptions): Promise<void> {
  const { status, asked } = await send(path, init, OBJECT_BYTES)
  if (status !== 204) throw new ShapeError(`status ${status}`, { asked })
}

/** A bare array without paging. Rows that do not fit the schema are counted and left out. */
export async function requestRows<Schema extends z.ZodMiniType>(
  path: string,
  row: Schema,
  init: RequestOptions = {},
): Promise<Rows<z.output<Schema>>> {
  return readRows(await send(path, init, LIST_BYTES), row)
}

/**
 * One page of a list, with what its headers say about the rest. Past the end Waldur returns "Invalid page.". We get
 * there if we cannot read the headers, or if rows were deleted meanwhile. It ends the list and is no error (waldur-api,
 * section 4).
 */
export async function requestPage<Schema extends z.ZodMiniType>(
  path: string,
  row: Schema,
  { page, pageSize = PAGE_SIZE, ...init }: RequestOptions & { page: number; pageSize?: number },
): Promise<Page<z.output<Schema>>> {
  try {
    const query = { ...init.query, page, page_size: pageSize }
    const response = await send(path, { ...init, query }, LIST_BYTES)
    const read = readRows(response, row)
    const total = resultCount(response.headers)
    const received = read.rows.length + read.unreadable
    const next = nextPage({ page, pageSize, received, total, link: response.headers.get('Link') })
    return { ...read, page, total, next }
  } catch (error) {
    if (page === 1 || !isPastEnd(error)) throw error
    return { rows: [], unreadable: 0, unreadableUuids: [], page, total: null, next: null, isPastEnd: true }
  }
}

/** Of all the texts of a 404, only this one is certainly Waldur's. */
const isPastEnd = (error: unknown): boolean => isNotFound(error) && error.message === 'Invalid page.'

const Named = z.object({ uuid: Uuid })

function readRows<Schema extends z.ZodMiniType>({ body, asked }: Received, row: Schema): Rows<z.output<Schema>> {
  if (!Array.isArray(body)) throw new ShapeError('not a list', { asked })
  const rows: z.output<Schema>[] = []
  const misfits: unknown[] = []
  for (const item of body) {
    const parsed = row.safeParse(item)
    if (parsed.success) rows.push(parsed.data)
    else misfits.push(item)
  }
  const named = misfits.map((item) => Named.safeParse(item))
  const unreadableUuids = named.flatMap(({ data }) => (data ? [data.uuid] : []))
  return { rows, unreadable: misfits.length, unreadableUuids }
}

/** The path of the first mismatch, without the value, which may be a secret. */
const describe = (error: z.core.$ZodError): string => {
  const issue = error.issues[0]
  return issue ? `${issue.path.join('.') || 'body'}: ${issue.message}` : 'unknown shape'
}

const NOBODY: Credential = { authorization: null, impersonated: null }

interface Received {
  status: number
  body: unknown
  headers: Headers
  asked: SentRequest
}

async function send(path: string, init: RequestOptions, maxBytes: number): Promise<Received> {
  const { method = 'GET', anonymous = false, signal } = init
  const { authorization, impersonated } = anonymous ? NOBODY : (init.credential ?? currentSession())
  const headers = new Headers({ Accept: 'application/json' })
  if (authorization) headers.set('Authorization', authorization)
  if (impersonated) headers.set('X-Impersonated-User-Uuid', impersonated)
  // Waldur's CORS rules do not allow this header.
  if (init.once && !isCrossOrigin()) headers.set('Idempotency-Key', newKey())
  if (init.body) headers.set('Content-Type', 'application/json')

  const asked: SentRequest = { method, path, isImpersonating: impersonated !== null, requestId: null }
  const wasOffline = !navigator.onLine
  // What a failure of the network would be now. Any other exception is a bug of ours.
  let fault: NetworkError['kind'] | null = null
  const limit = startTimeLimit(method)
  try {
    const address = apiOrigin() + path + queryString(init.query)
    const options: RequestInit = {
      method,
      headers,
      body: init.body ? JSON.stringify(init.body) : null,
      // A cookie would make a write need a CSRF token, and is never needed (waldur-api, section 1.1).
      credentials: 'omit',
      cache: 'no-store',
      redirect: 'error',
      signal: signal ? AbortSignal.any([signal, limit.signal]) : limit.signal,
    }
    fault = wasOffline ? 'offline' : 'unreachable'
    const response = await fetch(address, options)
    fault = null
    asked.requestId = response.headers.get('X-Request-ID')
    learnServerTime(response.headers.get('Date'))
    fault = 'cut'
    const text = await readText(response, maxBytes, limit.heard)
    fault = null
    const rejection = response.ok ? null : rejectionOf(response, text, asked)
    // Waldur asks for a passkey only after accepting the session, so this 401 rejects only the impersonation.
    const endsSession = response.status === 401 && !asksForPasskey(rejection)
    if (endsSession && authorization) endSession(authorization)
    // A 5xx may come before authentication, so it does not extend the session.
    else if (response.status < 500 && authorization === currentSession().authorization) noteRequest(serverNow())
    if (rejection) throw rejection
    if (text === null) throw new ShapeError(TOO_LARGE, { asked })
    return { status: response.status, body: parseBody(text, asked), headers: response.headers, asked }
  } catch (cause) {
    if (isRequestError(cause)) throw cause
    // The caller's own abort is not an error. Query recognizes it by its type.
    if (signal?.aborted || fault === null) throw cause
    if (limit.signal.aborted) throw new NetworkError('timeout', { cause, asked })
    // `fetch` rejects with a TypeError if the network fails; a body may break in other ways too.
    if (fault !== 'cut' && !(cause instanceof TypeError)) throw cause
    throw new NetworkError(fault, { cause, asked })
  } finally {
    limit.stop()
  }
}

function rejectionOf({ status, headers }: Response, text: string | null, asked: SentRequest): ApiError {
  const retryAfter = retryAfterSeconds(headers.get('Retry-After'), serverNow())
  return new ApiError(status, problemsOf(jsonOrNull(text ?? '')), { retryAfter, asked })
}

/** 128 random bits. `randomUUID` is missing on plain HTTP. */
const newKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')

function queryString(query: Query = {}): string {
  const params = new URLSearchParams()
  for (const [key, value] of Object.entries(query)) {
    for (const item of Array.isArray(value) ? value : [value]) params.append(key, String(item))
  }
  return params.size === 0 ? '' : `?${params}`
}
