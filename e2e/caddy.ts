import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Site, WebServer } from './webServer.ts'
import { deployed, filledIn, freePort, installed, run } from './webServer.ts'

export interface CaddySite extends Site {
  /** A second folder of files, served under `/portal/`. */
  portal?: string
}

/** Starts Caddy with `deploy/Caddyfile`, on a port of its own and without TLS: no authority knows this computer. */
export async function startCaddy({ files, waldur, portal }: CaddySite): Promise<WebServer> {
  const port = await freePort()
  const stop = await run(port, async (folder) => {
    const site = filledIn(await readFile(deployed('Caddyfile'), 'utf8'), [
      ['/etc/caddy/waldur-tokens/headers.caddy', deployed('headers.caddy')],
      ['import waldur_tokens_over_tls', ''],
      ['tokens.example.org {', `http://127.0.0.1:${port} {`],
      ['/var/www/waldur-tokens', files],
      ['127.0.0.1:8000', waldur],
      ...(portal
        ? ([
            ['#portal ', ''],
            ['/var/www/portal', portal],
          ] as const)
        : []),
    ])
    // Caddy's own API would want a second port.
    await writeFile(join(folder, 'Caddyfile'), `{\n\tadmin off\n}\n${site}`)
    const args = ['run', '--config', join(folder, 'Caddyfile'), '--adapter', 'caddyfile']
    return { command: installed('caddy'), args }
  })
  return { origin: `http://127.0.0.1:${port}`, stop }
}
