/** One text of an error answer and where it belongs: `['allowed_scopes', '1', 'type']`; empty for the whole request. */
export interface Problem {
  path: string[]
  text: string
}

/** Keys that name the whole object, not a field of it. */
const WHOLE = new Set(['detail', 'non_field_errors'])

/**
 * Every text in an error body, with its path. Reads `{detail}`, `{field: [..]}`, `{field: {"1": [..]}}`,
 * `{field: [{}, {sub: [..]}]}`, `{field: {non_field_errors: [..]}}`, a bare list, a bare string and any nesting of
 * these; no text is dropped (waldur-api, sections 2.5 and 5).
 */
export function problemsOf(body: unknown, path: string[] = []): Problem[] {
  if (typeof body === 'string') return [{ path, text: body }]
  if (Array.isArray(body)) {
    return body.flatMap((item, index) =>
      // An index says something only where the items are rows of their own.
      typeof item === 'string' ? [{ path, text: item }] : problemsOf(item, [...path, String(index)]),
    )
  }
  if (typeof body === 'object' && body !== null) {
    return Object.entries(body).flatMap(([key, value]) => problemsOf(value, WHOLE.has(key) ? path : [...path, key]))
  }
  return []
}

/** The server answered with a status of 400 or more. */
export class ApiError extends Error {
  override readonly name = 'ApiError'
  readonly status: number
  readonly problems: Problem[]
  /** Seconds the server asks us to wait (`Retry-After`), null when it does not say. */
  readonly retryAfter: number | null

  constructor(status: number, problems: Problem[], retryAfter: number | null = null) {
    super(problems.map((problem) => problem.text).join(' ') || `HTTP ${status}`)
    this.status = status
    this.problems = problems
    this.retryAfter = retryAfter
  }
}

/** No answer, or none that can be trusted to be whole. After a write the outcome is unknown. */
export class NetworkError extends Error {
  override readonly name = 'NetworkError'
  readonly kind: 'offline' | 'unreachable' | 'timeout' | 'cut'

  constructor(kind: NetworkError['kind'], options?: ErrorOptions) {
    super(kind, options)
    this.kind = kind
  }
}

/** An answer of a success status that is not what the contract says; `where` names the path in it, never a value. */
export class ShapeError extends Error {
  override readonly name = 'ShapeError'
  readonly where: string

  constructor(path: string, where: string, options?: ErrorOptions) {
    super(`${path}: ${where}`, options)
    this.where = where
  }
}

export type RequestError = ApiError | NetworkError | ShapeError

export const isRequestError = (error: unknown): error is RequestError =>
  error instanceof ApiError || error instanceof NetworkError || error instanceof ShapeError

declare module '@tanstack/react-query' {
  interface Register {
    defaultError: RequestError
  }
}
