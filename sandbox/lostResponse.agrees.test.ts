import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { request } from '../src/api/client.ts'
import { refutedOfflineAtom } from '../src/api/connection.ts'
import { startSession } from '../src/api/credential.ts'
import { isRequestError } from '../src/api/errors.ts'
import { isOutcomeUnknown } from '../src/api/outcome.ts'
import { outcomeOfCreate } from '../src/tokens/issue/reconcile.ts'
import { ROOT } from '../src/tokens/listPages.ts'
import { newestTokens } from '../src/tokens/queries.ts'
import { issuedAs } from '../src/tokens/schema.ts'
import type { Sandbox } from './sandbox.ts'
import { openSandbox } from './sandbox.ts'

// How the page's own functions find a token that Waldur created although its response was of no use, over real sockets.

let sandbox: Sandbox

beforeEach(async () => {
  sandbox = await openSandbox({})
  vi.stubGlobal('navigator', { onLine: true })
  vi.stubGlobal('location', new URL(await sandbox.listen()))
  startSession({ authorization: `Token ${await sandbox.signIn('owner')}`, impersonated: null }, 'memory')
})

afterEach(async () => {
  vi.unstubAllGlobals()
  await sandbox.close()
})

/** Creates a token as the form does, and returns its error. */
const create = () =>
  request(ROOT, issuedAs(body), { method: 'POST', body, once: true }).then(
    () => null,
    (error: unknown) => error,
  )

const body = { name: 'maybe', scopes: ['PROJECT.LIST'], expires_at: '2026-12-24T12:00:00Z' }

test.each<[string, () => void, object]>([
  ['row 32: a body that is cut off', () => sandbox.dropNext('POST', ROOT, 'midBody'), { kind: 'cut' }],
  [
    'row 33: a success without a secret',
    () => sandbox.damageNext('POST', ROOT, { kind: 'schema', damage: 'missing', path: 'token' }),
    { name: 'ShapeError' },
  ],
  [
    'row 33: a success that is not JSON',
    () => sandbox.damageNext('POST', ROOT, { kind: 'malformedJson' }),
    { name: 'ShapeError' },
  ],
  [
    'row 63: a response lost while the browser wrongly reports that it is offline',
    () => {
      vi.stubGlobal('navigator', { onLine: false })
      sandbox.dropNext('POST', ROOT, 'afterCommit')
    },
    { kind: 'unreachable' },
  ],
  ...[500, 502, 503, 504].map((status): [string, () => void, object] => [
    `row 34: ${status} after the commit`,
    () => sandbox.failNext('POST', ROOT, { status, body: `<h1>Error ${status}</h1>`, afterCommit: true }),
    { status },
  ]),
])('%s leads to the token', async (_what, fail, reason) => {
  const before = { uuids: new Set((await newestTokens()).map(({ uuid }) => uuid)), at: sandbox.now() }
  fail()
  const error = await create()
  expect(error).toMatchObject(reason)
  expect(isRequestError(error) && isOutcomeUnknown(error)).toBe(true)
  const snapshot = { before, name: 'maybe', tokens: await newestTokens(), known: new Set<string>() }
  expect(outcomeOfCreate(snapshot)).toMatchObject({ kind: 'lost', tokens: [{ name: 'maybe', is_active: true }] })
  expect(sandbox.requests.filter(({ method }) => method === 'POST')).toHaveLength(1)
})

test('row 36: offline, nothing is sent, and only then is nothing said to be sent', async () => {
  vi.stubGlobal('navigator', { onLine: false })
  sandbox.dropNext('HEAD', '/api/configuration/', 'before')
  const error = await create()
  expect(error).toMatchObject({ kind: 'offline' })
  expect(isRequestError(error) && isOutcomeUnknown(error)).toBe(false)
  expect(sandbox.requests.filter(({ method }) => method === 'POST')).toEqual([])
})

test('a response refutes what the browser reports of the network, until a request gets none', async () => {
  const release = sandbox.holdNext('GET', ROOT)
  const sentBefore = newestTokens()
  vi.stubGlobal('navigator', { onLine: false })
  release()
  await sentBefore
  expect(refutedOfflineAtom.get()).toBe(false)
  await newestTokens()
  expect(refutedOfflineAtom.get()).toBe(true)
  sandbox.dropNext('GET', ROOT, 'before')
  await expect(newestTokens()).rejects.toMatchObject({ kind: 'offline' })
  expect(refutedOfflineAtom.get()).toBe(false)
})
