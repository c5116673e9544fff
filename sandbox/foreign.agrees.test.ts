import { QueryClient } from '@tanstack/react-query'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { request } from '../src/api/client.ts'
import { currentSession, startSession } from '../src/api/credential.ts'
import { ApiError, EMPTY, isRequestError, UNLIKE, WEB_PAGE } from '../src/api/errors.ts'
import { isIntercepted } from '../src/api/failures.ts'
import { isOutcomeUnknown } from '../src/api/outcome.ts'
import { learnInstant, serverOffset } from '../src/api/serverClock.ts'
import { configurationQuery } from '../src/auth/configuration.ts'
import { signOut } from '../src/auth/session.ts'
import { ROOT } from '../src/tokens/listPages.ts'
import { newestPage, newestTokens } from '../src/tokens/queries.ts'
import { revoke } from '../src/tokens/revoke.ts'
import { issuedAs } from '../src/tokens/schema.ts'
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

const PAGE = '<!doctype html>\n<title>Sign in to continue</title>'

const TEXT = { 'Content-Type': 'text/plain' }

const PROBLEM_TYPE = { 'Content-Type': 'application/problem+json' }
const problem = (status: number) => ({ type: 'about:blank', title: 'Blocked', status, detail: 'No valid credentials.' })

describe.each<[string, FaultResponse, string]>([
  ['a login page', { status: 200, body: `\n${PAGE}` }, WEB_PAGE],
  ['a login page in plain words', { status: 200, body: 'Sign in to continue.' }, WEB_PAGE],
  ['a redirect to one', { status: 302, headers: { Location: 'https://portal.example/' } }, WEB_PAGE],
  ['a block page', { status: 403, body: PAGE }, WEB_PAGE],
  ['a proxy that wants a sign-in', { status: 401, body: PAGE }, WEB_PAGE],
  ['a Wi-Fi that wants one', { status: 511, body: PAGE }, WEB_PAGE],
  ['a gateway that wants one, in JSON', { status: 401, body: { message: 'Unauthorized' } }, UNLIKE],
  ['a gateway that wants one, in plain text', { status: 401, body: 'No.', headers: TEXT }, UNLIKE],
  ['a gateway that wants one, without a word', { status: 401 }, EMPTY],
  ['a gateway that wants one, in one word of JSON', { status: 401, body: '"Unauthorized"', headers: TEXT }, UNLIKE],
  ['a gateway that wants one, in problem details', { status: 401, body: problem(401), headers: PROBLEM_TYPE }, UNLIKE],
  ['a gateway that blocks, in problem details', { status: 403, body: problem(403) }, UNLIKE],
  ['the same with little in them', { status: 403, body: { detail: 'No.' }, headers: PROBLEM_TYPE }, UNLIKE],
  ['a gateway that breaks down, in problem details', { status: 500, body: problem(500) }, UNLIKE],
  ['a gateway that blocks without a word', { status: 403 }, EMPTY],
  ['nothing', { status: 200 }, EMPTY],
  ['a portal’s JSON', { status: 200, body: { status: 'ok' } }, UNLIKE],
  ['a portal’s list', { status: 200, body: [{ ssid: 'Guest' }, 7, null] }, UNLIKE],
  ['null', { status: 200, body: null }, UNLIKE],
  ['plain text', { status: 200, body: 'OK', headers: TEXT }, UNLIKE],
])('row 65: %s', (_what, response, where) => {
  const page = { name: 'ShapeError', where }

  test('is told from a response that cannot be read, and ends no session', async () => {
    always(response)
    await expect(newestTokens()).rejects.toMatchObject(page)
    sandbox.clearFaults()
    expect(await newestTokens()).toHaveLength(11)
  })

  test('leaves open what a write did', async () => {
    sandbox.failNext('POST', ROOT, response)
    const body = { name: 'maybe', scopes: ['PROJECT.LIST'], allowed_scopes: [], expires_at: '2026-12-24T12:00:00Z' }
    const error = await request(ROOT, issuedAs(body), { method: 'POST', body }).catch((failed: unknown) => failed)
    expect(error).toMatchObject(page)
    expect(isRequestError(error) && isIntercepted(error) && isOutcomeUnknown(error)).toBe(true)
  })

  test('is no revocation, unless the token has ended all the same', async () => {
    const { uuid } = await sandbox.createToken('owner', { name: 'ci' })
    const path = `${ROOT}${uuid}/`
    sandbox.failNext('DELETE', path, response)
    await expect(revoke(uuid)).rejects.toSatisfy(isIntercepted)
    sandbox.failNext('DELETE', path, { ...response, afterCommit: true })
    expect(await revoke(uuid)).toBe('revoked')
  })
})

test.each([
  [{ message: 'Blocked.', request_id: '7' }, false],
  [{ success: false, errors: [{ code: 7, message: 'Blocked.' }] }, false],
  [{ fault: { faultstring: 'Blocked.', detail: { errorcode: '7' } } }, false],
  [problem(400), false],
  [{ statusCode: 400, message: ['Blocked.'], error: 'Bad Request' }, false],
  [[{ message: 'Blocked.' }], false],
  [{ name: 'Too short.' }, true],
  [{ scopes: { '1': ['May not be null.'] } }, true],
  [{ purpose: ['This field is required.'] }, true],
  [{ detail: 'No.' }, true],
  [['No.'], true],
])('row 65: a 400 with %j names a field: %j', async (body, isWaldurs) => {
  sandbox.failNext('POST', ROOT, { status: 400, body })
  const asked = { name: 'ci', scopes: [], expires_at: '2026-12-24T12:00:00Z' }
  const error = await request(ROOT, issuedAs(asked), { method: 'POST', body: asked }).catch((failed: unknown) => failed)
  expect(error instanceof ApiError && [error.problems.length > 0, isOutcomeUnknown(error)]).toEqual([
    isWaldurs,
    !isWaldurs,
  ])
})

test('row 65: a portal’s JSON isn’t taken for settings, or for a sign-out', async () => {
  const response = { status: 200, body: { status: 'ok' } }
  sandbox.failNext('GET', '/api/configuration/', response)
  await expect(new QueryClient().fetchQuery(configurationQuery())).rejects.toMatchObject({ where: UNLIKE })
  sandbox.failNext('POST', '/api-auth/logout/', response)
  await signOut('a'.repeat(32))
  expect(currentSession()).toMatchObject({ authorization: null, notice: { kind: 'untold' } })
})

test('a 204 isn’t taken for a list', async () => {
  always({ status: 204 })
  await expect(newestPage()).rejects.toMatchObject({ where: UNLIKE })
})

test('a list with one row that could be Waldur’s counts as Waldur’s, and so does an object with one of its fields', async () => {
  always({ status: 200, body: [{ uuid: 'odd' }, '<html>'] })
  await expect(newestPage()).resolves.toMatchObject({ unreadable: 2 })
  sandbox.failNext('POST', ROOT, { status: 201, body: { uuid: 'odd' } })
  const body = { name: 'maybe', scopes: [], expires_at: '2026-12-24T12:00:00Z' }
  await expect(request(ROOT, issuedAs(body), { method: 'POST', body })).rejects.toSatisfy(
    (error) => isRequestError(error) && !isIntercepted(error),
  )
})
