import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { has } from './releases.ts'
import type { Settings } from './settings.ts'

/** An error response, thrown from anywhere and sent as it is (waldur-api.md 5). */
export class ErrorResponse extends Error {
  readonly status: ContentfulStatusCode
  readonly body: unknown
  readonly headers: Record<string, string>

  constructor(status: ContentfulStatusCode, body: unknown, headers: Record<string, string> = {}) {
    super(`${status} ${JSON.stringify(body)}`)
    this.status = status
    this.body = body
    this.headers = headers
  }
}

/** 400. The body has many shapes: by field, `non_field_errors`, or a bare array (waldur-api.md 2.5, 2.8). */
export const invalid = (body: unknown) => new ErrorResponse(400, body)

/** 401 with the challenge header, without which the framework would return 403 (waldur-api.md 1.1). */
export const unauthorized = (detail: string) => new ErrorResponse(401, { detail }, { 'WWW-Authenticate': 'Token' })

export const forbidden = (detail = 'You do not have permission to perform this action.') =>
  new ErrorResponse(403, { detail })

export const notFound = (detail = 'Not found.') => new ErrorResponse(404, { detail })

/** 404 that names the model, as newer frameworks do (waldur-api.md 2.6). */
export const noMatch = ({ generation }: Settings, model: string) =>
  notFound(has(generation, 'named 404') ? `No ${model} matches the given query.` : undefined)

/** 409 for an action that the object's state does not allow. */
export const wrongState = (valid: readonly string[]) =>
  new ErrorResponse(409, { detail: `Valid states for operation: ${valid.join(', ')}.` })

export const methodNotAllowed = (method: string, allowed: string[]) =>
  new ErrorResponse(405, { detail: `Method "${method}" not allowed.` }, { Allow: allowed.join(', ') })

export const unsupportedMediaType = (type: string) =>
  new ErrorResponse(415, { detail: `Unsupported media type "${type}" in request.` })
