import { connect } from 'node:net'
import { connect as connectOverTls } from 'node:tls'

/**
 * Sends a request exactly as given: unlike any HTTP client, this resolves, encodes and reorders nothing.
 * @param line method and target: "GET /api/users/m%65/"
 * @param headers one line each; Host is added in front if none of them is one
 */
export async function sendRaw(origin: string, line: string, headers: readonly string[]) {
  const { protocol, hostname, port, host } = new URL(origin)
  // HTTP/1.0, so that the response is not chunked.
  const own = headers.some((header) => /^host:/i.test(header)) ? [] : [`Host: ${host}`]
  const lines = [`${line} HTTP/1.0`, ...own, ...headers]
  const response = await new Promise<string>((resolve, reject) => {
    let text = ''
    const send = () => socket.write(`${lines.join('\r\n')}\r\n\r\n`, 'latin1')
    const socket =
      protocol === 'https:'
        ? connectOverTls({ port: Number(port), host: hostname, rejectUnauthorized: false }, send)
        : connect(Number(port), hostname, send)
    socket.setEncoding('utf8')
    socket.on('data', (chunk) => {
      text += String(chunk)
    })
    socket.on('error', reject)
    socket.on('close', () => resolve(text))
  })
  const end = response.indexOf('\r\n\r\n')
  const status = Number(/^HTTP\/1\.\d (\d{3})/.exec(response)?.[1])
  return { status, head: response.slice(0, end), body: response.slice(end + 4) }
}
