import { execFileSync } from 'node:child_process'
import { chmod, cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Certificate, Site, WebServer } from './webServer.ts'
import { deployed, filledIn, freePort, installed, run } from './webServer.ts'

export interface NginxSite extends Site {
  /** The TLS variant, and its port for plain HTTP. */
  tls?: Certificate & { plainPort: number }
  /** Lets the second request of one click through, as a server without our rule would. */
  withoutOnce?: boolean
  /** Serves the files also under `/tokens-app/`, by `deploy/nginx/under-path.conf`. */
  isUnderPath?: boolean
  /** A Waldur server on another origin that the pages may connect to. */
  api?: string
}

const includes = '/etc/nginx/waldur-tokens'

/** Starts nginx with `deploy/nginx.conf`, on a free port. */
export async function startNginx(site: NginxSite): Promise<WebServer> {
  const port = await freePort()
  const stop = await runNginx(port, async (folder) => {
    const own = join(folder, 'nginx')
    await cp(deployed('nginx'), own, { recursive: true })
    if (site.api) {
      const script = fileURLToPath(new URL('../scripts/headers.mjs', import.meta.url))
      execFileSync(process.execPath, [script, '--api', site.api, '--to', folder])
    }
    const places = [
      [includes, own],
      ['/var/www/waldur-tokens', site.files],
    ] as const
    if (site.isUnderPath) {
      const file = join(own, 'under-path.conf')
      await writeFile(file, filledIn(await readFile(file, 'utf8'), places))
    }
    return filledIn(shaped(await readFile(deployed('nginx.conf'), 'utf8'), port, site), [
      ...places,
      ['127.0.0.1:8000', site.waldur],
      ...(site.withoutOnce ? ([['limit_req zone=waldur_tokens_once;', '']] as const) : []),
      ...(site.isUnderPath ? ([['#path ', '']] as const) : []),
    ])
  })
  return { origin: `${site.tls ? 'https' : 'http'}://127.0.0.1:${port}`, stop }
}

function shaped(shipped: string, port: number, { tls }: NginxSite): string {
  if (!tls) return filledIn(shipped, [['listen 80; #plain', `listen 127.0.0.1:${port};`]])
  return filledIn(shipped.replaceAll('#tls ', '').replace(/^.*#plain$/m, ''), [
    ['tokens.example.org', '127.0.0.1'],
    ['listen 80;', `listen 127.0.0.1:${tls.plainPort};`],
    ['listen 443 ssl http2;', `listen 127.0.0.1:${port} ssl http2;`],
    [`${includes}/tls.crt`, tls.certificate],
    [`${includes}/tls.key`, tls.key],
  ])
}

/** The path that nginx logs to in the container may not be writable here. */
const logged = 'access_log /dev/stdout waldur_tokens;'

/** Runs nginx with a site's configuration, inside the main configuration of the container. */
export async function runNginx(port: number, site: (folder: string) => Promise<string>): Promise<() => Promise<void>> {
  return await run(port, async (folder) => {
    // Its workers don't run as root even if its master does.
    await chmod(folder, 0o755)
    await writeFile(join(folder, 'waldur-tokens.conf'), await site(folder))
    const around = filledIn(await readFile(deployed('container.conf'), 'utf8'), [
      ['/tmp/', `${folder}/`],
      [logged, 'access_log off;'],
    ])
    const asRoot = process.getuid?.() === 0 ? 'user root;\n' : ''
    await writeFile(join(folder, 'nginx.conf'), asRoot + around)
    return { command: installed('nginx'), args: ['-p', folder, '-c', join(folder, 'nginx.conf')] }
  })
}

export interface ContainerSite extends Site {
  /** Environment variables that `deploy/compose.yaml` sets; `WALDUR_ADDRESS` is the site's unless it is here. */
  env?: Partial<Record<'WALDUR_ADDRESS' | 'BASE_PATH' | 'CONFIG_JSON' | 'REAL_IP_FROM' | 'FORWARDED_PROTO', string>>
  /** Where it writes its log: a path that anyone can write to. */
  log?: string
}

/**
 * Starts the contents of `deploy/Dockerfile` as the container would: by its script, not as root, with one writable
 * folder.
 */
export async function startContainer({ files, waldur, env, log }: ContainerSite): Promise<WebServer> {
  const port = await freePort()
  const stop = await run(port, async (folder) => {
    const [image, writable] = [join(folder, 'etc'), join(folder, 'tmp')]
    await chmod(folder, 0o755)
    await mkdir(writable)
    await chmod(writable, 0o777)
    await cp(deployed('nginx'), image, { recursive: true })
    for (const name of ['nginx.conf', 'container.conf', 'container.sh']) await cp(deployed(name), join(image, name))
    for (const name of await readdir(image)) {
      const text = (await readFile(join(image, name), 'utf8'))
        .replaceAll('/tmp/', `${writable}/`)
        .replaceAll(includes, image)
        .replaceAll('/var/www/waldur-tokens', files)
        .replaceAll('listen 8080;', `listen 127.0.0.1:${port};`)
        .replaceAll('[::]:8080', `[::]:${port}`)
        .replaceAll(logged, log === undefined ? 'access_log off;' : `access_log ${log} waldur_tokens;`)
      await writeFile(join(image, name), text)
    }
    const nobody = 65_534
    const script = join(image, 'container.sh')
    // Listening proves nothing: nginx's check of the configuration listens too, before nginx runs.
    const health = '/healthz'
    return { command: 'sh', args: [script], env: { WALDUR_ADDRESS: waldur, ...env }, uid: nobody, health }
  })
  return { origin: `http://127.0.0.1:${port}`, stop }
}
