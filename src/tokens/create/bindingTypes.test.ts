import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ENTITY_TYPES } from '../../entities/types.ts'
import { bindableTypes } from './bindingTypes.ts'

/** Only the types. */
const typesOf = (...input: Parameters<typeof bindableTypes>) => bindableTypes(...input).map(({ type }) => type)

const target = (permission: string, ...types: string[]) => ({ permission, types })

describe('bindableTypes', () => {
  it('offers the types below the listed type', () => {
    expect(typesOf([target('ORDER.LIST', 'customer')], ['ORDER.LIST'])).toEqual([
      'customer',
      'project',
      'resource',
      'resource_project',
      'offering',
      'service_provider',
      'call_organizer',
    ])
    expect(typesOf([target('ORDER.LIST', 'project')], ['ORDER.LIST'])).toEqual([
      'project',
      'resource',
      'resource_project',
    ])
    expect(typesOf([target('CALL.LIST', 'call')], ['CALL.LIST'])).toEqual(['call'])
  })

  it('gives the reason for the types below', () => {
    const targets = [target('ORDER.LIST', 'project', 'offering')]
    expect(bindableTypes(targets, ['ORDER.LIST'])).toEqual([
      { type: 'project', within: [] },
      { type: 'resource', within: ['project', 'offering'] },
      { type: 'resource_project', within: ['project', 'offering'] },
      { type: 'offering', within: [] },
    ])
  })

  it('joins the types of all chosen permissions', () => {
    const targets = [target('A.LIST', 'resource'), target('B.LIST', 'proposal'), target('C.LIST', 'customer')]
    expect(typesOf(targets, ['A.LIST', 'B.LIST'])).toEqual(['resource', 'resource_project', 'proposal'])
  })

  it('offers everything that is possible before a permission is chosen', () => {
    expect(typesOf([target('A.LIST', 'call'), target('B.LIST', 'proposal')], [])).toEqual(['call', 'proposal'])
  })

  it('offers nothing for permissions that cannot be bound', () => {
    expect(typesOf([target('A.LIST', 'call')], ['STAFF.ACCESS'])).toEqual([])
  })

  it('leaves out types that cannot be searched here', () => {
    expect(typesOf([target('A.LIST', 'galaxy', 'call', 'constructor')], ['A.LIST'])).toEqual(['call'])
  })

  it('offers all types for a global role’s permissions, but never “global” itself', () => {
    expect(bindableTypes([target('A.LIST', 'global')], ['A.LIST'])).toEqual(
      ENTITY_TYPES.map((type) => ({ type, within: [] })),
    )
  })

  it('never takes a type away when a permission is added', () => {
    const types = fc.array(fc.constantFrom(...ENTITY_TYPES))
    const targets = fc.array(fc.record({ permission: fc.constantFrom('A', 'B', 'C', 'D'), types }))
    const scopes = fc.array(fc.constantFrom('A', 'B', 'C', 'D', 'X'), { minLength: 1 })
    fc.assert(
      fc.property(targets, scopes, fc.constantFrom('A', 'B', 'C', 'D', 'X'), (known, chosen, another) => {
        const more = typesOf(known, [...chosen, another])
        expect(typesOf(known, chosen).every((type) => more.includes(type))).toBe(true)
      }),
    )
  })
})
