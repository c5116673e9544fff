import { expect, test } from 'vitest'
import { parseRequest } from './requestLink.ts'
import { startForm } from './start.ts'

const USER = { is_staff: false, is_support: false }

test('a link’s constants become values, and unknown words are kept to be named', () => {
  const link = 'scopes=LIST_ORDERS,"RESOURCE_LIST"&scopes=["ORDER.LIST"],LIST_MOONS,MOON.LIST'
  expect(parseRequest(link).ignored).toEqual([])
  const { scopes } = startForm({ as: 'request', link }, 365, USER)
  expect(scopes).toEqual(['ORDER.LIST', 'RESOURCE.LIST', 'LIST_MOONS', 'MOON.LIST'])
})

test('a link’s places are taken once each', () => {
  const uuid = '0f6c2f0f2d4f4f0d9c3a6f1d2b3c4d5e'
  const link = `bind=project:${uuid}&bind=project:${uuid.toUpperCase()}&bind=customer:${uuid}`
  const { bindings } = startForm({ as: 'request', link }, 365, USER)
  expect(bindings.map(({ type }) => type)).toEqual(['project', 'customer'])
})

test.each([
  ['staff', '7 days'],
  ['another user, who cannot have them', '30 days'],
])('staff-only views are short-lived: %s', (who, lifetime) => {
  const user = { ...USER, is_staff: who === 'staff' }
  expect(startForm({ as: 'request', link: 'scopes=STAFF.ACCESS' }, 365, user).lifetime).toBe(lifetime)
})
