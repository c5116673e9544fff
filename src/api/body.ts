import type { SentRequest } from './errors.ts'
import { ShapeError } from './errors.ts'

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

/** Statuses that a proxy's own page may have, besides a success. Waldur's rejections are JSON. */
const OF_PROXIES = [401, 403, 407, 451, 511]

/**
 * Whether something between here and Waldur has responded with a web page, or with a redirect to one: Waldur redirects
 * none of our requests. A 404 or a gateway's 5xx has sentences of its own.
 */
export const isWebPage = ({ type, ok, status, headers }: Response, text: string | null): boolean =>
  type === 'opaqueredirect' ||
  (status >= 300 && status < 400) ||
  ((ok || OF_PROXIES.includes(status)) &&
    (/^\s*</.test(text ?? '') || (text !== '' && /^text\/html/i.test(headers.get('Content-Type') ?? ''))))

/** @throws ShapeError if it is not JSON. An empty body is null */
export function parseBody(text: string, asked: SentRequest): unknown {
  if (text === '') return null
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new ShapeError('not JSON', { cause, asked })
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
