import { connect } from 'node:tls'
import { ask } from './ask.mjs'

const SOON_MS = 14 * 86_400_000

export async function checkTransport({ say, check }, page, start) {
  if (page.protocol === 'http:') {
    if (/^(localhost|127\.|\[::1\])/.test(page.hostname)) return say('note', 'Plain HTTP, on this computer only.')
    const advice = 'Serve it over TLS: anyone in between can read the tokens, and the browser withholds the clipboard.'
    return say('change', 'The page is on plain HTTP.', advice)
  }
  const expires = new Date(start.certificate.valid_to)
  if (expires - Date.now() < SOON_MS) say('note', `The certificate expires on ${expires.toISOString().slice(0, 10)}.`)
  const isOld = await acceptsOldTls(page)
  check(!isOld, 'Old versions of TLS are refused.', 'TLS 1.1 or older is accepted.', 'Turn on only TLS 1.2 and 1.3.')
  const hasHsts = start.headers['strict-transport-security'] !== undefined
  if (hasHsts) say('ok', 'Browsers will insist on TLS.')
  else say('note', 'There is no Strict-Transport-Security header.')
  const plain = await ask(new URL(`http://${page.hostname}${page.pathname}`))
  const isSafe = plain.error !== undefined || /^https:/.test(plain.headers.location ?? '')
  const responds = `Plain HTTP responds with ${plain.status} and no redirect.`
  check(isSafe, 'Plain HTTP is closed, or redirects to https.', responds, 'Redirect it to https.')
}

function acceptsOldTls({ hostname, port }) {
  const host = hostname.replace(/^\[|\]$/g, '')
  const old = { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' }
  return new Promise((resolve) => {
    const end = (isAccepted) => {
      socket.destroy()
      resolve(isAccepted)
    }
    // Only the version counts here: the certificate was checked with the page's own connection.
    const name = /^[\d.]+$|:/.test(host) ? {} : { servername: host }
    const socket = connect({ host, port: port || 443, timeout: 15_000, rejectUnauthorized: false, ...name, ...old })
    socket.on('secureConnect', () => end(true))
    socket.on('error', () => end(false)).on('timeout', () => end(false))
  })
}
