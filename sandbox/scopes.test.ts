import { describe, expect, test } from 'vitest'
import { entityTypes } from './bindings.ts'
import { permissionGroups, permissions } from './permissions.ts'
import type { Send } from './testClient.ts'
import { start, tokensPath } from './testClient.ts'

const scopesOf = async (send: Send) => {
  const rows = (await send('GET', `${tokensPath}available_scopes/?page=2&page_size=1`)).json
  return rows as { permission: string; description: string }[]
}
const targetsOf = async (send: Send) => {
  const rows = (await send('GET', `${tokensPath}available_binding_targets/?page=9`)).json
  return rows as { permission: string; types: string[] }[]
}

describe('the helper lists', () => {
  test('give staff everything but bindings of the two global scopes', async () => {
    const { signedIn } = await start()
    const staff = await signedIn('staff')
    expect((await scopesOf(staff)).map(({ permission }) => permission)).toEqual(permissions)
    const targets = await targetsOf(staff)
    expect(targets).toHaveLength(permissions.length - 2)
    expect(targets[0]).toEqual({ permission: 'ACCESS_SUBNET.CREATE', types: entityTypes.toSorted() })
  })

  test('give others what their current roles grant, and where', async () => {
    const { sandbox, signedIn } = await start()
    const member = await signedIn('member')
    expect(await scopesOf(member)).toEqual(
      ['ORDER.CREATE', 'RESOURCE.LIST', 'PROJECT.LIST', 'PROJECT.VIEW_TEAM'].map((permission) => ({
        permission,
        description: permission,
      })),
    )
    expect(await targetsOf(member)).toEqual(
      ['ORDER.CREATE', 'PROJECT.LIST', 'PROJECT.VIEW_TEAM', 'RESOURCE.LIST'].map((permission) => ({
        permission,
        types: ['project'],
      })),
    )
    const roles = await signedIn('roles')
    expect(await targetsOf(roles)).toContainEqual({
      permission: 'ORDER.LIST',
      types: ['offering', 'project', 'service_provider'],
    })
    sandbox.settings.TOKEN_LIFETIME = null
    const later = await signedIn('roles')
    sandbox.advance(6 * 86_400_000)
    await sandbox.runExpiryJob()
    // The role that is turned off still counts.
    expect(await targetsOf(later)).toContainEqual({
      permission: 'ORDER.LIST',
      types: ['offering', 'project', 'service_provider'],
    })
    expect(await targetsOf(later)).not.toContainEqual({ permission: 'ORDER.CREATE', types: ['project'] })
  })

  test('give a user without roles nothing, and support one scope', async () => {
    const { signedIn } = await start()
    const norole = await signedIn('norole')
    expect([await scopesOf(norole), await targetsOf(norole)]).toEqual([[], []])
    const support = await signedIn('support')
    expect((await scopesOf(support)).map(({ permission }) => permission)).toEqual(['SUPPORT.ACCESS'])
  })
})

describe('the vocabulary', () => {
  test('is public, with groups and options sorted by label', async () => {
    const response = await (await start()).as()('GET', '/api/metadata/permissions/')
    const body = response.json as Record<string, unknown>
    expect(Object.keys(body)).toEqual(['roles', 'permissions', 'permission_map', 'permission_descriptions'])
    expect(body['permission_descriptions']).toEqual(permissionGroups())
    const groups = permissionGroups()
    expect(groups.map(({ label }) => label)).toEqual(groups.map(({ label }) => label).toSorted())
    expect(groups.flatMap(({ options }) => options)).toHaveLength(142)
  })

  test('gives roles their permissions', async () => {
    const { signedIn } = await start()
    const member = await signedIn('member')
    const roles = await member('GET', '/api/roles/?page_size=300')
    expect(roles.json).toContainEqual(
      expect.objectContaining({
        name: 'PROJECT.MEMBER',
        permissions: ['ORDER.CREATE', 'PROJECT.LIST', 'PROJECT.VIEW_TEAM', 'RESOURCE.LIST'],
        users_count: 1,
        content_type: 'project',
      }),
    )
    expect((await member('GET', '/api/roles/?is_active=false&field=name')).json).toMatchObject([
      { name: 'PROJECT.AUDITOR' },
    ])
  })

  test('is not in the caller’s profile, which has roles without permissions', async () => {
    const { signedIn } = await start()
    const me = (await (await signedIn('member'))('GET', '/api/users/me/')).json as Record<string, unknown>
    expect(me).toMatchObject({ can_use_personal_access_tokens: true, token: expect.any(String) })
    expect(me).not.toHaveProperty('is_staff')
    expect(me['ip_address']).toBe('127.0.0.1')
    expect(me['permissions']).toEqual([
      {
        role_name: 'PROJECT.MEMBER',
        role_uuid: expect.stringMatching(/^[0-9a-f]{32}$/),
        scope_type: 'project',
        scope_uuid: expect.any(String),
        scope_name: 'Mécanique céleste',
        customer_uuid: expect.any(String),
        customer_name: 'École normale supérieure de Besançon',
        project_uuid: expect.any(String),
        resource_uuid: null,
        expiration_time: null,
      },
    ])
    const staff = await (await signedIn('staff'))('GET', '/api/users/me/?field=is_staff&field=username')
    expect(staff.text).toBe('{"is_staff":true,"username":"staff"}')
    expect((await (await signedIn('member'))('GET', '/api/override-settings/')).status).toBe(403)
  })
})
