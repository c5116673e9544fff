import { describe, expect, it } from 'vitest'
import { PRESETS, presetOf, presetScopes, riskOf, TEMPLATES, templateOf } from './presets.ts'

const available = [
  'PROJECT.LIST',
  'PROJECT.DELETE',
  'CUSTOMER.LIST_USERS',
  'SERVICE_PROVIDER.GET_API_SECRET_CODE',
  'X.Y',
]
const bindable = new Set(['PROJECT.LIST', 'PROJECT.DELETE'])

describe('presets', () => {
  it('are recognised by what they choose', () => {
    for (const preset of PRESETS) {
      expect(presetOf(presetScopes(preset, available, bindable).reverse(), available, bindable)).toBe(preset)
    }
    expect(presetOf(['X.Y'], available, bindable)).toBe('custom')
  })

  it('and jobs by the available permissions that they include', () => {
    const offered = ['ORDER.CANCEL', 'RESOURCE.UPDATE', 'ORDER.LIST', 'PROJECT.LIST']
    expect(templateOf(['RESOURCE.UPDATE', 'ORDER.CANCEL'], offered)).toBe(TEMPLATES[0])
    expect(templateOf(['ORDER.LIST'], offered)).toBe(TEMPLATES[1])
    expect(templateOf(['ORDER.CANCEL'], offered)).toBeUndefined()
    expect(templateOf([], [])).toBeUndefined()
  })
})

it.each([
  ['STAFF.ACCESS', 'global'],
  ['PROJECT.CREATE_PERMISSION', 'grants access'],
  ['SERVICE_PROVIDER.GET_API_SECRET_CODE', 'grants access'],
  ['RESOURCE.TERMINATE', 'deletes'],
  ['PROJECT.DELETE', 'deletes'],
  ['RESOURCE.MANAGE_CONSUMER_API_KEY', 'grants access'],
  ['OFFERING.UPDATE_ENDPOINT', null],
  ['CUSTOMER.VIEW_ACCOUNTING', null],
  ['PROJECT.LIST', null],
  ['ODD', null],
])('%s is %s', (scope, risk) => {
  expect(riskOf(scope)).toBe(risk)
})
