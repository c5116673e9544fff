import { setTimeout as pause } from 'node:timers/promises'
import { newUuid } from './core.ts'

/** Ways to damage a good response in transit. The handler has already run, and its effects stay. */
export type Damage =
  /** Sends the whole body, at that many bytes a second. */
  | { kind: 'trickle'; bytesPerSecond: number }
  /** Ends after that many bytes as if the body were complete. */
  | { kind: 'truncate'; bytes: number }
  /** Sends half of the body, then nothing more, with the connection left open. */
  | { kind: 'stall' }
  | { kind: 'malformedJson' }
  /** Breaks the contract at one place of the JSON; `path` is dotted (`0.scopes`), empty for the whole body. */
  | { kind: 'schema'; damage: 'null' | 'missing' | 'wrongType' | 'extra'; path: string }
  /** Repeats a list's first row `rows` times, or pads the response with `bytes` spaces. */
  | { kind: 'huge'; rows?: number; bytes?: number }

/** Sends the first half at once, then waits until the client gives up. */
function stalled(bytes: Uint8Array): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start: (controller) => controller.enqueue(bytes.subarray(0, Math.ceil(bytes.length / 2))),
    pull: () => new Promise(() => undefined),
  })
}

/** Sends ten pieces a second. */
function trickled(bytes: Uint8Array, bytesPerSecond: number): ReadableStream<Uint8Array> {
  const piece = Math.max(1, Math.ceil(bytesPerSecond / 10))
  let at = 0
  return new ReadableStream({
    pull: async (controller) => {
      if (at > 0) await pause(100)
      controller.enqueue(bytes.subarray(at, at + piece))
      at += piece
      if (at >= bytes.length) controller.close()
    },
  })
}

/** Damages one place of the JSON. @throws if nothing is at that path, so that a test can't damage nothing unnoticed */
function misshapen(text: string, { damage, path }: Extract<Damage, { kind: 'schema' }>): string {
  const world = { body: JSON.parse(text) as unknown }
  const keys = ['body', ...(path === '' ? [] : path.split('.'))]
  const last = keys.pop() ?? ''
  let holder: unknown = world
  for (const key of keys) holder = isObject(holder) ? holder[key] : undefined
  if (!isObject(holder) || !(last in holder)) throw new Error(`nothing at "${path}" to damage`)
  if (damage === 'null') holder[last] = null
  if (damage === 'missing') delete holder[last]
  if (damage === 'wrongType') holder[last] = typeof holder[last] === 'number' ? 'many' : 42
  if (damage === 'extra' && isObject(holder[last])) holder[last]['a_field_of_tomorrow'] = { any: 'thing' }
  return JSON.stringify(world.body ?? null)
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

function swollen(text: string, { rows, bytes = 0 }: Extract<Damage, { kind: 'huge' }>): string {
  const padding = ' '.repeat(bytes)
  if (rows === undefined) return text + padding
  const first: unknown = (JSON.parse(text) as unknown[])[0]
  return JSON.stringify(Array.from({ length: rows }, () => ({ ...Object(first), uuid: newUuid() }))) + padding
}

function damagedText(text: string, damage: Damage): string {
  if (damage.kind === 'malformedJson') return text.replace(/[,:]/, ';')
  if (damage.kind === 'schema') return misshapen(text, damage)
  if (damage.kind === 'huge') return swollen(text, damage)
  return text
}

/** The response after the damage. Its status and other headers stay. */
export async function damaged(response: Response, damage: Damage): Promise<Response> {
  const bytes = new TextEncoder().encode(damagedText(await response.text(), damage))
  const headers = new Headers(response.headers)
  const length = damage.kind === 'truncate' ? Math.min(damage.bytes, bytes.length) : bytes.length
  headers.set('Content-Length', String(length))
  const init = { status: response.status, headers }
  switch (damage.kind) {
    case 'trickle':
      return new Response(trickled(bytes, damage.bytesPerSecond), init)
    case 'stall':
      return new Response(stalled(bytes), init)
    case 'truncate':
      return new Response(bytes.subarray(0, length), init)
    default:
      return new Response(bytes, init)
  }
}

/** Sends the head and part of the body, never all of it, then closes the connection by calling `cut`. */
export async function cutShort(response: Response, cut: () => void, sent?: number): Promise<Response> {
  const bytes = new Uint8Array(await response.arrayBuffer())
  const part = Math.min(sent ?? Math.ceil(bytes.length / 2), bytes.length - 1)
  const headers = new Headers(response.headers)
  headers.set('Content-Length', String(bytes.length))
  let isSent = false
  const body = new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      if (!isSent) controller.enqueue(bytes.subarray(0, part))
      else {
        // The first part has to leave this process before the connection closes.
        await pause(50)
        cut()
        controller.close()
      }
      isSent = true
    },
  })
  return new Response(body, { status: response.status, headers })
}
