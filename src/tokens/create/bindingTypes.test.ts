import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ENTITY_TYPES } from '../../entities/types.ts'
import { bindableTypes } from './bindingTypes.ts'

const target = (permission: string, ...types: string[]) => ({ permission, types })

describe('bindableTypes', () => {
  it('offers the types below the listed type', () => {
    expect(bindableTypes([target('ORDER.LIST', 'customer')], ['ORDER.LIST'])).toEqual([
      'customer',
      'project',
      'resource',
      'resource_project',
      'offering',
      'service_provider',
      'call_organizer',
    ])
    expect(bindableTypes([target('ORDER.LIST', 'project')], ['ORDER.LIST'])).toEqual([
      'project',
      'resource',
      'resource_project',
    ])
    expect(bindableTypes([target('CALL.LIST', 'call')], ['CALL.LIST'])).toEqual(['call'])
  })

  it('joins the types of all chosen permissions', () => {
    const targets = [target('A.LIST', 'resource'), target('B.LIST', 'proposal'), target('C.LIST', 'customer')]
    expect(bindableTypes(targets, ['A.LIST', 'B.LIST'])).toEqual(['resource', 'resource_project', 'proposal'])
  })

  it('offers everything that is possible before a permission is chosen', () => {
    expect(bindableTypes([target('A.LIST', 'call'), target('B.LIST', 'proposal')], [])).toEqual(['call', 'proposal'])
  })

  it('offers nothing for permissions that cannot be bound', () => {
    expect(bindableTypes([target('A.LIST', 'call')], ['STAFF.ACCESS'])).toEqual([])
  })

  it('leaves out types that cannot be searched here', () => {
    expect(bindableTypes([target('A.LIST', 'galaxy', 'call', 'constructor')], ['A.LIST'])).toEqual(['call'])
  })

  it('offers all types for a global role’s permissions, but never “global” itself', () => {
    expect(bindableTypes([target('A.LIST', 'global')], ['A.LIST'])).toEqual(ENTITY_TYPES)
  })

  it('never takes a type away when a permission is added', () => {
    const types = fc.array(fc.constantFrom(...ENTITY_TYPES))
    const targets = fc.array(fc.record({ permission: fc.constantFrom('A', 'B', 'C', 'D'), types }))
    const scopes = fc.array(fc.constantFrom('A', 'B', 'C', 'D', 'X'), { minLength: 1 })
    fc.assert(
      fc.property(targets, scopes, fc.constantFrom('A', 'B', 'C', 'D', 'X'), (known, chosen, another) => {
        const more = bindableTypes(known, [...chosen, another])
        expect(bindableTypes(known, chosen).every((type) => more.includes(type))).toBe(true)
      }),
    )
  })
})
