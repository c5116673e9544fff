import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Certificate, Site, WebServer } from './webServer.ts'
import { deployed, filledIn, freePort, installed, run } from './webServer.ts'

export interface CaddySite extends Site {
  /** Used instead of the certificate that Caddy would order: no CA can reach this computer. Without it, plain HTTP. */
  tls?: Certificate & { plainPort: number }
}

/** Starts Caddy with `deploy/Caddyfile`, on a free port. */
export async function startCaddy({ files, waldur, tls }: CaddySite): Promise<WebServer> {
  const port = await freePort()
  const stop = await runCaddy(port, tls?.plainPort ?? port, async () =>
    filledIn(shaped(await readFile(deployed('Caddyfile'), 'utf8'), tls), [
      ['/etc/caddy/waldur-tokens/', deployed('')],
      ['/var/www/waldur-tokens', files],
      ['127.0.0.1:8000', waldur],
    ]),
  )
  return { origin: `${tls ? 'https' : 'http'}://127.0.0.1:${port}`, stop }
}

export interface WaldurSite extends Site {
  /** Whether the site's own directives are in blocks of `handle`, or bare: Waldur's compose has had both. */
  shape: 'handle' | 'bare'
  /** Where HomePort listens, as `HOST:PORT`. */
  homeport: string
  /** The path that the operator chose instead of `/tokens-app`. */
  path?: string
  /** Whether the Caddyfile also has the two lines that keep sign-in keys from tokens. */
  hidesKeys?: boolean
}

/** Starts Caddy as Waldur's docker-compose does, with our include among those of its site. */
export async function startWaldurCaddy(options: WaldurSite): Promise<WebServer> {
  const { files, waldur, shape, homeport, path, hidesKeys } = options
  const port = await freePort()
  const rule = hidesKeys ? 'import waldur_tokens_sign_in_key' : ''
  const proxy = (matcher: string, to: string) =>
    shape === 'bare'
      ? `reverse_proxy ${matcher} http://${to}`
      : `handle ${matcher} {\n ${/api/.test(matcher) ? rule : ''}\n reverse_proxy http://${to}\n}`
  const backend = ['/api/*', '/api-auth/*', '/admin/*', '/static/*'].map((matcher) => proxy(matcher, waldur))
  const site = [
    hidesKeys ? `import ${deployed('sign-in-key.caddy')}` : '',
    'http:// {',
    shape === 'bare' ? rule : '',
    proxy('/*', homeport),
    ...backend,
    `import ${deployed('caddy-includes')}/*.conf`,
    '}',
  ]
  const env = {
    WALDUR_TOKENS_FILES: files,
    WALDUR_TOKENS_API: waldur,
    ...(path !== undefined && { WALDUR_TOKENS_PATH: path }),
  }
  const stop = await runCaddy(port, port, () => Promise.resolve(site.join('\n')), env)
  return { origin: `http://127.0.0.1:${port}`, stop }
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
  env: Record<string, string> = {},
): Promise<() => Promise<void>> {
  return await run(port, async (folder) => {
    const ports = `http_port ${plainPort}${port === plainPort ? '' : `\n\thttps_port ${port}`}`
    // Without Caddy's admin API, which needs another port, and its own CA, which this computer should not trust.
    const options = `{\n\tadmin off\n\tskip_install_trust\n\t${ports}\n}\n`
    await writeFile(join(folder, 'Caddyfile'), options + (await site()))
    const args = ['run', '--config', join(folder, 'Caddyfile'), '--adapter', 'caddyfile']
    return { command: installed('caddy'), args, env }
  })
}
