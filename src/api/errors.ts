/** One text of an error answer and where it belongs: `['allowed_scopes', '1', 'type']`; empty for the whole request. */
export interface Problem {
  path: string[]
  text: string
}

/** Keys that name the whole object, not a field of it. */
const WHOLE = new Set(['detail', 'non_field_errors'])

/**
 * Keys of a sign-in whose password was right but which still needs a passkey (waldur-api, section 1.2). A true flag
 * becomes a problem with an empty text, any other value is dropped, and the ceremony's handle is never shown.
 */
const [REQUIRED, HANDLE] = ['passkey_required', 'pending_passkey_ceremony']

/** As JSON and as Python write it. */
const TRUE = new Set<unknown>([true, 'true', 'True'])

/** Waldur's own paths have three keys. In a body that is nested for nesting's sake a longer one says nothing. */
const DEEPEST = 8

/**
 * Every text in an error body, with its path, in their order. Reads `{detail}`, `{field: [..]}`, `{field: {"1": [..]}}`,
 * `{field: [{}, {sub: [..]}]}`, `{field: {non_field_errors: [..]}}`, a bare list, a bare string and any nesting of
 * these; no text for people is dropped (waldur-api, sections 2.5 and 5).
 */
export function problemsOf(body: unknown): Problem[] {
  const problems: Problem[] = []
  // By hand: a body that is nested deeper than calls may be would be no refusal.
  const waiting: { value: unknown; path: string[] }[] = [{ value: body, path: [] }]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { value, path } = next
    if (typeof value === 'string') problems.push({ path, text: value })
    else if (typeof value === 'object' && value !== null) for (const part of partsOf(value, path)) waiting.push(part)
  }
  return problems
}

/** The last first: that is how they are taken up. */
function partsOf(value: object, path: string[]) {
  const below = (key: string) => (path.length < DEEPEST ? [...path, key] : path)
  const parts = Array.isArray(value)
    ? // An index says something only where the items are rows of their own.
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

/** What was asked, for whoever looks into it. Nothing of it is secret: no query, no headers, no bodies. */
export interface Asked {
  method: string
  path: string
  /** As somebody else, whom the caller impersonates. */
  isImpersonating: boolean
  /** `X-Request-ID` of the answer, where it has one that we may read. */
  requestId: string | null
}

interface Facts extends ErrorOptions {
  asked?: Asked | null
  cameToNothing?: boolean
}

/** What the three kinds of failed requests have in common. */
class RequestFailure extends Error {
  readonly asked: Asked | null
  /** When it happened: milliseconds since 1970 by this computer's clock. */
  readonly at = Date.now()
  /** Somebody looked afterwards: what was asked for is not done. */
  readonly cameToNothing: boolean

  constructor(message: string, { asked = null, cameToNothing = false, ...options }: Facts = {}) {
    super(message, options)
    this.asked = asked
    this.cameToNothing = cameToNothing
  }
}

/** The server answered with a status of 400 or more. */
export class ApiError extends RequestFailure {
  override readonly name = 'ApiError'
  readonly status: number
  readonly problems: Problem[]
  /** Seconds from `at` on that the server asks us to wait (`Retry-After`, 1 to 60), null when it does not say. */
  readonly retryAfter: number | null

  constructor(
    status: number,
    problems: Problem[],
    { retryAfter = null, ...facts }: Facts & { retryAfter?: number | null } = {},
  ) {
    super(
      problems
        .map((problem) => problem.text)
        .join(' ')
        .trim() || `HTTP ${status}`,
      facts,
    )
    this.status = status
    this.problems = problems
    this.retryAfter = retryAfter
  }
}

/**
 * No answer, or none that can be trusted to be whole. After a write the outcome is unknown, but for `offline`: the
 * browser had no network when the request was about to go, so nothing was sent.
 */
export class NetworkError extends RequestFailure {
  override readonly name = 'NetworkError'
  readonly kind: 'offline' | 'unreachable' | 'timeout' | 'cut'

  constructor(kind: NetworkError['kind'], facts?: Facts) {
    super(kind, facts)
    this.kind = kind
  }
}

/** An answer of a success status that is not what the contract says; `where` names the path in it, never a value. */
export class ShapeError extends RequestFailure {
  override readonly name = 'ShapeError'
  readonly where: string

  constructor(where: string, facts: Facts = {}) {
    super(`${facts.asked?.path}: ${where}`, facts)
    this.where = where
  }
}

/** `where` of an answer that was not read to its end, because it is larger than we take. */
export const TOO_LARGE = 'the answer is too large'

/** `where` of a list of which less came than the server counts, or that nobody but a stranger says has ended. */
export const NO_END = 'the list is not complete'

export type RequestError = ApiError | NetworkError | ShapeError

export const isRequestError = (error: unknown): error is RequestError => error instanceof RequestFailure

/** Proxies answer 404 as well, so it does not prove that something is gone or that a list has ended. */
export const isNotFound = (error: unknown): error is ApiError => error instanceof ApiError && error.status === 404

/**
 * Whether Waldur asks for a passkey before it does this: 403 to a request for a token, 401 to any as somebody else. It
 * says so in words alone, maybe translated ones; the word itself stays, and to these it speaks of passkeys for no other
 * reason (waldur-api, section 3). Any other 401 ends the session, whatever it speaks of.
 */
export const asksForPasskey = (error: unknown): error is ApiError =>
  error instanceof ApiError &&
  (error.status === 403 || (error.status === 401 && error.asked?.isImpersonating === true)) &&
  /passkey/i.test(error.message)

/** The browser had no network: nothing was sent. */
export const isOffline = (error: RequestError): boolean => error instanceof NetworkError && error.kind === 'offline'

/** The server did not answer in time: it may still do what was asked. */
export const isTimeout = (error: RequestError): boolean => error instanceof NetworkError && error.kind === 'timeout'

declare module '@tanstack/react-query' {
  interface Register {
    defaultError: RequestError
  }
}
