import { expect, test } from 'vitest'
import type { Read } from '../src/tokens/detail/activity.ts'
import { activityOf } from '../src/tokens/detail/activity.ts'
import { TokenEvent } from '../src/tokens/detail/events.ts'
import { Token } from '../src/tokens/schema.ts'
import { goodToken, start, tokensPath } from './testClient.ts'

test('the page makes of the sandbox’s events what was done', async () => {
  const { as, sandbox, signedIn } = await start()
  const send = await signedIn('owner')
  const { url } = (await send('GET', '/api/users/me/?field=url')).json as { url: string }
  const issued = async (path: string, body?: object) =>
    (await send('POST', path, body)).json as { uuid: string; token: string }
  const use = async ({ token }: { token: string }, address: string) =>
    await as(`Bearer ${token}`)('GET', tokensPath, undefined, { 'X-Forwarded-For': address })

  const old = await issued(tokensPath, { ...goodToken, name: 'ci', allowed_networks: ['192.0.2.0/24'] })
  await use(old, '192.0.2.1')
  await use(old, '192.0.2.2')
  await use(old, '203.0.113.9')
  sandbox.advance(600_000)
  await use(old, '203.0.113.9')
  const next = await issued(`${tokensPath}${old.uuid}/rotate/`)
  await send('POST', `${tokensPath}${next.uuid}/set_network_acl/`, { allowed_networks: [] })
  await use(next, '203.0.113.9')
  await send('DELETE', `${tokensPath}${next.uuid}/`)
  await use(next, '203.0.113.9')
  await use(old, '203.0.113.9')

  const tokens = ((await send('GET', `${tokensPath}?page_size=300`)).json as unknown[]).map((row) => Token.parse(row))
  const read = async (query: Record<string, string>): Promise<Read> => {
    const { json } = await send(
      'GET',
      `/api/events/?${new URLSearchParams({ scope: url, page_size: '300', ...query })}`,
    )
    return { rows: (json as unknown[]).map((row) => TokenEvent.parse(row)), hasMore: false }
  }
  const happened = async (uuid: string) => {
    const token = tokens.find((one) => one.uuid === uuid)
    if (!token) throw new Error(`no token ${uuid}`)
    const activity = activityOf(token, tokens, await read({ message: 'ci' }), [await read({ pat_uuid: uuid })])
    return activity?.happened.map(({ event, count, byName }) => [event.event_type, count, byName?.others ?? 'sure'])
  }
  expect(await happened(old.uuid)).toEqual([
    ['pat_authentication_rejected', 1, 'sure'],
    ['pat_rotated', 1, 1],
    ['pat_access_denied_from_ip', 2, 'sure'],
    ['pat_used_from_new_ip', 1, 'sure'],
    ['pat_created', 1, 0],
  ])
  expect(await happened(next.uuid)).toEqual([
    ['pat_authentication_rejected', 1, 'sure'],
    ['pat_revoked', 1, 1],
    ['pat_network_acl_updated', 1, 'sure'],
    ['pat_rotated', 1, 1],
  ])
})
