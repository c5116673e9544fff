import { describe, expect, it } from 'vitest'
import { User } from '../../auth/user.ts'
import type { Place } from './access.ts'
import { accessOf } from './access.ts'
import { forecast } from './forecast.ts'
import { holderOf, Role } from './holder.ts'

const uuid = (digit: string) => digit.repeat(32)
const [manager, operator, concealed] = [uuid('1'), uuid('2'), uuid('3')]

const roles = [
  { uuid: manager, permissions: ['PROJECT.UPDATE', 'OFFERING.PAUSE'], is_active: true, content_type: 'project' },
  { uuid: operator, permissions: ['PROJECT.UPDATE', 'CALL.CREATE'], is_active: true, content_type: 'global' },
].map((role) => Role.parse(role))

const project: Place = { type: 'project', uuid: uuid('a'), above: [uuid('c')], knowsAll: true }
const customer: Place = { type: 'customer', uuid: uuid('c'), above: [], knowsAll: true }

/** The holder for a user with this grant, as Waldur sends it. */
const holderWith = (...permissions: unknown[]) => holderOf(User.parse({ uuid: uuid('f'), permissions }), roles)

const whole = {
  role_name: 'PROJECT.MANAGER',
  role_uuid: manager,
  scope_type: 'project',
  scope_uuid: uuid('a'),
  scope_name: 'Genomics',
  customer_uuid: uuid('c'),
  customer_name: 'Tartu Ülikool',
  project_uuid: uuid('a'),
  resource_uuid: null,
  expiration_time: null,
}
const { scope_name: _name, ...nameless } = whole
const { scope_uuid: _uuid, ...gone } = { ...nameless, scope_type: null }

describe('a grant', () => {
  it('takes its place’s name from the entity, else the organization, else the role', () => {
    expect(holderWith(whole).roles[0]?.name).toBe('Genomics')
    expect(holderWith(nameless).roles[0]?.name).toBe('Tartu Ülikool')
    expect(holderWith({ ...nameless, customer_name: null }).roles[0]?.name).toBe('PROJECT.MANAGER')
  })

  it('of an entity without a name works there too', () => {
    expect(accessOf('PROJECT.UPDATE', project, holderWith(nameless)).kind).toBe('works')
  })

  it('without the type of its entity has its role’s type', () => {
    expect(accessOf('PROJECT.UPDATE', project, holderWith({ ...whole, scope_type: null })).kind).toBe('works')
  })

  it.each([
    ['on a deleted entity', gone],
    ['with only its role', { role_uuid: manager }],
    ['of an unknown type', { ...whole, scope_type: 'galaxy' }],
  ])('%s makes its role’s permissions unknown, and nothing else', (_what, grant) => {
    const holder = holderWith(grant)
    for (const place of [null, project, customer]) {
      expect(accessOf('PROJECT.UPDATE', place, holder)).toEqual({ kind: 'unknown', why: 'role' })
      expect(accessOf('ORDER.CANCEL', place, holder).kind).toBe('not yours')
    }
    expect(forecast(['ORDER.CANCEL'], project, holder).kind).toBe('rejected')
  })

  it.each([
    ['of a role that Waldur does not list', { ...whole, role_uuid: concealed }],
    ['without a role', { ...whole, role_uuid: undefined }],
    ['that is a number', 7],
    ['that is null', null],
  ])('%s may permit anything there', (_what, grant) => {
    const holder = holderWith(grant)
    for (const permission of ['PROJECT.UPDATE', 'ORDER.CANCEL']) {
      expect(accessOf(permission, project, holder)).toEqual({ kind: 'unknown', why: 'role' })
      expect(accessOf(permission, null, holder)).toEqual({ kind: 'unknown', why: 'role' })
      expect(forecast([permission], project, holder).kind).toBe('unknown')
    }
  })

  it('does not affect the other grants', () => {
    expect(accessOf('PROJECT.UPDATE', project, holderWith(7, whole, gone)).kind).toBe('works')
  })

  it.each([undefined, null, 'none', {}])('is unknown if Waldur sends %j for all of them', (permissions) => {
    const holder = holderOf(User.parse({ uuid: uuid('f'), permissions }), roles)
    expect(accessOf('PROJECT.UPDATE', project, holder).kind).toBe('unknown')
  })
})

describe('a global role', () => {
  it.each([
    ['as "global"', { role_uuid: operator, scope_type: 'global' }],
    ['as "global" with null beside it', { ...whole, role_uuid: operator, scope_type: 'global', scope_uuid: null }],
    ['without a type', { role_uuid: operator, scope_type: null, scope_uuid: null }],
    ['with only the role', { role_uuid: operator }],
  ])('sent %s applies everywhere', (_how, grant) => {
    const holder = holderWith(grant)
    for (const place of [null, project]) {
      expect(accessOf('PROJECT.UPDATE', place, holder)).toEqual({ kind: 'works', through: holder.roles })
      expect(accessOf('ORDER.CANCEL', place, holder).kind).toBe('not yours')
    }
    expect(forecast(['PROJECT.UPDATE'], project, holder).kind).toBe('accepted')
    expect(forecast(['ORDER.CANCEL'], project, holder).kind).toBe('rejected')
  })

  it('may work in an organization, if it has an object of the right type', () => {
    const holder = holderWith({ role_uuid: operator, scope_type: 'global' })
    expect(accessOf('CALL.CREATE', customer, holder)).toEqual({ kind: 'unknown', why: 'inside' })
  })

  it('that Waldur does not list may permit anything, anywhere', () => {
    const holder = holderWith({ role_uuid: concealed, scope_type: 'global' })
    for (const place of [null, project]) {
      expect(accessOf('ORDER.CANCEL', place, holder)).toEqual({ kind: 'unknown', why: 'role' })
    }
    expect(forecast(['ORDER.CANCEL'], project, holder).kind).toBe('unknown')
  })
})
