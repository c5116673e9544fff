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
export const TOKENS = '/api/personal-access-tokens/'
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

/** How to change what `unusable` says of an address of Waldur. */
export function adviceFor({ error, status, headers, body }, isCross) {
  if (error && adviceForCa(error)) return adviceForCa(error)
  if (status === 400) return 'Waldur rejects the host name: add it to ALLOWED_HOSTS, and pass on the Host header.'
  if (status >= 502 && status <= 504) return 'The server in front can’t reach MasterMind: check its address and port.'
  if (status >= 300 && status < 400) return `Something in between redirects to ${headers.location}: let /api/ through.`
  if (isCross) return 'Name MasterMind’s origin as apiOrigin in config.json, and let requests from elsewhere reach it.'
  if (/^\s*</.test(body)) return 'Something in between answers with a web page: pass /api/ and /api-auth/ on to Waldur.'
  return 'Pass /api/ and /api-auth/ on to MasterMind, or name its origin as apiOrigin in config.json.'
}

/** The same for the page’s address. */
export function adviceForPage({ error, headers }) {
  if (error) return adviceForCa(error)
  if (headers.location) return 'Name the address that it redirects to.'
  return 'Name the page’s own address, with its path if it has one: https://portal.example.org/tokens-app/.'
}

/** Undefined if the certificate isn't the reason, or has another flaw. */
const adviceForCa = (error) =>
  /ISSUER|SELF_SIGNED|LEAF_SIGNATURE/.test(error)
    ? 'If it comes from a CA of your own, set NODE_EXTRA_CA_CERTS to the file with that CA’s certificate.'
    : undefined
