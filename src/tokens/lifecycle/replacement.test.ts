import { expect, test } from 'vitest'
import type { Token } from '../schema.ts'
import { tokenWith } from '../tokenCases.ts'
import { isReplaceableAsIs, replacementOf } from './replacement.ts'

const now = Date.parse('2026-11-30T08:00:00Z')
const project = { type: 'project', uuid: 'b'.repeat(32), name: 'Genomics' }
const token = tokenWith({
  scopes: ['ORDER.LIST', 'RESOURCE.UPDATE'],
  allowed_scopes: [project],
  allowed_networks: ['192.0.2.0/24'],
  expires_at: '2026-12-10T08:00:00Z',
})

test('the replacement differs in its end only', () => {
  expect(replacementOf(token, Date.parse('2027-02-28T08:00:00Z'))).toEqual({
    name: 'ci',
    scopes: ['ORDER.LIST', 'RESOURCE.UPDATE'],
    allowed_scopes: [{ type: 'project', uuid: project.uuid }],
    allowed_networks: ['192.0.2.0/24'],
    expires_at: '2027-02-28T08:00:00Z',
  })
})

test.each([[undefined], [[]]])('networks are not sent if there are none (%j)', (allowed_networks) => {
  expect(replacementOf({ ...token, allowed_networks }, now)).not.toHaveProperty('allowed_networks')
})

const USER = { is_staff: false, is_support: false }
const STAFF = { is_staff: true, is_support: false }

test.each<[string, Partial<Token>, boolean]>([
  ['one that works', {}, true],
  ['one for everywhere', { allowed_scopes: [] }, true],
  ['an expired one', { expires_at: '2026-11-29T08:00:00Z' }, false],
  ['one with a deleted place', { allowed_scopes: [project, { ...project, uuid: null }] }, false],
  ['one for staff-only views', { scopes: ['STAFF.ACCESS'], allowed_scopes: [] }, false],
])('%s: as it is?', (_title, change, answer) => {
  expect(isReplaceableAsIs({ ...token, ...change }, USER, now)).toBe(answer)
})

test('one that makes its owner staff everywhere needs the form', () => {
  expect(isReplaceableAsIs({ ...token, allowed_scopes: [] }, STAFF, now)).toBe(false)
  expect(isReplaceableAsIs(token, STAFF, now)).toBe(true)
})
