import { gzipSync } from 'node:zlib'
import type { App } from '../../sandbox/core.ts'

const isText = (type: string) => /^(text|application\/json|image\/svg)/.test(type)

/** The responses of the sandbox and its pages, compressed as by a web server. Each file is compressed once. */
export function compressed({ fetch }: App): App['fetch'] {
  const kept = new Map<string, Uint8Array<ArrayBuffer>>()
  return async (request, env) => {
    const response = await fetch(request, env)
    if (response.status !== 200 || !isText(response.headers.get('Content-Type') ?? '')) return response
    const validator = response.headers.get('ETag')
    const known = validator === null ? undefined : kept.get(validator)
    const body = known ?? new Uint8Array(gzipSync(await response.arrayBuffer(), { level: 9 }))
    if (validator !== null) kept.set(validator, body)
    const headers = new Headers(response.headers)
    headers.set('Content-Encoding', 'gzip')
    headers.set('Content-Length', String(body.length))
    return new Response(body, { headers })
  }
}
