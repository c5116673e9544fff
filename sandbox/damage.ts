import { setTimeout as pause } from 'node:timers/promises'
import { newUuid } from './core.ts'

/** What can become of a good answer on its way. The handler has run: whatever it did is done. */
export type Damage =
  /** That many bytes a second, to the end. */
  | { kind: 'trickle'; bytesPerSecond: number }
  /** Ends after so many bytes as if that were all. */
  | { kind: 'truncate'; bytes: number }
  /** Half of it arrives, then nothing more, while the connection stays. */
  | { kind: 'stall' }
  | { kind: 'malformedJson' }
  /** One place of the JSON is not what the contract says; `path` is dotted (`0.scopes`), empty for the whole body. */
  | { kind: 'schema'; damage: 'null' | 'missing' | 'wrongType' | 'extra'; path: string }
  /** A list of so many rows, copies of its first one; or spaces that make the answer so many bytes longer. */
  | { kind: 'huge'; rows?: number; bytes?: number }

/** Sent as soon as asked for, with nothing after it until the client gives up. */
function stalled(bytes: Uint8Array): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start: (controller) => controller.enqueue(bytes.subarray(0, Math.ceil(bytes.length / 2))),
    pull: () => new Promise(() => undefined),
  })
}

/** Ten pieces a second. */
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

/** The JSON with one place damaged. @throws if nothing stands at that path, so that no test damages thin air */
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

/** The answer as it arrives after the damage; its status and other headers stay. */
export async function damaged(answer: Response, damage: Damage): Promise<Response> {
  const bytes = new TextEncoder().encode(damagedText(await answer.text(), damage))
  const headers = new Headers(answer.headers)
  const length = damage.kind === 'truncate' ? Math.min(damage.bytes, bytes.length) : bytes.length
  headers.set('Content-Length', String(length))
  const init = { status: answer.status, headers }
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

/** The head and a part of the body, never all of it, then the connection is gone. `cut` closes it. */
export async function cutShort(answer: Response, cut: () => void, sent?: number): Promise<Response> {
  const bytes = new Uint8Array(await answer.arrayBuffer())
  const part = Math.min(sent ?? Math.ceil(bytes.length / 2), bytes.length - 1)
  const headers = new Headers(answer.headers)
  headers.set('Content-Length', String(bytes.length))
  let isSent = false
  const body = new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      if (!isSent) controller.enqueue(bytes.subarray(0, part))
      else {
        // The first part has to leave this process before the connection goes.
        await pause(50)
        cut()
        controller.close()
      }
      isSent = true
    },
  })
  return new Response(body, { status: answer.status, headers })
}
