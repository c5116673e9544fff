import { expect, it } from 'vitest'
import { riskOf, TEMPLATES, templateOf } from './presets.ts'

it('recognises a template by the available permissions that it includes', () => {
  const offered = ['ORDER.CANCEL', 'RESOURCE.UPDATE', 'ORDER.LIST', 'PROJECT.LIST']
  expect(templateOf(['RESOURCE.UPDATE', 'ORDER.CANCEL'], offered)).toBe(TEMPLATES[0])
  expect(templateOf(['ORDER.LIST'], offered)).toBe(TEMPLATES[1])
  expect(templateOf(['ORDER.CANCEL'], offered)).toBeUndefined()
  expect(templateOf([], [])).toBeUndefined()
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
