import { expect, it } from 'vitest'
import { narrowestFirst, rolePlaces } from './rolePlaces.ts'

const grant = {
  role_name: 'MADE',
  role_uuid: 'e'.repeat(32),
  scope_type: 'project',
  scope_uuid: 'a'.repeat(32),
  scope_name: 'Genomics',
  customer_uuid: 'c'.repeat(32),
  customer_name: 'Alpha University',
  project_uuid: null,
  resource_uuid: null,
  expiration_time: null,
}

const held = (type: string, uuid: string, name: string, above: string[] = []) => ({
  type,
  uuid,
  name,
  above,
  knowsAll: true,
  endsAt: Number.POSITIVE_INFINITY,
  isOff: false,
  permissions: new Set<string>(),
})

it('makes a place of each entity with a role, with what its grants say about it', () => {
  const project = held('project', 'a'.repeat(32), 'Genomics', ['c'.repeat(32)])
  const places = rolePlaces({ permissions: [grant] }, [
    held('project', 'b'.repeat(32), 'Alchemy'),
    project,
    project,
    held('customer', 'd'.repeat(32), 'Beta Institute'),
    held('moon', 'f'.repeat(32), 'Europa'),
  ])
  expect(places.map(({ name }) => name)).toEqual(['Beta Institute', 'Alchemy', 'Genomics'])
  expect(places.at(-1)).toMatchObject({
    type: 'project',
    path: ['Alpha University'],
    parents: [{ type: 'customer', uuid: 'c'.repeat(32), name: 'Alpha University' }],
    isGone: false,
  })
})

it('puts the narrowest of the places where most works first', () => {
  const organization = 'c'.repeat(32)
  const places = rolePlaces({ permissions: [grant] }, [
    held('customer', organization, 'Alpha University'),
    held('project', 'a'.repeat(32), 'Genomics', [organization]),
    held('offering', 'b'.repeat(32), 'Rocket HPC', [organization]),
  ])
  const sorted = narrowestFirst(places, ({ type }) => (type === 'offering' ? 0.25 : 1))
  expect(sorted.map(({ name }) => name)).toEqual(['Genomics', 'Alpha University', 'Rocket HPC'])
})
