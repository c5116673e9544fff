/**
 * One text of an error response and the path it belongs to: `['allowed_scopes', '1', 'type']`, or empty for the request
 * as a whole.
 */
export interface Problem {
  path: string[]
  text: string
}

/** Keys that stand for the whole object, not for a field of it. */
export const WHOLE = new Set(['detail', 'non_field_errors'])

/**
 * Keys of a sign-in whose password was right but which still needs a passkey (waldur-api, section 1.2). A true flag
 * becomes a problem with an empty text. Any other value is dropped, and the ceremony's handle is never shown.
 */
const [REQUIRED, HANDLE] = ['passkey_required', 'pending_passkey_ceremony']

/** As JSON and as Python write it. */
const TRUE = new Set<unknown>([true, 'true', 'True'])

/** Waldur's own paths have three keys. Longer ones, in absurdly nested bodies, would tell the user nothing. */
const DEEPEST = 8

/**
 * Every text in an error body with its path, in order. Reads `{detail}`, `{field: [..]}`, `{field: {"1": [..]}}`,
 * `{field: [{}, {sub: [..]}]}`, `{field: {non_field_errors: [..]}}`, a bare list, a bare string and any nesting of
 * these. No text meant for people is dropped (waldur-api, sections 2.5 and 5).
 */
export function problemsOf(body: unknown): Problem[] {
  const problems: Problem[] = []
  // A loop instead of recursion, so that a deeply nested body cannot overflow the stack.
  const waiting: { value: unknown; path: string[] }[] = [{ value: body, path: [] }]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { value, path } = next
    if (typeof value === 'string') problems.push({ path, text: value })
    else if (typeof value === 'object' && value !== null) for (const part of partsOf(value, path)) waiting.push(part)
  }
  return problems
}

/** In reverse, because the loop takes them from the end. */
function partsOf(value: object, path: string[]) {
  const below = (key: string) => (path.length < DEEPEST ? [...path, key] : path)
  const parts = Array.isArray(value)
    ? // An index matters only if the items are objects.
      value.map((item: unknown, index) => ({
        value: item,
        path: typeof item === 'string' ? path : below(String(index)),
      }))
    : Object.entries(value).map(([key, item]) => ({
        value: key === HANDLE ? null : key === REQUIRED ? (TRUE.has(item) ? '' : null) : item,
        path: WHOLE.has(key) ? path : below(key),
      }))
  return parts.reverse()
}

/** The request behind an error, for whoever debugs it. It has no secrets: no query, no headers, no bodies. */
export interface SentRequest {
  method: string
  path: string
  /** Sent while impersonating another user. */
  isImpersonating: boolean
  /** `X-Request-ID` of the response, if there is one that we can read. */
  requestId: string | null
}

interface FailureOptions extends ErrorOptions {
  asked?: SentRequest | null
  changedNothing?: boolean
}

/** What the three kinds of failed request have in common. */
class RequestFailure extends Error {
  readonly asked: SentRequest | null
  /** When it happened: milliseconds since 1970 by the browser's clock. */
  readonly at = Date.now()
  /** A later check has shown that the request changed nothing. */
  readonly changedNothing: boolean

  constructor(message: string, { asked = null, changedNothing = false, ...options }: FailureOptions = {}) {
    super(message, options)
    this.asked = asked
    this.changedNothing = changedNothing
  }
}

/** The server responded with a status of 400 or more. */
export class ApiError extends RequestFailure {
  override readonly name = 'ApiError'
  readonly status: number
  readonly problems: Problem[]
  /** How many seconds after `at` the server asks us to wait (`Retry-After`, 1 to 60); null if it does not say. */
  readonly retryAfter: number | null

  constructor(
    status: number,
    problems: Problem[],
    { retryAfter = null, ...options }: FailureOptions & { retryAfter?: number | null } = {},
  ) {
    super(
      problems
        .map((problem) => problem.text)
        .join(' ')
        .trim() || `HTTP ${status}`,
      options,
    )
    this.status = status
    this.problems = problems
    this.retryAfter = retryAfter
  }
}

/**
 * No response, or none that is certain to be complete. After a write the outcome is unknown, except for `offline`: a
 * harmless request that had to come first got no response either, so the write was not sent.
 */
export class NetworkError extends RequestFailure {
  override readonly name = 'NetworkError'
  readonly kind: 'offline' | 'unreachable' | 'blocked' | 'timeout' | 'cut'

  constructor(kind: NetworkError['kind'], options?: FailureOptions) {
    super(kind, options)
    this.kind = kind
  }
}

/** A response that is not Waldur's, or not as expected. `where` is the path of the mismatch, never a value. */
export class ShapeError extends RequestFailure {
  override readonly name = 'ShapeError'
  readonly where: string

  constructor(where: string, options: FailureOptions = {}) {
    super(`${options.asked?.path}: ${where}`, options)
    this.where = where
  }
}

/** `where` of a response that was not read to its end because it is too large. */
export const TOO_LARGE = 'the response is too large'

/** `where` of a web page or a redirect to one, as from the sign-in of a Wi-Fi, a VPN or a proxy. */
export const WEB_PAGE = 'a web page'

/** `where` of an empty response where Waldur always sends something. */
export const EMPTY = 'empty'

/** `where` of other responses that Waldur never sends: not JSON, none of its fields, a rejection without a reason. */
export const UNLIKE = 'not Waldur’s'

/** `where` of a list that is shorter than the server's count, or whose end only a foreign 404 announced. */
export const NO_END = 'the list is not complete'

export type RequestError = ApiError | NetworkError | ShapeError

export const isRequestError = (error: unknown): error is RequestError => error instanceof RequestFailure

/** Proxies return 404 as well, so it does not prove that something is gone or that a list has ended. */
export const isNotFound = (error: unknown): error is ApiError => error instanceof ApiError && error.status === 404

/**
 * Whether Waldur asks for a passkey before it does this: a 403 when issuing a token, a 401 to any request while
 * impersonating. Only the message says so. It may be translated, but the word "passkey" stays, and these responses
 * mention it for no other reason (waldur-api, section 3). Any other 401 ends the session, whatever it says.
 */
export const asksForPasskey = (error: unknown): error is ApiError =>
  error instanceof ApiError &&
  (error.status === 403 || (error.status === 401 && error.asked?.isImpersonating === true)) &&
  /passkey/i.test(error.message)

/**
 * Whether Waldur wrote this rejection, rather than a server in front of it. It always says why: about the request as a
 * whole or, with 400, about a field (waldur-api, section 5).
 */
export const isWaldurs = ({ status, problems }: ApiError): boolean =>
  problems.some(({ path }) => status === 400 || path.length === 0)

declare module '@tanstack/react-query' {
  interface Register {
    defaultError: RequestError
  }
}
