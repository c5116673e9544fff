import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Holder, Place } from './access.ts'
import { accessOf, isNever } from './access.ts'
import { decidedIn } from './decided.ts'
import { forecast } from './forecast.ts'
import { roleOn, staff, user } from './holderCases.ts'
import { placeNotes } from './placeNotes.ts'

const PLACES = {
  university: { type: 'customer', above: [] },
  provider: { type: 'service_provider', above: ['university'] },
  offering: { type: 'offering', above: ['university'] },
  genomics: { type: 'project', above: ['university'] },
  physics: { type: 'project', above: ['university'] },
  machine: { type: 'resource', above: ['offering', 'genomics', 'university'] },
} satisfies Record<string, { type: string; above: string[] }>
type Spot = keyof typeof PLACES
const SPOTS: Spot[] = ['university', 'provider', 'offering', 'genomics', 'physics', 'machine']

const at = (uuid: Spot): Place => ({ ...PLACES[uuid], uuid, knowsAll: true })

const role = (uuid: Spot, ...permissions: string[]) =>
  roleOn(uuid, { ...PLACES[uuid], permissions: new Set(permissions) })

/** Innermost first. */
const aroundOf = (uuid: Spot): Place[] =>
  SPOTS.filter((spot) => PLACES[uuid].above.some((above) => above === spot))
    .map(at)
    .toReversed()

/** The notes for the first of these places. */
const notes = (scopes: string[], held: Holder, first: Spot, ...others: Spot[]) => {
  const [place = at(first), ...more] = [first, ...others].map(at)
  return placeNotes(scopes, place, [place, ...more], aroundOf(first), held)
}

describe('placeNotes', () => {
  const owner = user(role('university', 'PROJECT.UPDATE', 'ORDER.CANCEL', 'PROJECT.LIST'))

  it('offers the place of the role above', () => {
    expect(notes(['PROJECT.UPDATE', 'ORDER.CANCEL', 'PROJECT.LIST'], owner, 'genomics')).toMatchObject([
      { kind: 'above', all: true, scopes: ['PROJECT.UPDATE', 'ORDER.CANCEL'], better: { uuid: 'university' } },
    ])
    const both = user(...owner.roles, role('genomics', 'ORDER.CANCEL'))
    expect(notes(['PROJECT.UPDATE', 'ORDER.CANCEL'], both, 'genomics')).toMatchObject([
      { kind: 'above', all: false, scopes: ['PROJECT.UPDATE'] },
    ])
  })

  it('offers the project of a resource, and the organization of a provider', () => {
    const manager = user(role('genomics', 'ORDER.CANCEL'))
    expect(notes(['ORDER.CANCEL'], manager, 'machine')).toMatchObject([
      { kind: 'not asked', better: { uuid: 'genomics' } },
    ])
    const provider = user(role('university', 'RESOURCE.SET_USAGE'))
    expect(notes(['RESOURCE.SET_USAGE'], provider, 'provider')).toMatchObject([
      { kind: 'not asked', better: { uuid: 'university' } },
    ])
    expect(notes(['ORDER.CANCEL'], staff, 'machine')).toMatchObject([{ better: { type: 'project' } }])
  })

  it('offers places inside if nothing else works', () => {
    const scopes = ['PROJECT.UPDATE', 'CUSTOMER.UPDATE']
    const held = user(role('university', 'PROJECT.LIST'), role('genomics', 'PROJECT.UPDATE'))
    expect(notes([...scopes, 'PROJECT.LIST'], held, 'university')).toMatchObject([
      { kind: 'inside', scopes: ['PROJECT.UPDATE'], better: [{ uuid: 'genomics' }] },
      { kind: 'not yours', scopes: ['CUSTOMER.UPDATE'], useless: ['CUSTOMER.UPDATE'] },
    ])
    const more = user(role('university', 'CUSTOMER.UPDATE'), role('genomics', 'PROJECT.UPDATE'))
    expect(notes(scopes, more, 'university')).toEqual([])
  })

  it('predicts a rejection, with what Waldur would accept instead', () => {
    const held = user(role('genomics', 'PROJECT.UPDATE'))
    expect(notes(['PROJECT.UPDATE'], held, 'university')).toMatchObject([
      { kind: 'rejected', better: [{ uuid: 'genomics' }] },
    ])
    expect(notes(['PROJECT.UPDATE'], held, 'physics')).toEqual([{ kind: 'rejected', better: [] }])
  })

  it('names the place that includes this one, and nothing else', () => {
    expect(notes(['PROJECT.UPDATE'], owner, 'genomics', 'physics', 'university')).toMatchObject([
      { kind: 'included', by: { uuid: 'university' } },
    ])
    expect(notes(['PROJECT.UPDATE'], owner, 'university', 'genomics')).toEqual([])
  })

  it('keeps a permission that works in another place', () => {
    const held = user(role('genomics', 'PROJECT.UPDATE', 'ORDER.CANCEL'), role('physics', 'PROJECT.UPDATE'))
    expect(notes(['PROJECT.UPDATE', 'ORDER.CANCEL'], held, 'physics', 'genomics')).toEqual([
      { kind: 'not yours', scopes: ['ORDER.CANCEL'], useless: [] },
    ])
  })

  it('does not deny what a role lists without effect', () => {
    const held = user(role('university', 'CALL.APPROVE_AND_REJECT_PROPOSALS', 'PROJECT.UPDATE'))
    const scopes = ['PROJECT.UPDATE', 'CALL.APPROVE_AND_REJECT_PROPOSALS']
    expect(notes(scopes, held, 'university')).toEqual([
      {
        kind: 'in vain',
        scopes: ['CALL.APPROVE_AND_REJECT_PROPOSALS'],
        useless: ['CALL.APPROVE_AND_REJECT_PROPOSALS'],
      },
    ])
  })

  it('never offers a place that Waldur rejects, or where no more works', () => {
    const spot = fc.constantFrom(...SPOTS)
    const scopes = fc.uniqueArray(
      fc.constantFrom('PROJECT.UPDATE', 'RESOURCE.UPDATE', 'OFFERING.UPDATE', 'CUSTOMER.UPDATE', 'PROJECT.LIST'),
      { minLength: 1 },
    )
    const roles = fc.array(fc.record({ spot, scopes }), { maxLength: 4 })
    const works = (chosen: string[], place: Place, held: Holder) =>
      decidedIn(chosen, place, held).filter(({ access }) => access.kind === 'works' || access.kind === 'inside').length
    fc.assert(
      fc.property(spot, scopes, roles, fc.boolean(), (where, chosen, grants, isStaff) => {
        const held = { ...user(...grants.map((grant) => role(grant.spot, ...grant.scopes))), isStaff }
        const place = at(where)
        for (const note of notes(chosen, held, where)) {
          if (!('better' in note) || note.better === null) continue
          const better = [note.better].flat()
          for (const one of better) expect(forecast(chosen, one, held).kind).toBe('accepted')
          if (note.kind === 'above' || note.kind === 'not asked') {
            for (const one of better) expect(works(chosen, one, held)).toBeGreaterThan(works(chosen, place, held))
          }
          if (note.kind === 'inside') {
            const isKept = (scope: string) => better.some((one) => !isNever(accessOf(scope, one, held)))
            expect(note.scopes.filter((scope) => !isKept(scope))).toEqual([])
          }
        }
      }),
    )
  })
})
