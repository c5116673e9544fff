import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { currentSession, forgetSession, leaveNotice, startSession } from '../api/credential.ts'
import { signOut } from './session.ts'

beforeEach(() => {
  vi.stubGlobal('navigator', { onLine: true })
  vi.stubGlobal('location', new URL('https://waldur.test/'))
  startSession({ authorization: `Token ${'0'.repeat(40)}`, impersonated: null }, 'memory')
})

afterEach(() => {
  leaveNotice(null)
  forgetSession()
  vi.unstubAllGlobals()
})

test.each<[unknown, URL | null]>([
  ['https://idp.example.org/out?x=1', new URL('https://idp.example.org/out?x=1')],
  ['javascript:alert(1)', null],
  ['data:text/html,x', null],
  ['//evil.example', null],
  ['nowhere', null],
  [7, null],
])(
  'where the identity provider ends the session is told only if it is a web URL: %s',
  async (logout_url, signOutAt) => {
    vi.stubGlobal('fetch', async () => Response.json({ logout_url }))
    await signOut('a'.repeat(32))
    expect(currentSession()).toMatchObject({ authorization: null, notice: { kind: 'known elsewhere', signOutAt } })
  },
)
