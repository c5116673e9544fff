import { expect, test } from 'vitest'
import type { Kept, Restrictions } from './losses.ts'
import { isUntold, losses } from './losses.ts'

const project = { type: 'project', uuid: 'a'.repeat(32) }
const customer = { type: 'customer', uuid: 'b'.repeat(32) }
const issued = (change: Partial<Kept> = {}): Kept => ({ allowed_scopes: [], ...change })
const nothing: Restrictions = { allowed_scopes: [] }

test('nothing is lost if nothing was requested, or everything was returned', () => {
  expect(losses(nothing, issued())).toEqual([])
  expect(losses({ ...nothing, allowed_networks: [] }, issued())).toEqual([])
  // A rotated token keeps its networks, whoever set them.
  expect(losses(nothing, issued({ allowed_networks: ['10.0.0.0/8'] }))).toEqual([])
  const kept = issued({ allowed_networks: ['::1/128', '10.0.0.1/32'] })
  expect(losses({ ...nothing, allowed_networks: ['10.0.0.1', '::1/128'] }, kept)).toEqual([])
})

test('names what the token can do but should not', () => {
  const asked = { allowed_scopes: [project, customer], allowed_networks: ['10.0.0.1/32'] }
  expect(losses(asked, issued())).toEqual([
    'This token works everywhere you have its permissions.',
    'This token works from any IP address.',
  ])
  const half = issued({ allowed_scopes: [{ ...project, name: 'x' }], allowed_networks: ['10.0.0.2/32', '10.1.0.0/16'] })
  expect(losses(asked, half)).toEqual([
    'Waldur left out some of the places you selected.',
    'This token works from 10.0.0.2 and 10.1.0.0/16.',
  ])
})

test('a place is kept only with its type and uuid, in any order', () => {
  const asked = { allowed_scopes: [project, customer] }
  const kept = (...places: (typeof project)[]) =>
    issued({ allowed_scopes: places.map((place) => ({ ...place, name: 'x' })) })
  expect(losses(asked, kept(customer, project))).toEqual([])
  expect(losses({ allowed_scopes: [] }, kept(project))).toEqual([])
  expect(losses(asked, kept(customer, { type: 'customer', uuid: project.uuid }))).toEqual([
    'Waldur left out some of the places you selected.',
  ])
})

test('a rotated token need not keep a deleted place', () => {
  const asked = { allowed_scopes: [{ type: 'project', uuid: null }] }
  expect([losses(asked, issued()), isUntold(asked, issued({ allowed_scopes: null }))]).toEqual([[], false])
})

test('what the response leaves out counts neither as kept nor as lost', () => {
  const asked = { allowed_scopes: [project], allowed_networks: ['10.0.0.1/32'] }
  for (const [change, lost] of [
    [{ allowed_scopes: null, allowed_networks: null }, []],
    [{ allowed_scopes: undefined, allowed_networks: ['10.0.0.1/32'] }, []],
    [{ allowed_scopes: null, allowed_networks: [] }, ['This token works from any IP address.']],
  ] as const) {
    const kept = issued({ ...change, allowed_networks: change.allowed_networks && [...change.allowed_networks] })
    expect([losses(asked, kept), isUntold(asked, kept)]).toEqual([lost, true])
    expect([losses(nothing, kept), isUntold(nothing, kept)]).toEqual([[], false])
  }
  for (const kept of [issued(), { allowed_scopes: undefined, allowed_networks: undefined }]) {
    expect([losses(asked, kept).length, isUntold(asked, kept)]).toEqual([2, false])
  }
})
