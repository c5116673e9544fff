import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Certificate, Site, WebServer } from './webServer.ts'
import { deployed, filledIn, freePort, installed, run } from './webServer.ts'

export interface CaddySite extends Site {
  /** Used instead of the certificate that Caddy would order: no CA can reach this computer. Without it, plain HTTP. */
  tls?: Certificate & { plainPort: number }
  /** Another folder of files, served under `/portal/`. */
  portal?: string
}

/** Starts Caddy with `deploy/Caddyfile`, on a free port. */
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

/** The plain HTTP variant of docs/deployment.md removes everything that is only for TLS. */
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
 * Runs Caddy with a site's configuration.
 * @param port to listen on, for TLS if the site has it
 * @param plainPort to listen on for plain HTTP: the same port if there is no TLS
 */
export async function runCaddy(
  port: number,
  plainPort: number,
  site: () => Promise<string>,
): Promise<() => Promise<void>> {
  return await run(port, async (folder) => {
    const ports = `http_port ${plainPort}${port === plainPort ? '' : `\n\thttps_port ${port}`}`
    // Without Caddy's admin API, which needs another port, and its own CA, which this computer should not trust.
    const options = `{\n\tadmin off\n\tskip_install_trust\n\t${ports}\n}\n`
    await writeFile(join(folder, 'Caddyfile'), options + (await site()))
    const args = ['run', '--config', join(folder, 'Caddyfile'), '--adapter', 'caddyfile']
    return { command: installed('caddy'), args }
  })
}
