import type { ApiError, SentRequest } from './errors.ts'
import { EMPTY, isWaldurs, ShapeError, UNLIKE, WEB_PAGE, WHOLE } from './errors.ts'

/** The largest bodies we accept, because a larger one would freeze the tab. */
export const OBJECT_BYTES = 256_000
export const LIST_BYTES = 5_000_000

/**
 * Reads a body, and calls `heard` on each part of it.
 * @returns null for a body of more than `maxBytes`; the rest of it is not read
 */
export async function readText(response: Response, maxBytes: number, heard: () => void): Promise<string | null> {
  const reader = response.body?.getReader()
  if (!reader) return ''
  const decoder = new TextDecoder()
  let text = ''
  let bytes = 0
  for (;;) {
    heard()
    const { done, value } = await reader.read()
    if (done) return text + decoder.decode()
    bytes += value.byteLength
    if (bytes > maxBytes) {
      await reader.cancel()
      return null
    }
    text += decoder.decode(value, { stream: true })
  }
}

/** Statuses with which a proxy asks for a sign-in or blocks a request. Any other means that something failed. */
const OF_PROXIES = [401, 403, 407, 451, 511]

/**
 * Whether something between here and Waldur responded: the `where` for a ShapeError, or null if the response may be
 * Waldur's. Waldur redirects none of our requests, sends no web page, and gives a reason for each rejection. A 404 and
 * a gateway's 5xx are left to `failureText` and others, which have sentences for them.
 */
export function foreignBody(
  { type, status, headers }: Response,
  text: string | null,
  rejection: ApiError | null,
): string | null {
  if (type === 'opaqueredirect' || (status >= 300 && status < 400)) return WEB_PAGE
  if (rejection && (isWaldurs(rejection) || !OF_PROXIES.includes(status))) return null
  const isPage = /^\s*</.test(text ?? '') || (text !== '' && /^text\/html/i.test(headers.get('Content-Type') ?? ''))
  if (isPage) return WEB_PAGE
  if (!rejection) return null
  return text === '' ? EMPTY : UNLIKE
}

/**
 * Whether the body of a 400 is as Waldur writes it: about the request as a whole, one of its fields, or, in a list,
 * another field that is missing. A gateway sends `{"message": "…"}` or `{"errors": [{…}]}` (waldur-api, section 2.5).
 * @param fields of the request
 */
export const isWaldurs400 = (body: unknown, fields: readonly string[]): boolean =>
  typeof body !== 'object' ||
  body === null ||
  Array.isArray(body) ||
  Object.entries(body).some(
    ([key, value]) =>
      WHOLE.has(key) ||
      fields.includes(key) ||
      (Array.isArray(value) && value.every((item) => typeof item === 'string')),
  )

/** @returns null for 204, which has no body. @throws ShapeError if a body is empty or not JSON */
export function parseBody(text: string, status: number, asked: SentRequest): unknown {
  if (status === 204) return null
  if (text === '') throw new ShapeError(EMPTY, { asked })
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new ShapeError(UNLIKE, { cause, asked })
  }
}

/** Proxies return errors as HTML, in which there is nothing for the user to read. */
export function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
