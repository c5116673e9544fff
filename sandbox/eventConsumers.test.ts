import { expect, test } from 'vitest'
import { start } from './testClient.ts'

const path = '/api/event-consumers/'

interface Consumer {
  user_username: string
  auth_token_name?: string
  auth_token_prefix?: string
}

test('users see their own queues, each with the token that registered it', async () => {
  const { sandbox, signedIn } = await start()
  const { json } = await (await signedIn('owner'))('GET', path)
  const token = (await sandbox.tokensOf('owner')).find(({ name, isActive }) => name === 'slurm-sync' && isActive)
  const known = { auth_kind: 'pat', auth_token_prefix: token?.prefix, auth_token_name: 'slurm-sync' }
  expect(json).toEqual([expect.objectContaining(known), expect.objectContaining(known)])
  await sandbox.addQueue('manager', null)
  const { json: other } = await (await signedIn('manager'))('GET', path)
  expect(other).toEqual([expect.objectContaining({ auth_kind: 'token', auth_token_prefix: '', auth_token_name: '' })])
})

test('staff and support see everyone’s queues, and can filter by user', async () => {
  const { sandbox, signedIn } = await start()
  await sandbox.addQueue('staff', { prefix: 'w_179999', name: 'watch' })
  for (const username of ['staff', 'support']) {
    const send = await signedIn(username)
    const whose = async (query: string) =>
      ((await send('GET', path + query)).json as Consumer[]).map(({ user_username }) => user_username)
    expect(await whose('')).toEqual(['owner', 'owner', 'staff'])
    const { json } = await (await signedIn('staff'))('GET', '/api/users/me/?field=uuid')
    expect(await whose(`?user_uuid=${(json as { uuid: string }).uuid}`)).toEqual(['staff'])
    expect((await send('GET', `${path}?user_uuid=nobody`)).status).toBe(400)
  }
})

test.each([
  ['8.0.9', 404, null],
  ['8.1.2', 200, 'auth_kind'],
] as const)('%s returns %i', async (generation, status, missing) => {
  const { signedIn } = await start({ generation })
  const response = await (await signedIn('owner'))('GET', path)
  expect(response.status).toBe(status)
  if (missing) expect(response.text).not.toContain(missing)
})
