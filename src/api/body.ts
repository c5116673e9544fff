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
  // Waldur's own 500 is a web page or text.
  const isOthers500 = status === 500 && /^\s*\{\s*"/.test(text ?? '')
  if (rejection && (isWaldurs(rejection) || !(OF_PROXIES.includes(status) || isOthers500))) return null
  const isPage = /^\s*</.test(text ?? '') || (text !== '' && /^text\/html/i.test(headers.get('Content-Type') ?? ''))
  if (isPage) return WEB_PAGE
  if (!rejection) return null
  return text === '' ? EMPTY : UNLIKE
}

/**
 * What a gateway says beside `detail` (RFC 9457), or of each error in a list. In Waldur's bodies these keys would be
 * fields, with a list of texts each.
 */
const OF_GATEWAYS = ['type', 'title', 'status', 'statusCode', 'instance']

/**
 * Whether the body of a rejection is as Waldur writes it: an object with `detail`, or with 400 also with one of the
 * request's fields, or, in a list, another field that is missing; or a list of texts. A gateway sends
 * `{"message": "…"}`, `{"errors": [{…}]}` or problem details, which have a `detail` too (waldur-api, sections 2.5, 5).
 * @param fields of the request
 */
export function isWaldursBody({ status, headers }: Response, body: unknown, fields: readonly string[]): boolean {
  const areTexts = (value: unknown) => Array.isArray(value) && value.every((item) => typeof item === 'string')
  if (Array.isArray(body)) return status === 400 && areTexts(body)
  if (typeof body !== 'object' || body === null) return false
  if (/problem\+json/i.test(headers.get('Content-Type') ?? '')) return false
  const entries = Object.entries(body)
  if (entries.some(([key, value]) => OF_GATEWAYS.includes(key) && typeof value !== 'object')) return false
  return status !== 400 || entries.some(([key, value]) => WHOLE.has(key) || fields.includes(key) || areTexts(value))
}

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
