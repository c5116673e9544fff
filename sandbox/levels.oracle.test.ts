import { and, eq } from 'drizzle-orm'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import type { EntityType } from './bindings.ts'
import type { App, Core } from './core.ts'
import { grants } from './database.ts'
import { addPermissionCheck, ask, send } from './oracle/asked.ts'
import type { OracleWorld } from './oracle/oracle.ts'
import type { BuiltWorld } from './oracle/world.ts'
import { build, openEmpty } from './oracle/world.ts'
import { inDays, tokensPath } from './testClient.ts'
import { hyphenated } from './wire.ts'

// Roles and bindings on different levels, step by step, with the responses of Waldur's own code ([oracle] facts 5 and
// 6). The recorded worlds don't cover these.

const role = (id: string, contentType: EntityType, ...permissions: string[]) => {
  return { id, name: id, contentType, permissions, isActive: true, isSystem: false }
}

const world: OracleWorld = {
  id: 'levels',
  entities: [
    { id: 'alpha', type: 'customer' },
    { id: 'first', type: 'project', customer: 'alpha' },
    { id: 'second', type: 'project', customer: 'alpha' },
    { id: 'beta', type: 'customer' },
    { id: 'organizer', type: 'call_organizer', customer: 'beta' },
    { id: 'call', type: 'call', organizer: 'organizer', customer: 'beta', state: 'active' },
    { id: 'private', type: 'offering', project: 'first', customer: 'alpha', shared: false },
    { id: 'proposal', type: 'proposal', project: 'first', customer: 'alpha', organizer: 'organizer' },
  ],
  roles: [
    role('manages', 'project', 'PROJECT.UPDATE', 'PROJECT.LIST'),
    role('small', 'customer', 'CUSTOMER.LIST_USERS'),
    role('owns', 'customer', 'PROJECT.UPDATE', 'PROJECT.LIST'),
  ],
  users: [
    {
      id: 'manager',
      isStaff: false,
      isSupport: false,
      grants: [
        { role: 'manages', scope: 'first', state: 'active' },
        { role: 'manages', scope: 'second', state: 'active' },
        { role: 'small', scope: 'alpha', state: 'revoked' },
      ],
    },
    {
      id: 'owner',
      isStaff: false,
      isSupport: false,
      grants: [
        { role: 'owns', scope: 'alpha', state: 'active' },
        { role: 'manages', scope: 'first', state: 'revoked' },
      ],
    },
    { id: 'staff', isStaff: true, isSupport: false, grants: [] },
  ],
  tokens: [],
  checks: [],
  requests: [],
  lists: {},
}

let core: Core
let app: App
let built: BuiltWorld

beforeEach(async () => {
  const opened = await openEmpty()
  core = opened.core
  app = opened.app
  addPermissionCheck(app, core)
  built = await build(core, world)
  onTestFinished(() => core.close())
})

async function create(user: string, scopes: string[], ...bound: [type: EntityType, id: string][]) {
  const allowed_scopes = bound.map(([type, id]) => ({ type, uuid: built.uuid(id) }))
  const body = { name: 'ci', scopes, allowed_scopes, expires_at: inDays(30) }
  const response = await send(app, built.signIn(user), 'POST', tokensPath, body)
  const json = (await response.json()) as { token?: string }
  return { status: response.status, json, authorization: `Bearer ${json.token}` }
}

/** Activates or deactivates the user's role on the entity. */
async function hold(isActive: boolean, user: string, roleId: string, scope: string): Promise<void> {
  const held = [eq(grants.user, built.uuid(user)), eq(grants.role, built.uuid(roleId))]
  await core.db
    .update(grants)
    .set({ isActive })
    .where(and(...held, eq(grants.scope, built.uuid(scope))))
}

async function rename(authorization: string, project: string) {
  const response = await send(app, authorization, 'PATCH', `/api/projects/${built.uuid(project)}/`, { name: 'renamed' })
  return response.status
}

async function statusOf(authorization: string, list: string, id: string) {
  return (await send(app, authorization, 'GET', `${list}${built.uuid(id)}/`)).status
}

async function listed(authorization: string, list: string): Promise<unknown[]> {
  return (await (await send(app, authorization, 'GET', list)).json()) as unknown[]
}

test('a role inside the place counts, but creating a token needs a role on the place', async () => {
  const alone = await create('manager', ['PROJECT.UPDATE'], ['customer', 'alpha'])
  const place = `customer ${hyphenated(built.uuid('alpha'))}`
  const rejection = { allowed_scopes: [`You do not hold any of the requested permissions on ${place}.`] }
  expect([alone.status, alone.json]).toEqual([400, rejection])
  await hold(true, 'manager', 'small', 'alpha')
  const { status, authorization } = await create(
    'manager',
    ['PROJECT.UPDATE', 'CUSTOMER.LIST_USERS'],
    ['customer', 'alpha'],
  )
  expect(status).toBe(201)
  expect(await rename(authorization, 'first')).toBe(200)
  expect(await rename(authorization, 'second')).toBe(200)
  expect(await listed(authorization, '/api/projects/')).toHaveLength(2)
  await hold(false, 'manager', 'small', 'alpha')
  expect(await rename(authorization, 'first')).toBe(200)
})

test('a role above the place allows creating a token, but does not count', async () => {
  const below = await create('owner', ['PROJECT.UPDATE'], ['project', 'first'])
  expect(below.status).toBe(201)
  expect(await rename(below.authorization, 'first')).toBe(403)
  expect(await rename(below.authorization, 'second')).toBe(404)
  const both = await create('owner', ['PROJECT.UPDATE'], ['project', 'first'], ['customer', 'alpha'])
  expect(both.status).toBe(201)
  expect(await rename(both.authorization, 'first')).toBe(200)
  expect(await rename(both.authorization, 'second')).toBe(200)
  await hold(true, 'owner', 'manages', 'first')
  expect(await rename(below.authorization, 'first')).toBe(200)
})

test.each([
  ['project', 'first', 404],
  ['customer', 'alpha', 200],
  ['offering', 'private', 200],
] as const)(
  'an offering of a project, for a token bound to its %s: permitted, and visible or not',
  async (type, id, status) => {
    const { authorization } = await create('staff', ['OFFERING.UPDATE_DESCRIPTION'], [type, id])
    const object = built.uuid('private')
    const asked = { permission: 'OFFERING.UPDATE_DESCRIPTION', sources: ['*'], object }
    expect(await ask(app, authorization, [asked])).toEqual([true])
    const list = '/api/marketplace-provider-offerings/'
    expect(await statusOf(authorization, list, 'private')).toBe(status)
    expect(await listed(authorization, list)).toHaveLength(status === 200 ? 1 : 0)
    const action = `${list}${object}/update_description/`
    expect((await send(app, authorization, 'POST', action, { description: 'new' })).status).toBe(status)
  },
)

test.each([
  ['project', 'first', 404, true],
  ['customer', 'alpha', 404, true],
  ['call', 'call', 404, false],
  ['proposal', 'proposal', 200, true],
] as const)('a proposal, to a token bound to its %s', async (type, id, status, isPermitted) => {
  const { authorization } = await create('staff', ['PROPOSAL.MANAGE'], [type, id])
  const asked = { permission: 'PROPOSAL.MANAGE', sources: ['*'], object: built.uuid('proposal') }
  expect(await ask(app, authorization, [asked])).toEqual([isPermitted])
  expect(await statusOf(authorization, '/api/proposal-proposals/', 'proposal')).toBe(status)
  expect(await listed(authorization, '/api/proposal-proposals/')).toHaveLength(status === 200 ? 1 : 0)
})
