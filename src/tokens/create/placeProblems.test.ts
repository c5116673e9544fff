import { describe, expect, it } from 'vitest'
import { ApiError, NetworkError, problemsOf } from '../../api/errors.ts'
import type { Lifetime } from '../limits/lifetime.ts'
import { placeProblems } from './placeProblems.ts'

const row = (uuid: string) => ({
  type: 'project' as const,
  uuid,
  name: '',
  above: [],
  knowsAll: true,
  parents: [],
  path: [],
  state: null,
  isGone: false,
})

const rows = [row('0f6c2f0f2d4f4f0d9c3a6f1d2b3c4d5e'), row('a1b2c3d4e5f678900123456789abcdef')]

const networks = [{ text: '10.0.0.1' }, { text: '2001:DB8::/32' }]

const place = (body: unknown, lifetime: Lifetime = '30 days') => {
  const form = { scopes: ['ORDER.LIST', 'ORDER.CREATE'], bindings: rows, networks, lifetime }
  const { error, fields } = placeProblems(new ApiError(400, problemsOf(body)), form)
  if (!(error instanceof ApiError)) throw new Error('another error')
  return error.problems.map(({ path, text }) => [path[0] === undefined ? null : (fields.get(path[0]) ?? null), text])
}

describe('placeProblems', () => {
  it('finds the row by the uuid in the message, in any spelling', () => {
    expect(
      place({
        allowed_scopes: [
          'You do not hold any of the requested permissions on project A1B2C3D4-e5f6-7890-0123-456789abcdef.',
          'project with uuid 0f6c2f0f2d4f4f0d9c3a6f1d2b3c4d5e does not exist.',
        ],
      }).map(([field]) => field),
    ).toEqual(['bindings.1', 'bindings.0'])
  })

  it('finds the row by its index', () => {
    const problems = place({ allowed_scopes: [{}, { type: ['Unknown scope type'], uuid: ['Must be a valid UUID.'] }] })
    expect(problems).toEqual([
      ['bindings.1', 'Unknown scope type'],
      ['bindings.1', 'Must be a valid UUID.'],
    ])
  })

  it('assigns a message without a known row to the whole field', () => {
    const texts = ['Entity bindings cannot be combined with STAFF.ACCESS', 'ffffffff-ffff-ffff-ffff-ffffffffffff']
    expect(place({ allowed_scopes: texts }).map(([field]) => field)).toEqual(['reach', 'reach'])
    expect(place({ allowed_scopes: { '7': ['no such row'] } })).toEqual([['reach', 'no such row']])
  })

  it('finds the row of a network by its index, or by the message’s first quoted text', () => {
    const advice = '2001:db8::/32 has host bits set; use 10.0.0.1/32 instead.'
    expect(place({ allowed_networks: { '0': ['Not a valid string.'] } })).toEqual([
      ['networks.0.text', 'Not a valid string.'],
    ])
    expect(place({ allowed_networks: [advice] })).toEqual([['networks.1.text', advice]])
    expect(place({ allowed_networks: { '7': ['no such row'] } })).toEqual([['source', 'no such row']])
    const most = 'A token can have at most 1 network ACL entries.'
    expect(place({ allowed_networks: [most] })).toEqual([['source', most]])
  })

  it('keeps every other text', () => {
    expect(
      place({
        name: ['a'],
        scopes: { '1': ['b'], '7': ['g'] },
        expires_at: ['c'],
        non_field_errors: ['d'],
        odd: ['e'],
      }),
    ).toEqual([
      ['name', 'a'],
      ['scopes', 'ORDER.CREATE: b'],
      ['scopes', 'g'],
      ['lifetime', 'c'],
      [null, 'd'],
      [null, 'e'],
    ])
  })

  it('puts a rejected date on its own field when there is one', () =>
    expect(place({ expires_at: ['too far'] }, 'custom')).toEqual([['until', 'too far']]))

  it('passes other errors on', () => {
    const error = new NetworkError('timeout')
    expect(placeProblems(error, { scopes: [], bindings: rows, networks, lifetime: 'custom' }).error).toBe(error)
  })
})
