import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Certificate, Site, WebServer } from './webServer.ts'
import { deployed, filledIn, freePort, installed, run } from './webServer.ts'

export interface CaddySite extends Site {
  /** In place of the one that Caddy would order: no authority knows this computer. Without it, plain HTTP. */
  tls?: Certificate & { plainPort: number }
  /** A second folder of files, served under `/portal/`. */
  portal?: string
}

/** Starts Caddy with `deploy/Caddyfile`, on a port of its own. */
export async function startCaddy({ files, waldur, tls, portal }: CaddySite): Promise<WebServer> {
  const port = await freePort()
  const stop = await runCaddy(port, tls?.plainPort ?? port, async () =>
    filledIn(shaped(await readFile(deployed('Caddyfile'), 'utf8'), tls), [
      ['/etc/caddy/waldur-tokens/', deployed('')],
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
  return { origin: `${tls ? 'https' : 'http'}://127.0.0.1:${port}`, stop }
}

/** As docs/deployment.md tells it: what is there for TLS is taken out for plain HTTP. */
function shaped(shipped: string, tls: Certificate | undefined): string {
  if (!tls) {
    const plain = shipped.replace(/^# Over TLS.*/ms, '').replace(/^.*over_tls$/gm, '')
    return filledIn(plain, [['tokens.example.org {', 'http:// {']])
  }
  return filledIn(shipped, [
    ['\ntokens.example.org {', `\n127.0.0.1 {\n\ttls ${tls.certificate} ${tls.key}`],
    ['tokens.example.org', '127.0.0.1'],
  ])
}

/**
 * Runs Caddy on a site's configuration.
 * @param port where it is to listen, for TLS if the site has that
 * @param plainPort where it is to listen for plain HTTP: the same if there is no TLS
 */
export async function runCaddy(
  port: number,
  plainPort: number,
  site: () => Promise<string>,
): Promise<() => Promise<void>> {
  return await run(port, async (folder) => {
    const ports = `http_port ${plainPort}${port === plainPort ? '' : `\n\thttps_port ${port}`}`
    // Without Caddy's own API, which wants a port more, and its own authority, which this computer is not to trust.
    const options = `{\n\tadmin off\n\tskip_install_trust\n\t${ports}\n}\n`
    await writeFile(join(folder, 'Caddyfile'), options + (await site()))
    const args = ['run', '--config', join(folder, 'Caddyfile'), '--adapter', 'caddyfile']
    return { command: installed('caddy'), args }
  })
}
