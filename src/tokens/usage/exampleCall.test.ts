import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ENTITY_TYPES, entityKind } from '../../entities/types.ts'
import type { Holder } from '../access/access.ts'
import { roleOn, staff, user } from '../access/holderCases.ts'
import { KNOWN_PERMISSIONS } from '../permissions/permissionPhrases.ts'
import { exampleCall, examplePlace, pathOf } from './exampleCall.ts'

const uuid = 'a'.repeat(32)
const other = 'b'.repeat(32)
const binding = (type: string, living = true, at = uuid) => ({ type, uuid: living ? at : null, name: 'x' })
const token = (scopes: string[], ...allowed_scopes: ReturnType<typeof binding>[]) => ({ scopes, allowed_scopes })
const role = (type: string, at: string, permissions: string[], above: string[] = []) =>
  roleOn(at, { type, above, permissions: new Set(permissions) })

describe('a bound token', () => {
  test.each(ENTITY_TYPES)('calls the %s that it is bound to, if its owner can see it', (type) => {
    for (const list of entityKind(type).endpoints) {
      const call = exampleCall(token(['ORDER.CANCEL'], binding(type)), null, list)
      expect(call).toMatchObject({ path: `${list}${uuid}/`, returns: 'one' })
    }
  })

  test.each(ENTITY_TYPES)('otherwise lists the entities of type %s that it sees', (type) => {
    const call = exampleCall(token(['ORDER.CANCEL'], binding(type)), null)
    expect(entityKind(type).endpoints).toContain(call.path)
    expect(call.returns).toBe('rows')
  })

  test('uses the place where most of its permissions work', () => {
    const two = token(['PROJECT.UPDATE'], binding('project'), binding('project', true, other))
    expect(examplePlace(two, null)?.uuid).toBe(uuid)
    expect(examplePlace(two, user(role('project', other, ['PROJECT.UPDATE'])))?.uuid).toBe(other)
    const organizations = token(['PROJECT.UPDATE'], binding('customer'), binding('customer', true, other))
    const inside = role('project', 'c'.repeat(32), ['PROJECT.UPDATE'], [other])
    expect(examplePlace(organizations, user(inside))?.uuid).toBe(other)
    expect(examplePlace(organizations, user(inside, role('customer', uuid, ['PROJECT.UPDATE'])))?.uuid).toBe(uuid)
  })

  test('skips deleted and unknown places', () => {
    const bindings = [binding('project', false), binding('starship'), binding('resource')]
    expect(examplePlace(token(['PROJECT.LIST'], ...bindings), null)).toMatchObject({ type: 'resource', uuid })
  })

  test('asks for its user if no place is left: its lists would be empty', () => {
    expect(exampleCall(token(['PROJECT.LIST'], binding('project', false)), null).path).toBe('/api/users/me/')
  })
})

test('every permission that the page knows is about something that can be listed', () => {
  const callOf = (scope: string) => exampleCall(token([scope]), null)
  expect(KNOWN_PERMISSIONS.filter((scope) => callOf(scope).returns !== 'rows')).toEqual([])
  expect(callOf('MATRIX_ROOM.CREATE').path).toContain('/api/projects/')
  expect(callOf('MOON.LIST').returns).toBe('user')
})

describe('a token that may list the users of an organization', () => {
  const mayList = role('customer', other, ['CUSTOMER.LIST_USERS'])
  const path = `/api/customers/${other}/users/`
  const pathOf = (holder: Holder | null, ...bindings: ReturnType<typeof binding>[]) =>
    exampleCall(token(['PROJECT.LIST', 'CUSTOMER.LIST_USERS'], ...bindings), holder).path

  test('lists them in a place where it may', () => {
    expect(pathOf(user(mayList), binding('customer'), binding('customer', true, other))).toBe(path)
    expect(pathOf(staff, binding('customer', true, other))).toBe(path)
  })

  test('lists them where its owner may, when it is bound to nothing', () => {
    expect(pathOf(user(role('project', uuid, ['CUSTOMER.LIST_USERS']), mayList))).toBe(path)
  })

  test('names no organization for a global role', () => {
    const everywhere = role('global', uuid, ['CUSTOMER.LIST_USERS'])
    expect(pathOf(user(everywhere))).toBe('/api/projects/')
    expect(pathOf(user(everywhere, mayList))).toBe(path)
    expect(pathOf(user(everywhere), binding('customer', true, other))).toBe(path)
  })

  test('makes another call where it may not', () => {
    expect(pathOf(user(mayList), binding('customer'))).toBe('/api/customers/')
    expect(pathOf(user(mayList), binding('project'))).toBe('/api/projects/')
    expect(pathOf(staff)).toBe('/api/projects/')
    expect(pathOf(null)).toBe('/api/projects/')
  })
})

test.each([
  [['PROJECT.CREATE'], '/api/projects/'],
  [['ORDER.APPROVE'], '/api/projects/'],
  [['CUSTOMER.UPDATE', 'RESOURCE.LIST'], '/api/marketplace-resources/'],
  [['X.LIST', 'OFFERING.UPDATE'], '/api/marketplace-provider-offerings/'],
  [['CALL.LIST'], '/api/proposal-protected-calls/'],
  [['STAFF.ACCESS'], '/api/customers/'],
  [['NEW_THING.DO', 'constructor.LIST'], '/api/users/me/'],
  [[], '/api/users/me/'],
])('an unbound token with %j calls %s', (scopes, path) => {
  expect(exampleCall(token(scopes), null).path).toBe(path)
})

test('an unbound token calls something that works for its owner', () => {
  const scopes = ['OFFERING.UPDATE', 'PROJECT.UPDATE']
  expect(exampleCall(token(scopes), null).path).toBe('/api/marketplace-provider-offerings/')
  const holder = user(role('project', uuid, ['PROJECT.UPDATE']))
  expect(exampleCall(token(scopes), holder).path).toBe('/api/projects/')
})

test('the path is quoted safely in any language, whatever the token is called and bound to', () => {
  const type = fc.oneof(fc.constantFrom(...ENTITY_TYPES), fc.string())
  const bindings = fc.array(fc.record({ type, uuid: fc.constantFrom(uuid, null), name: fc.string() }))
  const scopes = fc.array(fc.oneof(fc.constant('CUSTOMER.LIST_USERS'), fc.string()))
  const holder = fc.constantFrom(null, staff, user(role('customer', uuid, ['CUSTOMER.LIST_USERS'])))
  const list = fc.option(fc.constant('/api/projects/'), { nil: undefined })
  fc.assert(
    fc.property(scopes, bindings, holder, list, (scopes, allowed_scopes, holder, list) => {
      const path = pathOf(exampleCall({ scopes, allowed_scopes }, holder, list))
      expect(path).toMatch(/^\/api\/[\w\-./]+\/(\?[\w\-=&]+)?$/)
    }),
  )
})

test('the path asks for few rows and few fields', () => {
  const list = exampleCall(token(['PROJECT.LIST']), null)
  const query = 'field=uuid&field=name&page=1&page_size=5'
  expect(pathOf(list)).toBe(`/api/projects/?${query}`)
  const one = exampleCall(token(['PROJECT.LIST'], binding('project')), null, '/api/projects/')
  expect(pathOf(one)).toBe(`/api/projects/${uuid}/?field=uuid&field=name`)
})
