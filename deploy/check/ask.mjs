import http from 'node:http'
import https from 'node:https'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'

const TIMEOUT_MS = 15_000

/** How a response may be compressed. */
const UNPACK = new Map([
  ['gzip', gunzipSync],
  ['br', brotliDecompressSync],
])
export const PACKED = { 'Accept-Encoding': [...UNPACK.keys()].join(', ') }
export const JSON_ONLY = { Accept: 'application/json', ...PACKED }

/**
 * Sends a request. Follows no redirect, and never rejects.
 * @returns the response: its unpacked content in `bytes`, as text in `body`, and every value of each header in `every`.
 * Without a response: status 0, and the reason in `error`
 */
export function ask(url, headers = {}, method = 'GET') {
  const none = { address: url.href, status: 0, headers: {}, every: {}, body: '', bytes: Buffer.alloc(0) }
  const send = url.protocol === 'https:' ? https.request : http.request
  return new Promise((resolve) => {
    const fail = (error) => resolve({ ...none, error: error.code ?? error.message })
    const request = send(url, { method, headers, timeout: TIMEOUT_MS }, (response) => {
      const { statusCode: status, headersDistinct: every, socket } = response
      const { localAddress } = socket
      const certificate = socket.getPeerCertificate?.()
      const chunks = []
      response.on('error', fail).on('data', (chunk) => chunks.push(chunk))
      response.on('end', () => {
        const bytes = unpacked(Buffer.concat(chunks), response.headers['content-encoding'])
        resolve({
          ...none,
          status,
          headers: response.headers,
          every,
          bytes,
          body: String(bytes),
          localAddress,
          certificate,
        })
      })
    })
    request.on('timeout', () => request.destroy(new Error('no answer within 15 seconds')))
    request.on('error', fail).end()
  })
}

/** Empty if it isn't what its header says. */
function unpacked(bytes, encoding) {
  const unpack = UNPACK.get(encoding)
  if (!unpack || bytes.length === 0) return bytes
  try {
    return unpack(bytes)
  } catch {
    return Buffer.alloc(0)
  }
}

/** Undefined if it isn't JSON. */
export function parsed(text) {
  try {
    return JSON.parse(text)
  } catch {
    // A web page, for example.
    return undefined
  }
}

export const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Says that a response isn't what was asked for. */
export function unusable({ error, status, headers, body, address }, what) {
  if (/ALTNAME/.test(error)) return `${address} has a certificate for another name.`
  if (error === 'EPROTO') return `${address} doesn’t speak TLS, or only an old version of it.`
  if (/CERT|TLS|SSL|SIGNATURE/.test(error)) return `${address} has a certificate that isn’t trusted: ${error}.`
  if (error) return `${address} can’t be reached: ${error}.`
  const title = /<title>([^<]{1,80})/i.exec(body)?.[1]?.trim()
  if (headers.location) return `${address} isn’t ${what}: ${status}, to ${headers.location}.`
  return `${address} isn’t ${what}: ${status}${title ? `, a web page named “${title}”` : ''}.`
}
