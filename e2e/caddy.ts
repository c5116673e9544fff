import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Certificate, Site, WebServer } from './webServer.ts'
import { deployed, filledIn, freePort, installed, run } from './webServer.ts'

export interface CaddySite extends Site {
  /** In place of the one that Caddy would order: no authority knows this computer. Without it, plain HTTP. */
  tls?: Certificate
  /** A second folder of files, served under `/portal/`. */
  portal?: string
}

const overTls = 'import waldur_tokens_over_tls'

/** Starts Caddy with `deploy/Caddyfile`, on a port of its own. */
export async function startCaddy({ files, waldur, tls, portal }: CaddySite): Promise<WebServer> {
  const port = await freePort()
  const origin = `${tls ? 'https' : 'http'}://127.0.0.1:${port}`
  const stop = await runCaddy(port, async () =>
    filledIn(await readFile(deployed('Caddyfile'), 'utf8'), [
      ['/etc/caddy/waldur-tokens/', deployed('')],
      ['tokens.example.org {', `${origin} {${tls ? `\n\ttls ${tls.certificate} ${tls.key}` : ''}`],
      [overTls, tls ? overTls : ''],
      ['/var/www/waldur-tokens', files],
      ['127.0.0.1:8000', waldur],
      ...(portal
        ? ([
            ['#portal ', ''],
            ['/var/www/portal', portal],
          ] as const)
        : []),
    ]),
  )
  return { origin, stop }
}

/** Runs Caddy on a site's configuration. */
export async function runCaddy(port: number, site: () => Promise<string>): Promise<() => Promise<void>> {
  return await run(port, async (folder) => {
    // Caddy's own API, and its redirects from port 80, would want more ports.
    const options = '{\n\tadmin off\n\tauto_https disable_redirects\n}\n'
    await writeFile(join(folder, 'Caddyfile'), options + (await site()))
    const args = ['run', '--config', join(folder, 'Caddyfile'), '--adapter', 'caddyfile']
    return { command: installed('caddy'), args }
  })
}
