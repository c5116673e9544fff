import { QueryClient } from '@tanstack/react-query'
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { isWhole } from '../src/api/allPages.ts'
import { request } from '../src/api/client.ts'
import { startSession } from '../src/api/credential.ts'
import { TOO_LARGE, UNLIKE } from '../src/api/errors.ts'
import { retry } from '../src/app/queryClient.ts'
import { ROOT } from '../src/tokens/listPages.ts'
import { newestTokens, tokenQueries } from '../src/tokens/queries.ts'
import { Token } from '../src/tokens/schema.ts'
import type { Damage } from './damage.ts'
import type { Sandbox } from './sandbox.ts'
import { openSandbox } from './sandbox.ts'

// How the page's own functions handle responses damaged in transit, over real sockets.

let sandbox: Sandbox
let headers: Record<string, string>
/** The number of responses that have started to arrive. */
let started: number
/** The number of requests for the list. */
let asked: () => number

async function open(tokens = 0): Promise<void> {
  const send = fetch
  started = 0
  sandbox = await openSandbox({ tokens })
  const origin = await sandbox.listen()
  headers = { Authorization: `Token ${await sandbox.signIn('owner')}` }
  vi.stubGlobal('navigator', { onLine: true })
  vi.stubGlobal('location', new URL(origin))
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    const response = await send(url, init)
    started += 1
    return response
  })
  startSession({ authorization: headers['Authorization'] ?? '', impersonated: null }, 'memory')
  asked = () => sandbox.requests.filter(({ method, path }) => method === 'GET' && path === ROOT).length
}

afterEach(async () => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
  await sandbox.close()
})

/** Loads the list as the page does, but retries without a delay. */
function load() {
  const client = new QueryClient({ defaultOptions: { queries: { retry, retryDelay: 0 } } })
  onTestFinished(() => client.clear())
  return client.fetchInfiniteQuery({ ...tokenQueries.list(), pages: 9 })
}

const rowsOf = ({ pages }: Awaited<ReturnType<typeof load>>) => pages.flatMap(({ rows }) => rows)

const bytesOf = async (path: string) =>
  (await (await sandbox.app.request(`${path}?page=1&page_size=100`, { headers })).arrayBuffer()).byteLength

describe('among eleven tokens', () => {
  beforeEach(() => open())

  test.each<[string, Damage, string]>([
    ['cut', { kind: 'truncate', bytes: 700 }, UNLIKE],
    ['malformed', { kind: 'malformedJson' }, UNLIKE],
    ['null', { kind: 'schema', damage: 'null', path: '' }, UNLIKE],
    ['a number', { kind: 'schema', damage: 'wrongType', path: '' }, UNLIKE],
  ])('row 9: a list that is %s fails as a whole, and is not retried', async (_what, damage, where) => {
    sandbox.damageNext('GET', ROOT, damage)
    await expect(load()).rejects.toMatchObject({ name: 'ShapeError', where })
    expect(asked()).toBe(1)
    expect(rowsOf(await load())).toHaveLength(11)
  })

  test.each([
    ['text that is cut', '[{"uuid": "cut', UNLIKE],
    ['an object', { results: [] }, UNLIKE],
  ])('row 9: a list that is %s is not an empty list', async (_what, body, where) => {
    sandbox.failNext('GET', ROOT, { status: 200, body, headers: { 'Content-Type': 'application/json' } })
    await expect(load()).rejects.toMatchObject({ name: 'ShapeError', where })
  })

  test('row 10: a list may lack optional fields and have new ones', async () => {
    const whole = rowsOf(await load())
    sandbox.damageNext('GET', ROOT, { kind: 'schema', damage: 'null', path: '0.last_used_at' })
    sandbox.damageNext('GET', ROOT, { kind: 'schema', damage: 'extra', path: '0' })
    expect(rowsOf(await load())).toEqual([{ ...whole[0], last_used_at: null }, ...whole.slice(1)])
    const loaded = await load()
    expect(rowsOf(loaded)).toEqual(whole)
    expect(loaded.pages[0]?.unreadable).toBe(0)
  })

  test('row 10: a list of one invalid row counts one unreadable row', async () => {
    sandbox.failNext('GET', ROOT, { status: 200, body: [{ uuid: 'odd' }] })
    const { pages } = await load()
    expect(pages[0]).toMatchObject({ rows: [], unreadable: 1, unread: [] })
  })

  test.each<[string, Damage]>([
    ['60 MB', { kind: 'huge', bytes: 60_000_000 }],
    ['20,000 rows', { kind: 'huge', rows: 20_000 }],
  ])('row 8: a list of %s is rejected, and not retried', async (_what, damage) => {
    sandbox.damageNext('GET', ROOT, damage)
    await expect(load()).rejects.toMatchObject({ where: TOO_LARGE })
    expect(asked()).toBe(1)
  })

  test('row 8: a list may have five million bytes, and no more', async () => {
    const left = 5_000_000 - (await bytesOf(ROOT))
    sandbox.damageNext('GET', ROOT, { kind: 'huge', bytes: left })
    expect(rowsOf(await load())).toHaveLength(11)
    sandbox.damageNext('GET', ROOT, { kind: 'huge', bytes: left + 1 })
    await expect(load()).rejects.toMatchObject({ where: TOO_LARGE })
  })

  test('row 8: a token may have 256,000 bytes, and no more', async () => {
    const path = `${ROOT}${(await sandbox.createToken('owner', { name: 'ci' })).uuid}/`
    const left = 256_000 - (await bytesOf(path))
    sandbox.damageNext('GET', path, { kind: 'huge', bytes: left })
    expect(await request(path, Token)).toMatchObject({ name: 'ci' })
    sandbox.damageNext('GET', path, { kind: 'huge', bytes: left + 1 })
    await expect(request(path, Token)).rejects.toMatchObject({ where: TOO_LARGE })
  })

  test('row 9: a list that is cut each time is tried three times', async () => {
    for (const _attempt of [1, 2, 3]) sandbox.dropNext('GET', ROOT, 'midBody')
    await expect(load()).rejects.toMatchObject({ name: 'NetworkError', kind: 'cut' })
    expect(asked()).toBe(3)
    expect(rowsOf(await load())).toHaveLength(11)
  })

  test('a list whose connection breaks each time is tried three times', async () => {
    for (const _attempt of [1, 2, 3]) sandbox.dropNext('GET', ROOT, 'before')
    await expect(load()).rejects.toMatchObject({ name: 'NetworkError', kind: 'unreachable' })
    expect(asked()).toBe(3)
  })

  test('a list that fails once succeeds on the second try', async () => {
    sandbox.failNext('GET', ROOT, { status: 503, headers: { 'Retry-After': '1' } })
    expect(rowsOf(await load())).toHaveLength(11)
    expect(asked()).toBe(2)
  })
})

describe('with the page’s time stopped', () => {
  beforeEach(() => open())

  /** Starts loading; from here on, the page's timers only advance when told to. */
  function loadSlowly() {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    return load().catch((error: unknown) => error)
  }

  test('row 7: a list that stops in the middle is aborted after ten silent seconds, and not retried', async () => {
    sandbox.damageNext('GET', ROOT, { kind: 'stall' })
    const loading = loadSlowly()
    await expect.poll(() => started).toBe(1)
    vi.advanceTimersByTime(10_000)
    expect(await loading).toMatchObject({ name: 'NetworkError', kind: 'timeout' })
    expect(asked()).toBe(1)
  })

  test('row 7: a list that arrives slowly but steadily is read, however long it takes', async () => {
    sandbox.damageNext('GET', ROOT, { kind: 'trickle', bytesPerSecond: (await bytesOf(ROOT)) / 0.8 })
    const send = fetch
    let parts = 0
    const slow = new TransformStream<Uint8Array, Uint8Array>({
      transform: (part, controller) => {
        controller.enqueue(part)
        parts += 1
        vi.advanceTimersByTime(9000)
      },
    })
    vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
      const { body, headers } = await send(url, init)
      return new Response(body?.pipeThrough(slow), { headers })
    })
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    let rows = 0
    void newestTokens().then(({ length }) => {
      rows = length
    })
    await expect.poll(() => rows, { timeout: 20_000 }).toBe(11)
    expect(parts, 'of nine seconds each').toBeGreaterThan(3)
  })

  test('a list without a response is aborted after fifteen seconds, and not retried', async () => {
    onTestFinished(sandbox.holdNext('GET', ROOT))
    const loading = loadSlowly()
    await expect.poll(asked).toBe(1)
    vi.advanceTimersByTime(15_000)
    expect(await loading).toMatchObject({ name: 'NetworkError', kind: 'timeout' })
    expect(asked()).toBe(1)
  })
})

describe('among 361 tokens', () => {
  beforeEach(() => open(350))

  test('row 16: without headers, the list is read until Waldur says it has ended', async () => {
    for (const number of [1, 2, 3, 4]) {
      const response = await sandbox.app.request(`${ROOT}?page_size=100&page=${number}`, { headers })
      sandbox.failNext('GET', new RegExp(`[?&]page=${number}(&|$)`), { status: 200, body: await response.json() })
    }
    const before = asked()
    const loaded = await load()
    expect(new Set(rowsOf(loaded).map(({ uuid }) => uuid)).size).toBe(361)
    expect(isWhole(loaded.pages)).toBe(true)
    expect(asked() - before).toBe(5)
  })

  test('row 16: a server without pages and without a count is not asked endlessly', async () => {
    const response = await sandbox.app.request(`${ROOT}?page_size=100`, { headers })
    sandbox.failNext('GET', ROOT, { status: 200, body: await response.json(), times: 50 })
    const before = asked()
    const { pages } = await load()
    expect(isWhole(pages)).toBe(false)
    expect(asked() - before).toBe(2)
  })

  test('row 15: a token created between two pages neither hides nor repeats another', async () => {
    const release = sandbox.holdNext('GET', /[?&]page=2/)
    const loading = load()
    await expect.poll(asked).toBeGreaterThan(0)
    const { uuid } = await sandbox.createToken('owner', { name: 'made-meanwhile' })
    release()
    const uuids = (await loading).pages.map(({ rows }) => rows.map((row) => row.uuid))
    expect(new Set(uuids.flat()).size).toBe(362)
    expect(uuids.flat()).toContain(uuid)
  })
})
