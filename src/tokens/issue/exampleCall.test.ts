import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ENTITY_TYPES, entityKind } from '../../entities/types.ts'
import { addressOf, exampleCall } from './exampleCall.ts'

const uuid = 'a'.repeat(32)
const binding = (type: string, living = true) => ({ type, uuid: living ? uuid : null, name: 'x' })
const pathOf = (scopes: string[], bindings: { type: string; uuid: string | null; name: string }[] = []) =>
  exampleCall({ scopes, allowed_scopes: bindings }).path

describe('a bound token lists what it is bound to', () => {
  test.each(ENTITY_TYPES)('%s', (type) => {
    const call = exampleCall({ scopes: ['ORDER.LIST'], allowed_scopes: [binding(type)] })
    expect(entityKind(type).endpoints).toContain(call.path)
    expect(call.type).toBe(type)
  })

  test('whatever its permissions are about', () => {
    expect(pathOf(['CUSTOMER.UPDATE'], [binding('project')])).toBe('/api/projects/')
  })

  test('and passes over what is gone or unknown', () => {
    const bindings = [binding('project', false), binding('starship'), binding('resource')]
    expect(pathOf(['PROJECT.LIST'], bindings)).toBe('/api/marketplace-resources/')
  })

  test('and asks who it is where nothing is left: its lists would be empty', () => {
    expect(pathOf(['PROJECT.LIST'], [binding('project', false)])).toBe('/api/users/me/')
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
])('an unbound token with %j asks for %s', (scopes, path) => {
  expect(pathOf(scopes)).toBe(path)
})

test('the address is quoted safely in any language, whatever the token is called and bound to', () => {
  const type = fc.oneof(fc.constantFrom(...ENTITY_TYPES), fc.string())
  const bindings = fc.array(fc.record({ type, uuid: fc.constantFrom(uuid, null), name: fc.string() }))
  fc.assert(
    fc.property(fc.array(fc.string()), bindings, (scopes, allowed_scopes) => {
      const address = addressOf('https://waldur.example', exampleCall({ scopes, allowed_scopes }))
      expect(address).toMatch(/^https:\/\/waldur\.example\/api\/[\w\-./]+\/\?[\w\-=&]+$/)
    }),
  )
})

test('the address asks for few rows and few fields', () => {
  const query = 'field=uuid&field=name&page=1&page_size=5'
  const call = exampleCall({ scopes: ['PROJECT.LIST'], allowed_scopes: [] })
  expect(addressOf('http://localhost:80', call)).toBe(`http://localhost:80/api/projects/?${query}`)
})
