import { hyphenated } from '../wire.ts'
import type { OracleExchange } from './oracle.ts'
import type { Situation } from './situation.ts'

/** The responses to a recorded request: Waldur's, and the sandbox's. */
export interface Responses {
  recorded: { status: number; headers: Record<string, string>; body: unknown }
  ours: { status: number; headers: Record<string, string>; body: unknown }
}

const origin = 'https://waldur.example.org'

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

/**
 * Sends recorded requests in order. Values that Waldur generated (uuids, secrets) are replaced by the sandbox's in all
 * later requests and responses, so that both refer to the same objects.
 */
export function replayer({ core, app, signIn }: Situation) {
  const made = new Map<string, string>()
  const inOurs = (value: unknown): unknown => {
    let text = JSON.stringify(value) ?? 'null'
    for (const [theirs, ours] of made) {
      text = text.replaceAll(theirs, ours).replaceAll(hyphenated(theirs), hyphenated(ours))
    }
    return JSON.parse(text)
  }

  function learn(theirs: unknown, ours: unknown): void {
    if (typeof theirs !== 'object' || theirs === null || typeof ours !== 'object' || ours === null) return
    for (const key of ['uuid', 'token']) {
      const [left, right]: unknown[] = [Reflect.get(theirs, key), Reflect.get(ours, key)]
      if (typeof left === 'string' && typeof right === 'string') made.set(left, right)
    }
  }

  async function send(method: string, path: string, headers: Record<string, string>, body: unknown) {
    const text = typeof body === 'string' || body === null || body === undefined ? body : JSON.stringify(body)
    const response = await app.request(`${origin}${path}`, {
      method,
      headers: { ...(typeof text === 'string' && { 'Content-Type': 'application/json' }), ...headers },
      ...(typeof text === 'string' && { body: text }),
    })
    return {
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: parsed(await response.text()),
    }
  }

  return async ({ as, request, response }: OracleExchange): Promise<Responses> => {
    const date = Date.parse(response.headers?.['date'] ?? '')
    if (date > core.clock.now()) core.clock.advance(date - core.clock.now())
    if (as !== null) await signIn(as)
    const { method, path, headers = {}, body } = inOurs(request) as OracleExchange['request']
    const ours = await send(method, path, headers, body)
    if (response.status === 201) learn(response.body, ours.body)
    const { status, headers: sent = {}, body: theirs } = inOurs(response) as OracleExchange['response']
    return { recorded: { status, headers: sent, body: theirs }, ours }
  }
}
