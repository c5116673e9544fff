import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

// The tests run without a container engine: here the files are compared, and e2e/deployHeaders.spec.ts starts what the
// container would start.

const dockerfile = readFileSync('deploy/Dockerfile', 'utf8')
const copies = [...dockerfile.matchAll(/^COPY (?!--from)(.+)$/gm)].map(([, words = '']) => words.split(' '))

test('the Dockerfile copies only existing files', () => {
  expect(copies.length).toBeGreaterThan(5)
  for (const path of copies.flatMap((words) => words.slice(0, -1))) expect(existsSync(path), path).toBe(true)
})

test('the Dockerfile copies everything that a build reads', () => {
  const copied = copies.flatMap((words) => words.slice(0, -1))
  const imports = readFileSync('vite.config.ts', 'utf8').matchAll(/from '\.\/(\w+)\//g)
  for (const [, folder] of imports) expect(copied).toContain(folder)
  expect(readFileSync('index.html', 'utf8')).toContain('src="/src/main.ts"')
  expect(copied).toEqual(expect.arrayContaining(['src', 'public', 'index.html', 'vite.config.ts', 'package-lock.json']))
})

test('the Dockerfile puts files where the nginx configuration expects them', () => {
  const site = readFileSync('deploy/nginx.conf', 'utf8')
  const [files = ''] = /(?<=COPY --from=build \/build\/dist ).+/.exec(dockerfile) ?? []
  expect(site).toContain(`root ${files};`)
  const configuration = copies.find((words) => words.includes('deploy/nginx.conf'))
  expect(configuration).toEqual(
    expect.arrayContaining(['deploy/nginx', 'deploy/container.conf', 'deploy/container.sh']),
  )
  expect(site).toContain(`include ${configuration?.at(-1)}headers.conf;`)
  // As numbers: by a name, Kubernetes can't tell that it isn't root.
  expect(dockerfile).toMatch(/^USER [1-9]\d*:[1-9]\d*$/m)
  expect(dockerfile).toMatch(/^CMD \["sh", "\/etc\/nginx\/waldur-tokens\/container\.sh"\]$/m)
})

test('compose.yaml requires an address, which is empty if the container only serves files', () => {
  expect(readFileSync('deploy/container.sh', 'utf8')).toContain('Set WALDUR_ADDRESS')
  const composition = readFileSync('deploy/compose.yaml', 'utf8')
  expect(composition).toContain('WALDUR_ADDRESS: ${WALDUR_ADDRESS?')
  expect(composition).toMatch(/dockerfile: deploy\/Dockerfile/)
  expect(composition).toMatch(/read_only: true\s+tmpfs:\s+- \/tmp/)
})

test('compose.yaml passes every other setting that the container has', () => {
  const script = readFileSync('deploy/container.sh', 'utf8')
  const known = [...script.matchAll(/\$\{([A-Z_]+)/g)].map(([, name]) => name)
  const composition = readFileSync('deploy/compose.yaml', 'utf8')
  for (const name of known) expect(composition).toMatch(new RegExp(`^ +${name}: \\$\\{${name}[:?]`, 'm'))
  expect(new Set(known)).toEqual(
    new Set(['BASE_PATH', 'CONFIG_JSON', 'FORWARDED_PROTO', 'REAL_IP_FROM', 'WALDUR_ADDRESS']),
  )
})

test('the Helm chart has the version of the page', () => {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'))
  const chart = readFileSync('deploy/helm/Chart.yaml', 'utf8')
  expect([...chart.matchAll(/^(?:version|appVersion): (.+)$/gm)].map(([, text]) => text)).toEqual([version, version])
})
