import http from 'node:http'
import https from 'node:https'
import { gunzipSync } from 'node:zlib'

const TIMEOUT_MS = 15_000

export const JSON_ONLY = { Accept: 'application/json', 'Accept-Encoding': 'gzip' }

/**
 * Sends a request. Follows no redirect, and never rejects.
 * @returns the response: its text in `body`, what was sent in `bytes`, and every value of each header in `every`; with
 * status 0 and `error` if there is none
 */
export function ask(url, headers = {}, method = 'GET') {
  const none = { address: url.href, status: 0, headers: {}, every: {}, body: '', bytes: Buffer.alloc(0) }
  const send = url.protocol === 'https:' ? https.request : http.request
  return new Promise((resolve) => {
    const fail = (error) => resolve({ ...none, error: error.code ?? error.message })
    const request = send(url, { method, headers, timeout: TIMEOUT_MS }, (response) => {
      const { statusCode: status, headersDistinct: every, socket } = response
      const [chunks, localAddress] = [[], socket.localAddress]
      response.on('error', fail).on('data', (chunk) => chunks.push(chunk))
      response.on('end', () => {
        const bytes = Buffer.concat(chunks)
        const isZipped = response.headers['content-encoding'] === 'gzip' && bytes.length > 0
        const body = isZipped ? unzipped(bytes) : String(bytes)
        resolve({ ...none, status, headers: response.headers, every, bytes, body, localAddress })
      })
    })
    request.on('timeout', () => request.destroy(new Error('no answer within 15 seconds')))
    request.on('error', fail).end()
  })
}

/** Empty if it isn't what its header says. */
function unzipped(bytes) {
  try {
    return String(gunzipSync(bytes))
  } catch {
    return ''
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
