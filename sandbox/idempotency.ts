import type { MiddlewareHandler } from 'hono'
import type { Core, Env } from './core.ts'

/** How long a response is kept, in milliseconds: longer than any browser keeps retrying. */
const KEPT_MS = 600_000

interface Kept {
  until: number
  response: Promise<{ body: string; status: number; headers: [string, string][] }>
}

/**
 * Responds to a repeated POST with a known `Idempotency-Key` with the first response, with `Idempotent-Replayed: true`,
 * so that a request which the browser sends twice issues one token. The responses hold plaintext secrets and are kept
 * in memory only. Waldur doesn't have this yet; the header works as in draft-ietf-httpapi-idempotency-key-header.
 * `settings.IDEMPOTENCY` turns it off.
 */
export function idempotency({ settings, clock }: Core): MiddlewareHandler<Env> {
  const kept = new Map<string, Kept>()
  return async (c, next) => {
    const key = c.req.header('Idempotency-Key')
    if (!settings.IDEMPOTENCY || c.req.raw.method !== 'POST' || !key) return await next()
    const now = clock.now()
    for (const [name, { until }] of kept) if (until <= now) kept.delete(name)

    // Keys are per caller and path.
    const name = [c.req.header('Authorization'), new URL(c.req.url).pathname, key].join('\n')
    const earlier = kept.get(name)
    if (earlier) {
      const { body, status, headers } = await earlier.response
      return new Response(body, { status, headers: [...headers, ['Idempotent-Replayed', 'true']] })
    }
    const { promise, resolve } = promiseOf<Awaited<Kept['response']>>()
    kept.set(name, { until: now + KEPT_MS, response: promise })
    await next()
    const response = c.res.clone()
    resolve({ body: await response.text(), status: response.status, headers: [...response.headers] })
    // A 5xx is not kept: the next try may succeed.
    if (response.status >= 500) kept.delete(name)
  }
}

/** `Promise.withResolvers`, which Node 20 does not have. */
function promiseOf<Value>() {
  let resolve: (value: Value) => void = () => undefined
  const promise = new Promise<Value>((settle) => {
    resolve = settle
  })
  return { promise, resolve }
}
