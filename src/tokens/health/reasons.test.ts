import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Holder, NamedPlace } from '../access/access.ts'
import { accessOf, hasEffect, isNever } from '../access/access.ts'
import { roleOn, staff, user } from '../access/holderCases.ts'
import type { BetterPlace } from './reasons.ts'
import { reasonsOf as reasonsAround } from './reasons.ts'

const SPOTS: Record<string, { type: string; above: string[] }> = {
  alpha: { type: 'customer', above: [] },
  genomics: { type: 'project', above: ['alpha'] },
  vm: { type: 'resource', above: ['offering', 'genomics', 'alpha'] },
  nordlys: { type: 'project', above: ['beta'] },
}
const spot = (name: string) => ({ type: 'moon', above: [], ...SPOTS[name], uuid: name, name, knowsAll: true })
const place = (name: string, change: Partial<NamedPlace> = {}): NamedPlace => ({ ...spot(name), ...change })
const role = (name: string, ...permissions: string[]) =>
  roleOn(name, { ...spot(name), permissions: new Set(permissions) })
const owner = user(role('alpha', 'PROJECT.UPDATE', 'ORDER.CANCEL', 'RESOURCE.SET_STATE'))

const reasonsOf = (
  scopes: readonly string[],
  places: readonly NamedPlace[] | null,
  holder: Holder,
  around: readonly BetterPlace[] = [],
) => reasonsAround(scopes, places, holder, () => around)

describe('reasonsOf', () => {
  it('finds none if everything works or follows the role', () => {
    expect(reasonsOf(['PROJECT.UPDATE', 'PROJECT.LIST'], [place('alpha')], owner)).toEqual([])
    expect(reasonsOf(['PROJECT.LIST'], [place('nordlys')], user())).toEqual([])
  })

  it('names the role above a place where nothing works, and what else it would fix', () => {
    expect(reasonsOf(['ORDER.CANCEL', 'RESOURCE.SET_STATE'], [place('genomics')], owner)).toMatchObject([
      {
        kind: 'role above',
        place: { uuid: 'genomics' },
        scopes: ['ORDER.CANCEL'],
        all: true,
        better: { uuid: 'alpha' },
      },
    ])
  })

  it('reports a place next to one where everything works', () => {
    const both = user(...owner.roles, role('nordlys', 'ORDER.CANCEL'))
    expect(reasonsOf(['ORDER.CANCEL'], [place('genomics'), place('nordlys')], both)).toMatchObject([
      { kind: 'role above', place: { uuid: 'genomics' }, all: true },
    ])
  })

  it('names the permissions if others work in the place', () => {
    const some = user(...owner.roles, role('genomics', 'PROJECT.UPDATE'))
    expect(reasonsOf(['ORDER.CANCEL', 'PROJECT.UPDATE'], [place('genomics')], some)).toMatchObject([
      { kind: 'role above', scopes: ['ORDER.CANCEL'], all: false, better: { uuid: 'alpha' } },
    ])
  })

  it('offers the role whose entity would make most work, the nearest if equal', () => {
    const scopes = ['ORDER.CANCEL', 'PROJECT.UPDATE']
    const near = user(role('alpha', ...scopes), role('genomics', ...scopes))
    expect(reasonsOf(scopes, [place('vm')], near)).toMatchObject([{ kind: 'not asked', better: { uuid: 'genomics' } }])
    const far = user(role('alpha', ...scopes), role('genomics', 'ORDER.CANCEL'))
    expect(reasonsOf(scopes, [place('vm')], far)).toMatchObject([{ kind: 'not asked', better: { uuid: 'alpha' } }])
    expect(reasonsOf(scopes, [place('vm')], staff)).toMatchObject([{ kind: 'not asked', better: null }])
  })

  it('names what the user lacks, and where', () => {
    expect(reasonsOf(['PROJECT.UPDATE'], [place('nordlys'), place('alpha')], owner)).toEqual([])
    expect(reasonsOf(['CUSTOMER.UPDATE', 'PROJECT.UPDATE'], [place('alpha')], owner)).toMatchObject([
      { kind: 'not yours', places: [{ uuid: 'alpha' }], scopes: ['CUSTOMER.UPDATE'] },
    ])
    expect(reasonsOf(['CUSTOMER.UPDATE'], null, owner)).toEqual([
      { kind: 'not yours', places: [], scopes: ['CUSTOMER.UPDATE'] },
    ])
  })

  it('does not deny what a role lists without effect', () => {
    const caller = user(role('alpha', 'CALL.UPDATE'))
    expect(reasonsOf(['CALL.UPDATE', 'PROJECT.UPDATE'], null, caller)).toEqual([
      { kind: 'not yours', places: [], scopes: ['PROJECT.UPDATE'] },
      { kind: 'unclear', scopes: ['CALL.UPDATE'] },
    ])
  })

  it('offers staff the place’s parent, without a role', () => {
    const around = [spot('genomics'), spot('alpha')]
    expect(reasonsOf(['ORDER.CANCEL'], [place('vm')], staff, around)).toMatchObject([
      { kind: 'not asked', better: { uuid: 'genomics' } },
    ])
  })

  it('gives no reason if a place’s parents are unknown', () => {
    expect(reasonsOf(['ORDER.CANCEL'], [place('genomics', { above: [], knowsAll: false })], owner)).toEqual([
      { kind: 'unclear', scopes: ['ORDER.CANCEL'] },
    ])
  })

  it('recognizes permissions that are checked nowhere', () => {
    const some = user(role('genomics', 'PROJECT.UPDATE'))
    expect(reasonsOf(['PROJECT.UPDATE', 'CALL.UPDATE'], [place('genomics')], some)).toEqual([
      { kind: 'never asked', scopes: ['CALL.UPDATE'] },
    ])
    const knowing: Holder = { ...staff, vocabulary: new Set(['PROJECT.UPDATE']) }
    expect(reasonsOf(['PROJECT.UPDATE', 'MOON.LIST'], null, knowing)).toEqual([
      { kind: 'never asked', scopes: ['MOON.LIST'] },
    ])
  })

  it('leaves deleted places to other checks', () => {
    expect(reasonsOf(['ORDER.CANCEL'], [place('genomics', { uuid: null })], owner)).toEqual([])
  })

  it('has a reason for each permission without effect, and for no other', () => {
    const permissions = [
      'ORDER.CANCEL',
      'PROJECT.UPDATE',
      'CUSTOMER.UPDATE',
      'CALL.UPDATE',
      'MOON.LIST',
      'PROJECT.LIST',
    ]
    const names = Object.keys(SPOTS)
    const roles = fc.array(fc.tuple(fc.constantFrom(...names), fc.subarray(permissions)), { maxLength: 3 })
    const places = fc.option(fc.subarray(names, { minLength: 1 }))
    fc.assert(
      fc.property(fc.subarray(permissions), places, roles, fc.boolean(), (scopes, where, held, isStaff) => {
        const holder = { ...user(...held.map(([on, lists]) => role(on, ...lists))), isStaff }
        const bound = where?.map((name) => place(name)) ?? null
        const reasons = reasonsOf(scopes, bound, holder)
        const told = reasons.flatMap((reason) => ('scopes' in reason ? reason.scopes : []))
        const whole = reasons.flatMap((reason) => ('place' in reason ? [reason.place] : []))
        for (const scope of scopes) {
          const isIdle = !hasEffect(scope, bound, holder)
          const inWhole = whole.some((one) => isNever(accessOf(scope, one, holder)))
          if (isIdle) expect(told.includes(scope) || inWhole).toBe(true)
        }
        for (const reason of reasons) {
          if (reason.kind === 'role above' && reason.all) {
            for (const scope of reason.scopes) expect(accessOf(scope, reason.place, holder).kind).toBe('above')
          } else if ('scopes' in reason) {
            for (const scope of reason.scopes) expect(hasEffect(scope, bound, holder)).toBe(false)
          }
        }
      }),
    )
  })
})
