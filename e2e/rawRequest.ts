import { connect } from 'node:net'

/**
 * Sends a request letter by letter, as no client of ours would: nothing is resolved, encoded or put in order.
 * @param line method and target: "GET /api/users/m%65/"
 * @param headers each a line of its own, beside Host
 */
export async function sendRaw(origin: string, line: string, headers: readonly string[]) {
  const { hostname, port, host } = new URL(origin)
  // The older version: an answer is not cut into pieces.
  const head = [`${line} HTTP/1.0`, `Host: ${host}`, ...headers]
  const answer = await new Promise<string>((resolve, reject) => {
    let text = ''
    const socket = connect(Number(port), hostname, () => socket.write(`${head.join('\r\n')}\r\n\r\n`, 'latin1'))
    socket.setEncoding('utf8')
    socket.on('data', (chunk) => {
      text += String(chunk)
    })
    socket.on('error', reject)
    socket.on('close', () => resolve(text))
  })
  const end = answer.indexOf('\r\n\r\n')
  return { status: Number(/^HTTP\/1\.\d (\d{3})/.exec(answer)?.[1]), body: answer.slice(end + 4) }
}
