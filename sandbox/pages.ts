import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'
import type { MiddlewareHandler } from 'hono'
import type { Env } from './core.ts'

/**
 * What every production file is served with (the headers of the deployment notes, letter by letter).
 * `Strict-Transport-Security` is absent: it would bind the host name, and this is plain HTTP.
 */
export const securityHeaders: Record<string, string> = {
  'Content-Security-Policy':
    "default-src 'none'; script-src 'self'; style-src 'self' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='; style-src-attr 'none'; img-src 'self'; font-src 'self'; connect-src 'self'; manifest-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Permissions-Policy':
    'accelerometer=(), camera=(), clipboard-read=(), clipboard-write=(self), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()',
}

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

/**
 * Serves the production files of a folder: hashed assets for a year, `index.html` uncached for every path without a
 * file extension, 404 for a missing file, and the security headers on all of it.
 */
export function servePages(folder: string): MiddlewareHandler<Env> {
  return async (c) => {
    const { pathname } = new URL(c.req.url)
    const path = decoded(pathname)
    if (c.req.raw.method !== 'GET' && c.req.raw.method !== 'HEAD') {
      return c.text('Method not allowed', 405, { ...securityHeaders, Allow: 'GET, HEAD', 'Cache-Control': 'no-store' })
    }
    const extension = extname(path ?? pathname)
    const name = extension === '' ? 'index.html' : path
    // Source maps are not published, even if a build left some behind.
    const bytes = name === null || extension === '.map' ? null : await readBelow(folder, name)
    if (!bytes) return c.text('Not found', 404, { ...securityHeaders, 'Cache-Control': 'no-store' })
    const isHashed = path?.startsWith('/assets/') === true && extension !== ''
    return c.body(bytes, 200, {
      ...securityHeaders,
      'Content-Type': mediaTypes[extension || '.html'] ?? 'application/octet-stream',
      'Cache-Control': isHashed ? 'public, max-age=31536000, immutable' : 'no-store',
    })
  }
}
