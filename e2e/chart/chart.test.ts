import { execFileSync } from 'node:child_process'
import { cp, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import * as z from 'zod/mini'
import { invalid, networks } from '../containerSettings.ts'
import { startContainer } from '../nginx.ts'
import { startOther } from '../otherOrigin.ts'
import { pagesFolder } from '../pagesFolder.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const chart = 'deploy/helm'

/** Kubernetes would accept anything else in these objects; the validation has looked at it. */
const Rendered = z.array(
  z.looseObject({ kind: z.string(), metadata: z.object({ name: z.string() }), spec: z.optional(z.unknown()) }),
)
const ConfigMap = z.object({ data: z.object({ 'config.json': z.string() }) })
const Container = z.object({ env: z.array(z.object({ name: z.string(), value: z.string() })) })
const Copying = z.object({ image: z.string(), command: z.array(z.string()) })
const Pod = z.object({ containers: z.array(Container), initContainers: z.optional(z.array(Copying)) })
const Deployment = z.object({ spec: z.object({ template: z.object({ spec: Pod }) }) })

const run = (program: string, args: string[], input = '') =>
  execFileSync(program, args, { cwd: root, input, encoding: 'utf8', stdio: ['pipe', 'pipe', 'pipe'] })

const version = ['--kube-version', '1.37.0']
const render = (...values: string[]) => run('.chart/helm', ['template', 'tokens', chart, ...version, ...values])
const validate = (text: string) =>
  run('.chart/python/bin/python', ['e2e/chart/validate.py', 'e2e/chart/httproute.json'], text)
const validated = (text: string) => Rendered.parse(JSON.parse(validate(text)))

const shapes = (await readdir(join(root, chart, 'ci'))).map((file) => `${chart}/ci/${file}`)

test('there are values for both shapes, with an ingress and with a gateway', () => {
  expect(shapes).toHaveLength(5)
})

describe.each(shapes)('with %s', (file) => {
  test('the chart passes Helm’s lint, and what it renders is valid', () => {
    expect(run('.chart/helm', ['lint', '--strict', chart, '-f', file])).toContain('0 chart(s) failed')
    const kinds = validated(render('-f', file)).map(({ kind }) => kind)
    const route = file.includes('gateway') ? 'HTTPRoute' : 'Ingress'
    expect(kinds.toSorted()).toEqual(['ConfigMap', 'Deployment', route, 'Service'].toSorted())
  })

  test('the container starts with the rendered settings', async () => {
    const objects = validated(render('-f', file))
    const config = ConfigMap.parse(objects.find(({ kind }) => kind === 'ConfigMap')).data['config.json']
    const pod = Deployment.parse(objects.find(({ kind }) => kind === 'Deployment')).spec.template.spec
    const [container] = pod.containers
    const env = Object.fromEntries((container?.env ?? []).map(({ name, value }) => [name, value]))
    const isProxying = env['WALDUR_ADDRESS'] !== ''
    const path = env['BASE_PATH'] ?? ''

    const files = await mkdtemp(join(tmpdir(), 'chart-'))
    await cp(pagesFolder, files, { recursive: true })
    await writeFile(join(files, 'config.json'), config)
    const kept = join(files, 'kept')
    await mkdir(kept)
    const earlier = (pod.initContainers ?? []).map(({ image, command }) => ({ tag: image.split(':')[1], command }))
    for (const { tag, command } of earlier) {
      const image = await mkdtemp(join(tmpdir(), 'chart-'))
      await mkdir(join(image, 'assets'))
      await writeFile(join(image, `assets/${tag}.js`), '')
      const [program = '', ...args] = command.map((text) =>
        text.replace('/var/www/waldur-tokens/kept', kept).replace('/var/www/waldur-tokens', image),
      )
      run(program, args)
      await rm(image, { recursive: true })
    }
    execFileSync('chmod', ['-R', 'a+rX', files])
    // In the cluster, these belong to the user that the container runs as.
    execFileSync('chmod', ['-R', 'a+w', kept])
    const waldur = await startOther((_request, response) => response.end('{}'))
    // The name in the cluster isn't known here.
    const own = isProxying ? { WALDUR_ADDRESS: new URL(waldur.origin).host } : {}
    const { origin, stop } = await startContainer({ files, waldur: '', env: { ...env, ...own } })
    expect((await fetch(`${origin}/healthz`)).status).toBe(200)
    const page = await fetch(`${origin}${path}/tokens/new`)
    expect(await page.text()).toContain(path === '' ? 'src="/assets/' : 'src="../assets/')
    expect(await (await fetch(`${origin}${path}/config.json`)).json()).toEqual(JSON.parse(config))
    expect(earlier.map(({ tag }) => tag)).toEqual(file.endsWith('/own-host-values.yaml') ? ['0.0.8', '0.0.9'] : [])
    for (const { tag } of earlier) expect((await fetch(`${origin}${path}/assets/${tag}.js`)).status).toBe(200)
    expect((await fetch(`${origin}/api/configuration/`)).status).toBe(isProxying ? 200 : 404)
    await stop()
    await waldur.stop()
    await rm(files, { recursive: true })
  })
})

test.each([
  ['own-host', ['/']],
  ['path', ['/tokens-app', '/api/personal-access-tokens']],
  ['path-gateway', ['/self-service/tokens', '/api', '/api-auth']],
  ['path-files', ['/tokens-app']],
])('with the values %s, the page’s container gets %j of the host', (name, paths) => {
  const rendered = render('-f', `${chart}/ci/${name}-values.yaml`)
  const routed = rendered.slice(rendered.search(/kind: (Ingress|HTTPRoute)/))
  expect([...routed.matchAll(/(?:path|value): (\/.*)/g)].map(([, path]) => path)).toEqual(paths)
})

test('under a path, the page shares HomePort’s sign-in', () => {
  const [config] = validated(render('-f', `${chart}/ci/path-values.yaml`))
  expect(ConfigMap.parse(config).data['config.json']).toBe('{"homeportSession":"localStorage"}')
})

test.each([
  'host=',
  'host=https://tokens.example.org',
  'image.repository=',
  'path=/tokens/',
  'replicas=0',
  'waldur.address=',
  'waldur.pass=some',
  'image.filesOf={a b}',
  'config.apiOrgin=x',
  'gateway.enabled=true',
  'ingres.enabled=false',
])('the chart rejects %s', (value) => {
  expect(() => render('-f', `${chart}/ci/own-host-values.yaml`, '--set', value)).toThrow(
    "values don't meet the specifications",
  )
})

const accepts = (value: string, json: unknown) =>
  render('-f', `${chart}/ci/own-host-values.yaml`, '--set-json', `${value}=${JSON.stringify(json)}`)

test.each([
  ...invalid.WALDUR_ADDRESS.map((text) => ['waldur.address', text] as const),
  ...invalid.BASE_PATH.map((text) => ['path', text] as const),
  ...invalid.FORWARDED_PROTO.map((text) => ['forwardedProto', text] as const),
  ...invalid.REAL_IP_FROM.map((text) => ['realIpFrom', [text]] as const),
])('like the container, the chart rejects %s %j', (value, json) => {
  expect(() => accepts(value, json)).toThrow("values don't meet the specifications")
})

test('like the container, the chart accepts every form of address and range', () => {
  expect(accepts('realIpFrom', networks)).toContain(networks.join(', '))
})

test('an object without a schema, or with a field that is not in it, is a failure', () => {
  const route = render('-f', `${chart}/ci/own-host-gateway-values.yaml`)
  expect(() => validate(route.replace('kind: HTTPRoute', 'kind: HTTPRout'))).toThrow('SchemaNotFoundError')
  expect(() => validate(route.replace('backendRefs:', 'backends:'))).toThrow('ValidationError')
  expect(() => validate(route.replace('readOnlyRootFilesystem', 'readOnlyRoot'))).toThrow('ValidationError')
})
