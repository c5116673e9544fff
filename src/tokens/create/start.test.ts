import { expect, test } from 'vitest'
import { parseRequest } from './requestLink.ts'
import { startForm } from './start.ts'

test('a link’s constants become values, and unknown words are kept to be named', () => {
  const link = 'scopes=LIST_ORDERS,"RESOURCE_LIST"&scopes=["ORDER.LIST"],LIST_MOONS,MOON.LIST'
  const { request, ignored } = parseRequest(link)
  expect(ignored).toEqual([])
  const { scopes } = startForm({ as: 'request', request, ignored }, 365, false)
  expect(scopes).toEqual(['ORDER.LIST', 'RESOURCE.LIST', 'LIST_MOONS', 'MOON.LIST'])
})
