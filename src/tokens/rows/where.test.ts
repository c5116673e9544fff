import { expect, test } from 'vitest'
import { unmarked } from '../../ui/i18n.tsx'
import type { Binding } from '../schema.ts'
import { ownerOf } from './owner.ts'
import { whereWords } from './where.ts'

const place = (type: string, name: string): Binding => ({ type, uuid: name, name })
const gone = (type: string): Binding => ({ type, uuid: null, name: '(deleted)' })
const grant = {
  role_name: null,
  role_uuid: null,
  scope_type: 'project',
  scope_name: 'Genomics',
  customer_uuid: 'tartu',
}
const owner = ownerOf({
  is_staff: false,
  permissions: [
    {
      ...grant,
      scope_uuid: 'Genomics',
      customer_name: 'Tartu Ülikool',
      project_uuid: null,
      resource_uuid: null,
      expiration_time: null,
    },
  ],
})
const said = (...bindings: Binding[]) => {
  const { text, more, detail, isOdd } = whereWords(bindings, owner)
  return `${text}${more > 0 ? ` +${more}` : ''} | ${isOdd ? '! ' : ''}${unmarked(detail)}`
}

test.each<[string, Binding[]]>([
  ['Everywhere | where your roles are', []],
  ['Genomics | Project in Tartu Ülikool', [place('project', 'Genomics')]],
  ['Imaging | Project', [place('project', 'Imaging')]],
  ['CSC | Organization', [place('customer', 'CSC')]],
  ['CSC +2 | Organizations', ['CSC', 'NTNU', 'UiT'].map((name) => place('customer', name))],
  ['Fram +2 | Offering, projects', [place('offering', 'Fram'), place('project', 'a'), place('project', 'b')]],
  ['Mars | Planet', [place('planet', 'Mars')]],
  ['CSC | ! 1 project deleted', [gone('project'), place('customer', 'CSC')]],
  ['CSC +1 | ! 2 deleted places', [place('customer', 'CSC'), gone('project'), place('call', 'a'), gone('call')]],
  ['Nowhere | ! its project was deleted', [gone('project')]],
  ['Nowhere | ! its places were deleted', [gone('project'), gone('call')]],
])('%s', (text, bindings) => {
  expect(said(...bindings)).toBe(text)
})

test('staff need no role', () => {
  expect(whereWords([], ownerOf({ is_staff: true, permissions: [] })).detail).toBe('all of Waldur')
})
