import { chmod, cp, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Site, WebServer } from './webServer.ts'
import { deployed, filledIn, freePort, run } from './webServer.ts'

/** Two files. */
export interface Certificate {
  certificate: string
  key: string
}

export interface NginxSite extends Site {
  /** The TLS shape, and where it listens for plain HTTP. */
  tls?: Certificate & { plainPort: number }
  /** Lets a second request of one click through, as a server without our rule would. */
  withoutOnce?: boolean
  /** A second folder of files, served under `/portal/` by `deploy/nginx/under-path.conf`. */
  portal?: string
}

// What /etc/nginx/nginx.conf is to an operator: nothing in it says how our files are served.
const around = (folder: string) => `
daemon off;
${process.getuid?.() === 0 ? 'user root;' : ''}
worker_processes 1;
pid ${folder}/nginx.pid;
error_log stderr error;
events {}
http {
  access_log off;
  client_body_temp_path ${folder}/body;
  proxy_temp_path ${folder}/proxy;
  fastcgi_temp_path ${folder}/fastcgi;
  uwsgi_temp_path ${folder}/uwsgi;
  scgi_temp_path ${folder}/scgi;
  include ${folder}/waldur-tokens.conf;
}
`

/** Starts nginx with `deploy/nginx.conf`, on a port of its own. */
export async function startNginx({ files, waldur, tls, withoutOnce, portal }: NginxSite): Promise<WebServer> {
  const port = await freePort()
  const stop = await run('nginx', port, async (folder) => {
    await chmod(folder, 0o755)
    const includes = join(folder, 'include')
    await cp(deployed('nginx'), includes, { recursive: true })
    const shipped = await readFile(deployed('nginx.conf'), 'utf8')
    const shape = tls
      ? shipped.replaceAll('#tls ', '').replace(/^.*#plain$/m, '')
      : filledIn(shipped, [['listen 80; #plain', `listen 127.0.0.1:${port};`]])
    const site = filledIn(shape, [
      ['/etc/nginx/waldur-tokens', includes],
      ['/var/www/waldur-tokens', files],
      ['127.0.0.1:8000', waldur],
      ...(tls
        ? ([
            ['listen 80;', `listen 127.0.0.1:${tls.plainPort};`],
            ['listen 443 ssl http2;', `listen 127.0.0.1:${port} ssl http2;`],
            [`${includes}/tls.crt`, tls.certificate],
            [`${includes}/tls.key`, tls.key],
          ] as const)
        : []),
      ...(withoutOnce ? ([['limit_req zone=waldur_tokens_once;', '']] as const) : []),
      ...(portal ? ([['#portal ', '']] as const) : []),
    ])
    await writeFile(join(folder, 'waldur-tokens.conf'), site)
    if (portal) {
      await mkdir(join(folder, 'www'))
      await cp(portal, join(folder, 'www', 'portal'), { recursive: true })
      const underPath = join(includes, 'under-path.conf')
      const text = await readFile(underPath, 'utf8')
      const values = [
        ['/etc/nginx/waldur-tokens', includes],
        ['/var/www', join(folder, 'www')],
      ] as const
      await writeFile(underPath, filledIn(text, values))
    }
    await writeFile(join(folder, 'nginx.conf'), around(folder))
    return ['-p', folder, '-c', join(folder, 'nginx.conf')]
  })
  return { origin: `${tls ? 'https' : 'http'}://127.0.0.1:${port}`, stop }
}
