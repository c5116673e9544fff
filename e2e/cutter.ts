import { once } from 'node:events'
import type { AddressInfo, Socket } from 'node:net'
import { connect, createServer } from 'node:net'

/**
 * When the browser's connection dies: just before the response arrives, or as soon as the request has been passed on.
 */
export type Moment = 'at the response' | 'at once'

/** A proxy between the browser and a web server that cuts connections on demand. */
export interface Cutter {
  origin: string
  /** Cuts the connections of the next POSTs to this path, the browser's own resends included. */
  cutNext(path: string, times: number, moment: Moment): void
  /** The number of connections it has cut. */
  cuts(): number
  stop(): Promise<void>
}

/** Starts a cutter in front of an `http:` origin. All it reads of HTTP is a request's first line. */
export async function startCutter(target: string): Promise<Cutter> {
  const { hostname, port } = new URL(target)
  const sockets = new Set<Socket>()
  let line = ''
  let left = 0
  let done = 0
  let moment: Moment = 'at the response'

  const server = createServer((browser) => {
    const behind = connect(Number(port), hostname)
    let isDoomed = false
    const cut = () => {
      done += 1
      browser.destroy()
      behind.destroy()
    }
    for (const socket of [browser, behind]) {
      sockets.add(socket)
      // If one side closes, the other is closed too; the lost data is what the tests are about.
      socket.on('error', () => undefined)
      socket.on('close', () => {
        sockets.delete(socket)
        browser.destroy()
        behind.destroy()
      })
    }
    browser.on('data', (chunk) => {
      if (left > 0 && chunk.toString('latin1').startsWith(line)) {
        left -= 1
        isDoomed = true
      }
      behind.write(chunk, () => {
        if (isDoomed && moment === 'at once') cut()
      })
    })
    behind.on('data', (chunk) => {
      if (isDoomed) cut()
      else browser.write(chunk)
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port: own } = server.address() as AddressInfo // what a TCP server returns once it listens
  return {
    origin: `http://127.0.0.1:${own}`,
    cutNext: (path, times, when) => {
      line = `POST ${path} `
      left = times
      moment = when
    },
    cuts: () => done,
    stop: async () => {
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}
