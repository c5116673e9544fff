import type { CaddySite, WaldurSite } from './caddy.ts'
import { startCaddy, startWaldurCaddy } from './caddy.ts'
import { test as base } from './fixtures.ts'
import type { ContainerSite, NginxSite } from './nginx.ts'
import { startContainer, startNginx } from './nginx.ts'
import { pagesFolder } from './pagesFolder.ts'
import { startVite } from './vite.ts'
import type { Certificate, Site, WebServer } from './webServer.ts'
import { freePort, needs } from './webServer.ts'

interface Serve {
  /** Starts nginx with the shipped configuration in front of the test's sandbox. Resolves with its origin. */
  nginx(site?: Partial<NginxSite>): Promise<string>
  /** Starts nginx or Caddy with TLS. Resolves with its origin and the one for plain HTTP. */
  overTls(server: 'nginx' | 'caddy', tls: Certificate): Promise<{ origin: string; plain: string }>
  /** Starts nginx as the container does. */
  container(site?: Partial<ContainerSite>): Promise<string>
  /** Starts Caddy with the shipped configuration. */
  caddy(site?: Partial<CaddySite>): Promise<string>
  /** Starts Caddy as Waldur's docker-compose does, with the shipped include. */
  waldurCaddy(site: Pick<WaldurSite, 'shape' | 'homeport'> & Partial<WaldurSite>): Promise<string>
  /** Starts what `npm start` does, in front of a Waldur server. */
  dev(site?: Partial<Site>): Promise<string>
  /** Starts what `npm run preview` does. */
  preview(site?: Partial<Site>): Promise<string>
}

/** Tests with the web servers of `deploy/`. If one is not installed, its tests are skipped. */
export const test = base.extend<{ serve: Serve }>({
  serve: async ({ origin, origins }, provide, testInfo) => {
    const running: WebServer[] = []
    const ours = { files: pagesFolder, waldur: new URL(origin).host }
    const keep = (server: WebServer) => {
      running.push(server)
      origins.add(server.origin)
      return server.origin
    }
    await provide({
      nginx: async (site) => {
        needs(testInfo, 'nginx')
        return keep(await startNginx({ ...ours, ...site }))
      },
      overTls: async (server, tls) => {
        needs(testInfo, server)
        const plainPort = await freePort()
        const start = server === 'nginx' ? startNginx : startCaddy
        return {
          origin: keep(await start({ ...ours, tls: { ...tls, plainPort } })),
          plain: `http://127.0.0.1:${plainPort}`,
        }
      },
      container: async (site) => {
        needs(testInfo, 'nginx')
        return keep(await startContainer({ ...ours, ...site }))
      },
      caddy: async (site) => {
        needs(testInfo, 'caddy')
        return keep(await startCaddy({ ...ours, ...site }))
      },
      waldurCaddy: async (site) => {
        needs(testInfo, 'caddy')
        return keep(await startWaldurCaddy({ ...ours, ...site }))
      },
      dev: async (site) => keep(await startVite('dev', `http://${site?.waldur ?? ours.waldur}`)),
      preview: async (site) => keep(await startVite('preview', `http://${site?.waldur ?? ours.waldur}`)),
    })
    await Promise.all(running.map((server) => server.stop()))
  },
  // Closed before its server is stopped: late requests of the page would fail.
  page: async ({ page, serve: _serve }, provide) => {
    await provide(page)
    await page.close()
  },
})
