import { expect, test } from 'vitest'
import type { Send } from './testClient.ts'
import { start } from './testClient.ts'

/** Rows of the table in waldur-api.md 6.3: which scopes open the view to a token, in addition to its owner's flag. */
const views: [method: string, path: string, opens: string[], body?: unknown][] = [
  ['GET', '/api/override-settings/', ['STAFF.ACCESS']],
  ['GET', '/api/auth-tokens/', ['STAFF.ACCESS']],
  ['GET', '/api/notification-messages/', ['STAFF.ACCESS']],
  ['POST', '/api/roles/', ['STAFF.ACCESS'], { name: 'X.Y', permissions: ['PROJECT.LIST'], content_type: 'project' }],
  ['POST', '/api/organization-groups/', ['STAFF.ACCESS'], { name: 'g' }],
  ['GET', '/api/database-stats/', ['STAFF.ACCESS', 'SUPPORT.ACCESS']],
  ['GET', '/api/broadcast-messages/', ['STAFF.ACCESS', 'SUPPORT.ACCESS']],
  ['GET', '/api/marketplace-stats/customer_member_count/', ['STAFF.ACCESS', 'SUPPORT.ACCESS']],
]

test.each(views)(
  '%s %s needs the scope from a token, and the flag from a sign-in',
  async (method, path, opens, body) => {
    const { as, sandbox, signedIn } = await start()
    const isOpenTo = async (send: Send) => (await send(method, path, body)).status !== 403
    const withScope = async (username: string, scope: string) => {
      const { token } = await sandbox.createToken(username, { scopes: [scope] })
      return await isOpenTo(as(`Bearer ${token}`))
    }
    for (const scope of ['PROJECT.UPDATE', 'SUPPORT.ACCESS', 'STAFF.ACCESS']) {
      expect([scope, await withScope('staff', scope)]).toEqual([scope, opens.includes(scope)])
      expect(await withScope('owner', scope)).toBe(false)
    }
    expect(await withScope('support', 'SUPPORT.ACCESS')).toBe(opens.includes('SUPPORT.ACCESS'))
    expect(await withScope('support', 'PROJECT.UPDATE')).toBe(false)
    expect(await isOpenTo(await signedIn('support'))).toBe(opens.includes('SUPPORT.ACCESS'))
    expect(await isOpenTo(await signedIn('staff'))).toBe(true)
  },
)

test('everyone can read a role that staff created; an invalid one is rejected', async () => {
  const { signedIn } = await start()
  const staff = await signedIn('staff')
  const role = { name: 'X.Y', permissions: ['PROJECT.UPDATE', 'PROJECT.LIST'], content_type: 'project' }
  const made = await staff('POST', '/api/roles/', role)
  expect([made.status, made.json]).toEqual([
    201,
    expect.objectContaining({ ...role, permissions: ['PROJECT.LIST', 'PROJECT.UPDATE'], users_count: 0 }),
  ])
  const { uuid } = made.json as { uuid: string }
  expect((await (await signedIn('norole'))('GET', `/api/roles/${uuid}/`)).json).toEqual(made.json)
  for (const wrong of [{ name: '' }, { content_type: 'planet' }, { permissions: ['X.Y'] }]) {
    expect((await staff('POST', '/api/roles/', { ...role, ...wrong })).status).toBe(400)
  }
})
