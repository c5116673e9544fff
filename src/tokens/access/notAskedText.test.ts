import { expect, test } from 'vitest'
import { notAskedText } from './notAskedText.ts'

test.each([
  ['resource', ['RESOURCE.UPDATE', 'RESOURCE.LIST'], 'on the project, not on a resource'],
  ['resource', ['RESOURCE.UPDATE', 'PROJECT.CREATE'], 'on this type of place'],
  ['service_provider', ['SERVICE_PROVIDER.GET_STATISTICS'], 'on the organization, not on a service provider'],
  ['service_provider', ['CALL.UPDATE'], 'on this type of place'],
  ['call', ['PROJECT.UPDATE'], 'on this type of place'],
])('in a %s, %j are checked on %s', (type, scopes, where) => {
  expect(notAskedText(type, scopes)).toContain(where)
})
