import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { startSession } from '../src/api/credential.ts'
import { ApiError } from '../src/api/errors.ts'
import { learnInstant, serverOffset } from '../src/api/serverClock.ts'
import { ROOT } from '../src/tokens/listPages.ts'
import { newestTokens } from '../src/tokens/queries.ts'
import type { FaultResponse } from './faults.ts'
import type { Sandbox } from './sandbox.ts'
import { openSandbox } from './sandbox.ts'

// What the page believes of responses that something between it and Waldur sends, over real sockets.

const DAY = 86_400_000

let sandbox: Sandbox

beforeEach(async () => {
  sandbox = await openSandbox({ now: Date.now() })
  vi.stubGlobal('navigator', { onLine: true })
  vi.stubGlobal('location', new URL(await sandbox.listen()))
  startSession({ authorization: `Token ${await sandbox.signIn('owner')}`, impersonated: null }, 'memory')
})

afterEach(async () => {
  learnInstant(new Date().toISOString())
  vi.unstubAllGlobals()
  await sandbox.close()
})

/** Responds to every request for the list with this. */
const always = (response: FaultResponse) => sandbox.failNext('GET', ROOT, { ...response, times: 9 })

test.each<[string, number, FaultResponse]>([
  ['a gateway error', 300, { status: 502, body: '<h1>Bad Gateway</h1>' }],
  ['a login page', 300, { status: 200, body: '<html>Sign in</html>' }],
  ['a rejection', 300, { status: 403, body: { detail: 'No.' } }],
  ['JSON of another kind', 300, { status: 200, body: { ok: true } }],
])('row 64: the clock is not set by %s', async (_what, days, response) => {
  always({ ...response, headers: { Date: new Date(Date.now() + days * DAY).toUTCString() } })
  for (const _time of [1, 2]) await expect(newestTokens()).rejects.toThrow()
  expect(serverOffset()).toBe(0)
})

test('the clock is set by Waldur, once a second response confirms it', async () => {
  await newestTokens()
  sandbox.advance(30 * 60_000)
  await newestTokens()
  expect(serverOffset()).toBe(0)
  await newestTokens()
  expect(Math.abs(serverOffset() - 30 * 60_000)).toBeLessThan(5000)
})

test('a wait goes by the clock of whoever asks for it', async () => {
  const at = (ms: number) => new Date(Date.now() + 300 * DAY + ms).toUTCString()
  always({ status: 503, headers: { Date: at(0), 'Retry-After': at(9000) } })
  const error = await newestTokens().catch((failed: unknown) => failed)
  expect(error instanceof ApiError && error.retryAfter).toBeGreaterThan(7)
  expect(error instanceof ApiError && error.retryAfter).toBeLessThan(11)
})
