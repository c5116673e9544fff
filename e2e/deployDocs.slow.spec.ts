import { execFile } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { mkdir, readdir, readFile, rename, stat, writeFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { TestInfo } from 'playwright/test'
import type { Sandbox } from '../sandbox/sandbox.ts'
import { runCaddy } from './caddy.ts'
import { check } from './checkSteps.ts'
import { expect } from './fixtures.ts'
import { runNginx } from './nginx.ts'
import { startOther } from './otherOrigin.ts'
import { pagesFolder } from './pagesFolder.ts'
import { test } from './serve.ts'
import { filledIn, freePort, needs } from './webServer.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const shell = promisify(execFile)

/** The blocks of commands in the document; the first for a host of its own sets the operator's values. */
async function blocks(): Promise<string[]> {
  const page = await readFile(join(root, 'docs/deployment.md'), 'utf8')
  return [...page.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, commands = '']) => commands)
}

async function packed(testInfo: TestInfo): Promise<string> {
  const archive = testInfo.outputPath('waldur-tokens.tar.gz')
  await mkdir(testInfo.outputDir, { recursive: true })
  await shell(process.execPath, ['scripts/archive.mjs', archive], { cwd: root })
  return archive
}

/** The folder of an unpacked release. */
async function unpacked(testInfo: TestInfo): Promise<string> {
  const folder = testInfo.outputPath('release')
  await mkdir(folder, { recursive: true })
  await shell('tar', ['-xzf', await packed(testInfo), '-C', folder])
  return folder
}

test('links in the documents of a release lead to files in it', async () => {
  const release = await unpacked(test.info())
  const files = await readdir(release, { recursive: true })
  const documents = files.filter((file) => file.endsWith('.md'))
  expect(documents).toContain('docs/deployment.md')
  for (const document of documents) {
    const text = await readFile(join(release, document), 'utf8')
    const links = [...text.matchAll(/\]\((?!\w+:|#)([^)#]+)/g)].map(([, link = '']) => link)
    for (const link of links) expect(files, document).toContain(join(dirname(document), link))
  }
})

/** Runs the document's commands as an operator does, in a folder of the test instead of the system's. */
async function operator(origin: string, sandbox: Sandbox, testInfo: TestInfo) {
  const commands = (await blocks()).filter((block) => !/\(not run here|\$ARCHIVE|UPLOAD/.test(block))
  const own = commands.shift() ?? ''
  const [checks = '', ...others] = commands.filter((block) => block.includes('$PAGE'))
  expect(others, 'one list of checks').toEqual([])
  const steps = commands.filter((block) => block !== checks)
  expect(steps.length).toBeGreaterThan(4)

  const folder = testInfo.outputPath('host')
  await mkdir(folder, { recursive: true })
  const values = { SITE: 'localhost', WALDUR: new URL(origin).host, WWW: join(folder, 'www'), ETC: join(folder, 'etc') }
  expect([...own.matchAll(/^(\w+)=/gm)].map(([, name]) => name)).toEqual(Object.keys(values))
  const run = (block: string) =>
    shell('bash', ['-euo', 'pipefail', '-c', block], { cwd: root, env: { ...process.env, ...values } })
  // Without a session, there is no key that could be shown.
  await sandbox.signIn('owner')
  const { token } = await sandbox.createToken('owner')
  const release = await unpacked(testInfo)
  const check = async (address: string) => {
    const env = { ...process.env, PAGE: address, TOKEN: token }
    const { stdout } = await shell('bash', ['-euo', 'pipefail', '-c', checks], { cwd: release, env })
    expect(stdout).toContain('A token can’t read its owner’s sign-in key.')
    expect(stdout).toMatch(/\nNothing to change\.\n$/)
  }
  return { values, steps, run, check }
}

test('the commands of docs/deployment.md set up nginx', async ({ origin, sandbox }, testInfo) => {
  needs(testInfo, 'nginx')
  const { values, steps, run, check } = await operator(origin, sandbox, testInfo)

  const isForNginxAlone = (block: string) => !/#tls |--api/.test(block)
  for (const block of steps.filter(isForNginxAlone)) await run(block)
  const conf = join(values.ETC, 'nginx/conf.d/waldur-tokens.conf')
  const site = await readFile(conf, 'utf8')
  expect(site).not.toMatch(/example\.org|127\.0\.0\.1:8000/)

  const port = await freePort()
  const listening = [['listen 80; #plain', `listen 127.0.0.1:${port};`] as const]
  const underPath = [...listening, ['#path ', ''] as const]
  const stop = await runNginx(port, () => Promise.resolve(filledIn(site, underPath)))
  await check(`http://127.0.0.1:${port}`)
  const moved = await fetch(`http://127.0.0.1:${port}/tokens-app/tokens/new`)
  expect(await moved.text()).toContain('src="../assets/')
  await stop()

  for (const block of steps.filter((each) => !isForNginxAlone(each))) await run(block)
  const overTls = await readFile(conf, 'utf8')
  expect(overTls).toMatch(/^ {2}listen 443 ssl http2;$/m)
  expect(overTls).not.toMatch(/#tls|#plain/)
  expect(await readFile(join(values.ETC, 'nginx/waldur-tokens/maps.conf'), 'utf8')).toContain(
    "connect-src 'self' https://mastermind.example.org;",
  )
})

test('the commands of docs/deployment.md set up Caddy', async ({ origin, sandbox }, testInfo) => {
  needs(testInfo, 'caddy')
  const host = await operator(origin, sandbox, testInfo)
  for (const block of host.steps.filter((each) => /dist|Caddyfile/.test(each))) await host.run(block)
  const port = await freePort()
  const site = await readFile(join(host.values.ETC, 'caddy/Caddyfile'), 'utf8')
  expect(site).not.toMatch(/over_tls|https:|example\.org|127\.0\.0\.1:8000/)
  const stop = await runCaddy(port, port, () => Promise.resolve(site))
  await host.check(`http://127.0.0.1:${port}`)
  await stop()
})

test('the commands of docs/deployment.md put the page beside Waldur’s docker-compose', async ({ origin }, testInfo) => {
  needs(testInfo, 'caddy')
  const folder = testInfo.outputPath('waldur-docker-compose')
  await mkdir(folder, { recursive: true })
  const archive = await packed(testInfo)
  const [install = '', upgrade = '', ...later] = (await blocks()).filter((block) => block.includes('$ARCHIVE'))
  const run = (commands: string) =>
    shell('bash', ['-euo', 'pipefail', '-c', commands], { cwd: folder, env: { ...process.env, ARCHIVE: archive } })
  await run(install)

  // What Compose would mount where.
  const override = await readFile(join(folder, 'docker-compose.override.yml'), 'utf8')
  const mounts = new Map([...override.matchAll(/- \.\/(.+):(.+):ro/g)].map(([, from = '', to = '']) => [to, from]))
  const at = (path: string) => join(folder, mounts.get(path) ?? 'not mounted')
  const files = at('/srv/waldur-tokens')
  await writeFile(join(files, 'assets/old-1.js'), '')
  // Replacing the file would end the mount in the running container.
  const { ino } = await stat(join(files, 'config.json'))
  await run(upgrade)
  expect(await stat(join(files, 'config.json'))).toMatchObject({ ino })
  expect(existsSync(join(files, 'assets/old-1.js'))).toBe(true)
  await run(later.join('\n'))
  expect((await readdir(join(files, 'assets'))).toSorted()).toEqual(
    (await readdir(join(pagesFolder, 'assets'))).toSorted(),
  )

  expect(existsSync(at('/srv/sign-in-key.caddy'))).toBe(true)
  const include = await readFile(at('/etc/caddy-includes/waldur-tokens.conf'), 'utf8')
  await rename(at('/srv/waldur-tokens/config.json'), join(files, 'config.json'))
  const port = await freePort()
  const env = { WALDUR_TOKENS_FILES: files, WALDUR_TOKENS_API: new URL(origin).host }
  const stop = await runCaddy(port, port, () => Promise.resolve(`http:// {\n${include}}`), env)
  const page = await fetch(`http://127.0.0.1:${port}/tokens-app/tokens/new`)
  expect(await page.text()).toContain('src="../assets/')
  const settings = await fetch(`http://127.0.0.1:${port}/tokens-app/config.json`)
  expect(await settings.json()).toEqual({ homeportSession: 'localStorage' })
  await stop()
})

test('an upgrade by the commands of docs/deployment.md keeps settings, and old files for a day', async () => {
  const testInfo = test.info()
  const www = testInfo.outputPath('www')
  const release = await unpacked(testInfo)
  const run = (commands: string) =>
    shell('bash', ['-euo', 'pipefail', '-c', commands], { cwd: release, env: { ...process.env, WWW: www } })
  const [install = '', upgrade = '', later = ''] = (await blocks()).filter(
    (block) => block.includes('dist/') && block.includes('$WWW') && !block.includes('(not run here'),
  )
  expect(await readFile(join(release, 'CHANGELOG.md'), 'utf8')).toContain('# Changelog')
  await run(install)
  await writeFile(join(www, 'config.json'), '{"siteName": "Puhuri"}')
  await writeFile(join(www, 'index.html'), 'old')
  const old = ['old-1.js', 'old-1.js.gz'].map((name) => join(www, 'assets', name))
  for (const file of old) await writeFile(file, '')

  await run(upgrade)
  expect(old.filter(existsSync)).toEqual(old)
  const placed = await readdir(pagesFolder, { recursive: true, withFileTypes: true })
  for (const file of placed.filter((each) => each.isFile() && each.name !== 'config.json')) {
    const path = join(file.parentPath, file.name)
    expect(await readFile(join(www, relative(pagesFolder, path)))).toEqual(await readFile(path))
  }
  await run(later)
  expect(old.filter(existsSync)).toEqual([])
  const scripts = (await readdir(join(www, 'assets'))).filter((name) => name.endsWith('.js'))
  expect(scripts).toEqual((await readdir(join(pagesFolder, 'assets'))).filter((name) => name.endsWith('.js')))
  expect(await readFile(join(www, 'config.json'), 'utf8')).toContain('Puhuri')
})

/** What a host that reads `_headers` and `_redirects` responds with. */
async function hostStatic(folder: string) {
  const lines = (await readFile(join(folder, '_headers'), 'utf8')).split('\n').filter((line) => /^[ /]/.test(line))
  const rules: { path: string; headers: [name: string, value: string][] }[] = []
  for (const line of lines) {
    if (line.startsWith('/')) rules.push({ path: line, headers: [] })
    else rules.at(-1)?.headers.push([line.slice(2, line.indexOf(':')), line.slice(line.indexOf(':') + 2)])
  }
  const redirects = [...(await readFile(join(folder, '_redirects'), 'utf8')).matchAll(/^(\/\S*)\* \/(\S+) (\d+)$/gm)]
  return await startOther((request, response) => {
    const { pathname } = new URL(request.url ?? '', 'http://host')
    const matches = ({ path }: { path: string }) =>
      path.endsWith('*') ? pathname.startsWith(path.slice(0, -1)) : pathname === path
    for (const [name, value] of rules.filter(matches).flatMap(({ headers }) => headers)) {
      expect(response.hasHeader(name), `${name} twice for ${pathname}`).toBe(false)
      response.setHeader(name, value)
    }
    const file = join(folder, pathname)
    if (pathname !== '/' && existsSync(file)) return response.end(readFileSync(file))
    const [, , page = '', status] = redirects.find(([, start = '']) => pathname.startsWith(start)) ?? []
    return response.writeHead(Number(status)).end(readFileSync(join(folder, page)))
  })
}

test('the commands of docs/deployment.md prepare a host of static files', async ({ origin, sandbox }, testInfo) => {
  const UPLOAD = testInfo.outputPath('upload')
  await mkdir(testInfo.outputDir, { recursive: true })
  const [own = '', commands = '', ...others] = (await blocks()).filter((block) => block.includes('UPLOAD'))
  expect(own).toMatch(/^API=.+\nUPLOAD=.+\n$/)
  expect(others).toEqual([])
  const env = { ...process.env, API: origin, UPLOAD }
  await shell('bash', ['-euo', 'pipefail', '-c', commands], { cwd: root, env })
  sandbox.settings.CORS_EXPOSED = ['Link', 'X-Result-Count', 'Date', 'Retry-After']
  const host = await hostStatic(UPLOAD)
  expect(await check(`${host.origin}/`)).toMatchObject({ code: 0, changes: [] })
  await host.stop()
})
