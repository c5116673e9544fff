import { foreignBody, isWaldursBody, jsonOrNull, parseBody, readText } from './body.ts'
import { noteContact } from './connection.ts'
import type { Credential } from './credential.ts'
import { currentSession, endSession } from './credential.ts'
import { apiOrigin, isCrossOrigin } from './deployment.ts'
import type { SentRequest } from './errors.ts'
import { ApiError, asksForPasskey, isWaldurs, NetworkError, problemsOf, ShapeError, TOO_LARGE } from './errors.ts'
import { retryAfterSeconds } from './retryAfter.ts'
import { offsetOf, serverNow, serverOffset } from './serverClock.ts'
import { noteRequest } from './sessionEnd.ts'
import { startTimeLimit } from './timeLimit.ts'

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

const NOBODY: Credential = { authorization: null, impersonated: null }

export interface Received {
  status: number
  body: unknown
  headers: Headers
  asked: SentRequest
  /** How far its `Date` is ahead of the browser's clock, in milliseconds; null if unknown. */
  offset: number | null
}

/**
 * Sends one request to Waldur, with limits on time and size.
 * @param path below the origin, with a trailing slash: "/api/users/me/"
 * @param maxBytes the largest body that is read
 * @throws ApiError, NetworkError or ShapeError, as `request` does; anything else is a bug
 */
export async function send(path: string, init: RequestOptions, maxBytes: number): Promise<Received> {
  const { method = 'GET', anonymous = false, signal } = init
  const { authorization, impersonated } = anonymous ? NOBODY : (init.credential ?? currentSession())
  const headers = new Headers({ Accept: 'application/json' })
  if (authorization) headers.set('Authorization', authorization)
  if (impersonated) headers.set('X-Impersonated-User-Uuid', impersonated)
  // Waldur's CORS rules do not allow this header.
  if (init.once && !isCrossOrigin()) headers.set('Idempotency-Key', newKey())
  if (init.body) headers.set('Content-Type', 'application/json')

  const asked: SentRequest = { method, path, isImpersonating: impersonated !== null, requestId: null }
  const isRead = method === 'GET'
  const wasOffline = !navigator.onLine
  if (wasOffline && !isRead && !(await isReachable())) throw new NetworkError('offline', { asked })
  const limit = startTimeLimit(method)
  const failed =
    (kind: NetworkError['kind']) =>
    (cause: unknown): never => {
      // The caller's own abort is not an error. Query recognizes it by its type.
      if (signal?.aborted) throw cause
      if (limit.signal.aborted) throw new NetworkError('timeout', { cause, asked })
      // `fetch` rejects with a TypeError if the network fails; a body may break in other ways too.
      if (kind !== 'cut' && !(cause instanceof TypeError)) throw cause
      noteContact(false)
      throw new NetworkError(kind, { cause, asked })
    }
  try {
    const response = await fetch(apiOrigin() + path + queryString(init.query), {
      method,
      headers,
      body: init.body ? JSON.stringify(init.body) : null,
      // A cookie would make a write need a CSRF token, and is never needed (waldur-api, section 1.1).
      credentials: 'omit',
      cache: 'no-store',
      // Never followed, but recognized.
      redirect: 'manual',
      signal: signal ? AbortSignal.any([signal, limit.signal]) : limit.signal,
    }).catch(failed(wasOffline && isRead ? 'offline' : 'unreachable'))
    // A response that was on its way when the network went says nothing of it.
    if (wasOffline || navigator.onLine) noteContact(true)
    asked.requestId = response.headers.get('X-Request-ID')
    // Before the body, which may take a while: the offset is that of a `Date` that has just arrived.
    const offset = offsetOf(response.headers.get('Date'), Number(response.headers.get('Age')))
    const text = await readText(response, maxBytes, limit.heard).catch(failed('cut'))
    const rejection = response.ok
      ? null
      : rejectionOf(response, text, asked, offset, Object.keys({ ...init.body, ...init.query }))
    const foreign = foreignBody(response, text, rejection)
    if (foreign !== null) throw new ShapeError(foreign, { asked })
    // Waldur asks for a passkey only after accepting the session, so this 401 rejects only the impersonation.
    const endsSession = response.status === 401 && !asksForPasskey(rejection)
    if (endsSession && authorization) endSession(authorization)
    // A 5xx may come before authentication, and a gateway's rejection without Waldur: neither extends the session.
    else if (
      response.status < 500 &&
      (!rejection || isWaldurs(rejection)) &&
      authorization === currentSession().authorization
    ) {
      noteRequest(serverNow())
    }
    if (rejection) throw rejection
    if (text === null) throw new ShapeError(TOO_LARGE, { asked })
    const { status, headers: received } = response
    return { status, body: parseBody(text, status, asked), headers: received, asked, offset }
  } finally {
    limit.stop()
  }
}

/**
 * Whether Waldur responds at all, asked with a request that changes nothing. A write is reported as not sent only if
 * this fails, not because the browser says that it is offline.
 */
async function isReachable(): Promise<boolean> {
  const limit = startTimeLimit('GET')
  try {
    const options: RequestInit = { method: 'HEAD', credentials: 'omit', cache: 'no-store', signal: limit.signal }
    await fetch(`${apiOrigin()}/api/configuration/`, options)
    return true
  } catch {
    noteContact(false)
    return false
  } finally {
    limit.stop()
  }
}

function rejectionOf(
  response: Response,
  text: string | null,
  asked: SentRequest,
  offset: number | null,
  fields: readonly string[],
): ApiError {
  // By the clock of the server that wrote it, which may not be Waldur's.
  const now = Date.now() + (offset ?? serverOffset())
  const retryAfter = retryAfterSeconds(response.headers.get('Retry-After'), now)
  const body = jsonOrNull(text ?? '')
  const problems = isWaldursBody(response, body, fields) ? problemsOf(body) : []
  return new ApiError(response.status, problems, { retryAfter, asked })
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
