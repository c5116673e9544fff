import { expect, test } from 'vitest'
import { lostBindings } from './bindings.ts'

const project = { type: 'project', uuid: 'a'.repeat(32) }
const customer = { type: 'customer', uuid: 'b'.repeat(32) }
const got = (binding: typeof project) => ({ ...binding, name: 'x' })

test('names requested places that are missing, in any order', () => {
  expect(lostBindings([project, customer], [got(customer), got(project)])).toEqual([])
  expect(lostBindings([project, customer], [got(customer)])).toEqual([project])
  expect(lostBindings([project], [])).toEqual([project])
  expect(lostBindings([], [got(project)])).toEqual([])
  expect(lostBindings([project], [{ type: 'customer', uuid: project.uuid, name: null }])).toEqual([project])
})
