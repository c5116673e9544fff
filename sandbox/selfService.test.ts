import { describe, expect, test } from 'vitest'
import { start } from './testClient.ts'

const publicKey = 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl a@b'

/** A token of `owner` with an unrelated scope, bound to one project. */
async function started() {
  const all = await start()
  const { uuid } = await all.sandbox.entity('project', 'Genomics')
  const bound = { scopes: ['ROUND.LIST'], allowed_scopes: [{ type: 'project', uuid }] }
  const { token } = await all.sandbox.createToken('owner', bound)
  const send = all.as(`Bearer ${token}`)
  const me = (await send('GET', '/api/users/me/?field=uuid')).json as { uuid: string }
  return { ...all, send, own: `/api/users/${me.uuid}/` }
}

describe('any token', () => {
  test('can change its owner’s profile and request another e-mail address', async () => {
    const { send, own } = await started()
    const changed = await send('PATCH', own, { first_name: 'Kadi', job_title: 'by token', is_staff: true })
    expect([changed.status, changed.json]).toMatchObject([200, { first_name: 'Kadi', job_title: 'by token' }])
    expect(changed.json).not.toHaveProperty('is_staff')
    expect((await send('POST', `${own}change_email/`, { email: 'new@example.org' })).status).toBe(200)
    expect((await send('GET', '/api/users/me/')).json).toMatchObject({
      full_name: 'Kadi Tõnisson',
      email: 'owner@sandbox.example',
      requested_email: 'new@example.org',
    })
  })

  test.each([
    ['/api/keys/', { name: 'k', public_key: publicKey }, { public_key: 'nonsense' }],
    ['/api/hooks-web/', { destination_url: 'https://example.org/hook', event_types: ['pat_created'] }, {}],
  ])('can create an object of its owner at %s', async (path, body, wrong) => {
    const { send, signedIn } = await started()
    const made = await send('POST', path, body)
    expect([made.status, made.headers.get('Location')]).toEqual([201, (made.json as { url: string }).url])
    expect((await (await signedIn('owner'))('GET', path)).json).toEqual([made.json])
    expect((await (await signedIn('norole'))('GET', path)).json).toEqual([])
    expect((await send('POST', path, wrong)).status).toBe(400)
  })

  test('can see colleagues and their roles outside its places', async () => {
    const { send } = await started()
    const named = (await send('GET', '/api/users/?field=username&page_size=300')).json
    expect(named).toEqual(expect.arrayContaining([{ username: 'manager' }, { username: 'owner' }]))
    expect(named).not.toContainEqual({ username: 'member' })
    const roles = (await send('GET', '/api/user-permissions/?page_size=300')).json as Record<string, unknown>[]
    expect(roles).toContainEqual(expect.objectContaining({ role_name: 'PROJECT.MANAGER', scope_name: 'Genomics' }))
    expect(roles).toContainEqual(
      expect.objectContaining({ user_name: 'Kädi Tõnisson', scope_name: 'UiT Norges arktiske universitet' }),
    )
  })

  test('can end its owner’s sign-in', async () => {
    const { send, signedIn } = await started()
    const browser = await signedIn('owner')
    expect((await browser('GET', '/api/users/me/')).status).toBe(200)
    expect((await send('POST', '/api-auth/logout/')).status).toBe(204)
    expect((await browser('GET', '/api/users/me/')).status).toBe(401)
    expect((await send('GET', '/api/users/me/')).status).toBe(200)
  })
})
