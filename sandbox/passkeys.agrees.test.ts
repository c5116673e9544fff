import { QueryClient } from '@tanstack/react-query'
import { afterEach, expect, test, vi } from 'vitest'
import { currentSession, startSession } from '../src/api/credential.ts'
import { ApiError, asksForPasskey } from '../src/api/errors.ts'
import { isOutcomeUnknown } from '../src/api/outcome.ts'
import { authorize, isPasskeyRequired } from '../src/auth/session.ts'
import { fetchUser } from '../src/auth/user.ts'
import { mayBeAboutPermissions } from '../src/tokens/create/useLostScopes.ts'
import { createToken } from '../src/tokens/issue/mutations.ts'
import { errorText } from '../src/ui/errorText.ts'
import type { Sandbox } from './sandbox.ts'
import { openSandbox } from './sandbox.ts'

// How the page handles a Waldur server that requires a passkey, by the page's own functions.

let sandbox: Sandbox

async function open(settings: Partial<Sandbox['settings']>): Promise<void> {
  sandbox = await openSandbox({ settings })
  vi.stubGlobal('navigator', { onLine: true })
  vi.stubGlobal('location', new URL('http://waldur.test/'))
  vi.stubGlobal('fetch', (url: string, init: RequestInit) => sandbox.app.request(url, init))
}

afterEach(async () => {
  vi.unstubAllGlobals()
  await sandbox.close()
})

const failureOf = async (promise: Promise<unknown>): Promise<ApiError> => {
  const error = await promise.then(
    () => null,
    (reason: unknown) => reason,
  )
  if (error instanceof ApiError) return error
  throw new Error(`no rejection, but ${error}`)
}

test('a right password that needs a passkey differs from a wrong one, and the ceremony is not kept', async () => {
  await open({ PASSKEY_REQUIRED: true })
  const right = await failureOf(authorize({ username: 'owner', password: 'owner' }))
  expect(isPasskeyRequired(right)).toBe(true)
  expect(JSON.stringify([right, right.message, right.stack])).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-/)
  expect(isPasskeyRequired(await failureOf(authorize({ username: 'owner', password: 'wrong' })))).toBe(false)
})

test.each([
  ['a wrong password', 401, { passkey_required: 'false' }, 'no'],
  ['a wrong password', 401, { passkey_required: 'False' }, 'no'],
  ['a wrong password', 401, { passkey_required: false }, 'no'],
  ['a wrong password', 401, { passkey_required: ['no'] }, 'no'],
  ['a wrong password', 401, { passkey_required: { a: 'b' } }, 'no'],
  ['a breakdown', 500, { passkey_required: true }, 'no'],
  ['a right password', 401, { passkey_required: true }, 'yes'],
  ['a right password', 401, { passkey_required: 'True' }, 'yes'],
  ['a right password', 401, { passkey_required: 'true' }, 'yes'],
])('%s with %i and %o counts as right: %s', async (_what, status, flag, isRight) => {
  await open({})
  const detail = 'Invalid username/password.'
  vi.stubGlobal('fetch', async () => Response.json({ detail, ...flag }, { status }))
  const rejected = await failureOf(authorize({ username: 'owner', password: 'owner' }))
  expect([isPasskeyRequired(rejected), rejected.message]).toEqual([isRight === 'yes', detail])
})

test('a token that needs a passkey counts as not issued', async () => {
  await open({ PASSKEY_ENFORCED_FOR_STAFF: true })
  startSession({ authorization: `Token ${await sandbox.signIn('staff')}`, impersonated: null }, 'memory')
  const body = { name: 'ci', scopes: ['PROJECT.LIST'], allowed_scopes: [], expires_at: '2099-01-01T00:00:00Z' }
  const client = new QueryClient()
  const rejected = await failureOf(client.getMutationCache().build(client, createToken).execute(body))
  expect([asksForPasskey(rejected), isOutcomeUnknown(rejected)]).toEqual([true, false])
  // So that nothing is removed from the form.
  expect(mayBeAboutPermissions(rejected)).toBe(false)
  expect(currentSession().ended).toBe(false)
})

test('a rejected impersonation does not end the session, and says what to do', async () => {
  await open({ PASSKEY_ENFORCED_FOR_STAFF: true })
  const authorization = `Token ${await sandbox.signIn('staff')}`
  const impersonated = '0123456789abcdef0123456789abcdef'
  startSession({ authorization, impersonated }, 'memory')
  const rejected = await failureOf(fetchUser({}))
  expect(currentSession().ended).toBe(false)
  expect(errorText(rejected)).toBe(
    'To impersonate someone, Waldur asks for your passkey. You’re still signed in. ' +
      'Sign in to HomePort with your passkey, or stop impersonating there. Then try again.',
  )
  // An ended session ends here too, even while impersonating.
  sandbox.advance(2 * 3_600_000)
  await failureOf(fetchUser({}))
  expect(currentSession().ended).toBe(true)
})

test('without impersonation, a 401 that mentions a passkey ends the session, and says so', async () => {
  await open({})
  startSession({ authorization: `Token ${await sandbox.signIn('staff')}`, impersonated: null }, 'memory')
  const response = { detail: 'Your passkey was removed. Invalid token.' }
  vi.stubGlobal('fetch', async () => Response.json(response, { status: 401 }))
  const rejected = await failureOf(fetchUser({}))
  expect(currentSession().ended).toBe(true)
  expect([asksForPasskey(rejected), errorText(rejected)]).toEqual([false, 'Your session ended. Sign in again.'])
})
