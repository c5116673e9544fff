import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'
import type { MiddlewareHandler } from 'hono'
import headers from '../deploy/headers.json' with { type: 'json' }
import type { Env } from './core.ts'

/**
 * The headers of every response, from the list that nginx and Caddy use too. `Strict-Transport-Security` is left out:
 * it would affect the host name, and this is plain HTTP.
 */
export const securityHeaders: Record<string, string> = headers.security

/** The headers of Waldur's responses: an uploaded file must not run as part of the page. */
export const waldurHeaders: Record<string, string> = { ...headers.security, ...headers.waldur }

const uncached = headers.cache.everythingElse

const mediaTypes: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
}

/** The file's bytes, or null for a path that names no readable file below the folder. */
async function readBelow(folder: string, path: string): Promise<Uint8Array<ArrayBuffer> | null> {
  const file = normalize(join(folder, path))
  if (!file.startsWith(normalize(folder) + sep)) return null
  return await readFile(file).then(
    (bytes) => new Uint8Array(bytes),
    () => null,
  )
}

function decoded(path: string): string | null {
  try {
    return decodeURIComponent(path)
  } catch {
    return null // a path that is not UTF-8 names no file
  }
}

/** Files are in two folders and at the root, as in nginx and Caddy. Every other path is the app's, even with a dot. */
const isFile = (path: string): boolean => /^\/((assets|languages)\/|[^/]*\.[^/]*$)/.test(path)

/**
 * Serves the production files of a folder: hashed assets cached for a year, `index.html` uncached for every path of the
 * app, 404 for a missing file, and the security headers on all of them.
 * @param page the file to serve instead of `index.html`
 */
export function servePages(folder: string, page = 'index.html'): MiddlewareHandler<Env> {
  return async (c) => {
    const { pathname } = new URL(c.req.url)
    const path = decoded(pathname) ?? pathname
    if (c.req.raw.method !== 'GET' && c.req.raw.method !== 'HEAD') {
      return c.text('Method not allowed', 405, { ...securityHeaders, Allow: 'GET, HEAD', 'Cache-Control': uncached })
    }
    const name = isFile(path) ? path : `/${page}`
    const extension = extname(name)
    // Source maps are never served, even if a build left some behind.
    const bytes = extension === '.map' ? null : await readBelow(folder, name)
    if (!bytes) return c.text('Not found', 404, { ...securityHeaders, 'Cache-Control': uncached })
    const validator = `"${createHash('sha256').update(bytes).digest('base64url')}"`
    const described = {
      ...securityHeaders,
      'Cache-Control': name.startsWith('/assets/') ? headers.cache.hashedAsset : uncached,
      ETag: validator,
    }
    if (c.req.header('If-None-Match') === validator) return c.body(null, 304, described)
    return c.body(bytes, 200, {
      ...described,
      'Content-Type': mediaTypes[extension] ?? 'application/octet-stream',
    })
  }
}
