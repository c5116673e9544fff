import { QueryClient } from '@tanstack/react-query'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { currentSession, endSession, forgetSession, startSession } from '../api/credential.ts'
import { openChannel } from '../api/tabs.ts'
import { continueWith, handOver, onHandOver } from './handOver.ts'
import { User, userQuery } from './user.ts'

const [owner, manager] = ['a'.repeat(32), 'b'.repeat(32)]
const old = `Token ${'0'.repeat(40)}`
const tokenOf = (uuid: string) => `Token ${uuid}`

let client: QueryClient
/** Lets the server say who the user is. */
let confirm: (uuid: string) => void

beforeEach(() => {
  vi.stubGlobal('navigator', { onLine: true })
  vi.stubGlobal('location', new URL('http://waldur.test/'))
  vi.stubGlobal('fetch', async () => {
    const uuid = await new Promise<string>((resolve) => {
      confirm = resolve
    })
    return Response.json({ uuid, username: 'me', full_name: 'Me' })
  })
  client = new QueryClient()
  startSession({ authorization: old, impersonated: null }, 'memory')
  client.setQueryData(userQuery().queryKey, User.parse({ uuid: owner, username: 'me', full_name: 'Me' }))
  endSession(old)
})

afterEach(() => {
  forgetSession()
  vi.unstubAllGlobals()
})

test('a page covered by the sign-in accepts only its own user’s new session', async () => {
  const stranger = continueWith(client, tokenOf(manager))
  confirm(manager)
  await stranger
  expect(currentSession()).toMatchObject({ authorization: old, ended: true })
  const same = continueWith(client, tokenOf(owner))
  confirm(owner)
  await same
  expect(currentSession()).toMatchObject({ authorization: tokenOf(owner), ended: false })
})

test.each([owner, manager])(
  'a page signed out in the meantime stays signed out, whoever the new session belongs to: %s',
  async (uuid) => {
    const late = continueWith(client, tokenOf(uuid))
    forgetSession()
    // As the page does when no one is signed in.
    client.clear()
    confirm(uuid)
    await late
    expect(currentSession().authorization).toBeNull()
  },
)

test('a page with a new sign-in of its own keeps it', async () => {
  const late = continueWith(client, tokenOf(owner))
  const own = `Token ${'1'.repeat(40)}`
  startSession({ authorization: own, impersonated: null }, 'memory')
  confirm(owner)
  await late
  expect(currentSession().authorization).toBe(own)
})

test('accepts only sign-in tokens from the channel', async () => {
  const heard: string[] = []
  const end = onHandOver((authorization) => heard.push(authorization))
  const others = openChannel('waldur-tokens.signed-in http://waldur.test')
  const access = `Bearer w_1804075500_${'A'.repeat(43)}`
  for (const said of [access, `Basic ${owner}`, `Token ${owner}\n`, 7, null, tokenOf(owner)]) others?.postMessage(said)
  await vi.waitFor(() => expect(heard).toEqual([tokenOf(owner)]))
  end()
  others?.close()
})

test('hands the session over to covered pages only', async () => {
  const authorization = tokenOf(owner)
  const said: unknown[] = []
  const others = openChannel('waldur-tokens.signed-in http://waldur.test')
  if (others) others.onmessage = ({ data }) => said.push(data)
  startSession({ authorization, impersonated: null }, 'memory')
  handOver()
  await vi.waitFor(() => expect(said).toEqual(['signed in']))
  const heard = vi.fn()
  const end = onHandOver(heard)
  handOver()
  await vi.waitFor(() => expect(heard).toHaveBeenCalledWith(authorization))
  end()
  others?.close()
})
