import { expect, it, onTestFinished } from 'vitest'
import { openSandbox } from './sandbox.ts'

const origin = 'https://tokens.example.org'

/** Follows a browser's way through Waldur and the provider, up to the URL that it would return to. */
async function goThrough(returnUrl: string, redirects = [origin]) {
  const sandbox = await openSandbox({
    settings: { SSO: true, SSO_REDIRECTS: redirects, HOMEPORT_URL: 'https://hp.example.org' },
  })
  onTestFinished(() => sandbox.close())
  const visit = async (url: string) => (await sandbox.app.request(url)).headers.get('Location') ?? ''
  const provider = await visit(`/api-auth/keycloak/init/?return_url=${encodeURIComponent(returnUrl)}`)
  const complete = provider.replace('/identity-provider/', '/api-auth/keycloak/complete/')
  const back = provider.includes('state=') ? await visit(`${complete}&code=owner`) : provider
  const exchange = async (code: unknown) => {
    const response = await sandbox.app.request('/api-auth/token-exchange/', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ code }),
    })
    return { status: response.status, body: await response.json() }
  }
  return { sandbox, back: new URL(back), exchange }
}

it('a sign-in returns to the origin only, with a code that works once', async () => {
  const { sandbox, back, exchange } = await goThrough(`${origin}/some/path`)
  expect(back.origin + back.pathname).toBe(`${origin}/oauth_login_completed/keycloak/`)
  const code = back.searchParams.get('code')
  expect(await exchange(code)).toEqual({ status: 200, body: { token: await sandbox.signIn('owner') } })
  expect(await exchange(code)).toEqual({ status: 400, body: { detail: 'Invalid or expired exchange code.' } })
})

it('a code is valid for ten seconds', async () => {
  const { sandbox, back, exchange } = await goThrough(origin)
  sandbox.advance(10_000)
  expect((await exchange(back.searchParams.get('code'))).status).toBe(400)
})

it('an invalid code is a field error', async () => {
  const { exchange } = await goThrough(origin)
  expect(await exchange('12')).toEqual({ status: 400, body: { code: ['Must be a valid UUID.'] } })
})

it.each([
  ['an origin that is not allowed fails', 'https://evil.example.org', [origin], 'https://hp.example.org/login_failed/'],
  ['without allowed origins it goes to HomePort', origin, [], 'https://hp.example.org/oauth_login_completed/keycloak/'],
])('%s', async (_what, returnUrl, redirects, place) => {
  const { back } = await goThrough(returnUrl, redirects)
  expect(back.origin + back.pathname).toBe(place)
})
