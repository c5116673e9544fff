import { gzipSync } from 'node:zlib'
import type { App } from '../../sandbox/core.ts'

const isText = (type: string) => /^(text|application\/json|image\/svg)/.test(type)

/** The responses of the sandbox and its pages, compressed as by a web server. Each file is compressed once. */
export function compressed({ fetch }: App): App['fetch'] {
  const kept = new Map<string, Uint8Array<ArrayBuffer>>()
  return async (request, env) => {
    const answer = await fetch(request, env)
    if (answer.status !== 200 || !isText(answer.headers.get('Content-Type') ?? '')) return answer
    const validator = answer.headers.get('ETag')
    const known = validator === null ? undefined : kept.get(validator)
    const body = known ?? new Uint8Array(gzipSync(await answer.arrayBuffer(), { level: 9 }))
    if (validator !== null) kept.set(validator, body)
    const headers = new Headers(answer.headers)
    headers.set('Content-Encoding', 'gzip')
    headers.set('Content-Length', String(body.length))
    return new Response(body, { headers })
  }
}
