import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Access } from '../access/access.ts'
import { accessOf, isNever } from '../access/access.ts'
import { followsRole } from '../access/follows.ts'
import { isGlobal } from '../permissions/globals.ts'
import { clauseOf } from '../permissions/permissionPhrases.ts'
import { summary } from './summary.ts'
import { alpha, base, genomics, lab, nordlys, place, read, role } from './summaryCases.ts'

const hasKind = (verdicts: readonly Access[] | null): boolean =>
  verdicts?.some(({ kind }) => kind === 'works' || kind === 'inside') ?? false

/** Whether a permission is in a text; reliable only among permissions with different objects. */
function names(text: string, scope: string): boolean {
  const { before, object } = clauseOf(scope) ?? { before: scope, object: scope }
  return text.includes(before.trim()) && new RegExp(`\\b${object}\\b`).test(text)
}

describe('for any roles and places', () => {
  const values = [
    ...['ORDER.CANCEL', 'PROJECT.UPDATE', 'CALL.UPDATE', 'RESOURCE.SET_USAGE', 'PROJECT.LIST', 'STAFF.ACCESS'],
    ...['CUSTOMER.UPDATE', 'OFFERING.PAUSE', 'CALL.CLOSE_ROUNDS', 'MOON.LIST'],
  ]
  const spots = [alpha, genomics, nordlys, place('resource', 'vm', 'Genomics', 'Alpha'), lab]
  const anyRole = fc.record({
    at: fc.constantFrom(...spots.slice(0, 4)),
    permissions: fc.option(fc.subarray(values)),
  })
  const anyPlan = fc.record({
    scopes: fc.subarray(values, { minLength: 1 }),
    places: fc.option(fc.subarray(spots, { minLength: 1 })),
    holder: fc.option(
      fc.record({
        isStaff: fc.boolean(),
        isSupport: fc.boolean(),
        roles: fc.array(
          anyRole.map(({ at, permissions }) => role(at.type, at.uuid ?? '', permissions, ...at.above)),
          { maxLength: 3 },
        ),
      }),
    ),
  })

  it('names or counts each permission that works, and no other', () => {
    fc.assert(
      fc.property(anyPlan, fc.constantFrom('will', 'can'), ({ scopes, places, holder }, tense) => {
        fc.pre(tense === 'can' || !scopes.some(isGlobal))
        const verdicts = (scope: string) => holder && (places ?? [null]).map((one) => accessOf(scope, one, holder))
        const works = scopes.filter((scope) => !isGlobal(scope) && !followsRole(scope) && hasKind(verdicts(scope)))
        // The others have no effect, or a sentence of their own, or depend on what could not be read.
        const unclear = scopes.filter((scope) =>
          holder === null
            ? isGlobal(scope) || (!followsRole(scope) && !places?.every(({ uuid }) => uuid === null))
            : !isGlobal(scope) && !followsRole(scope) && !works.includes(scope) && !verdicts(scope)?.every(isNever),
        )
        const [first] = summary({ ...base, scopes, places, holder }, tense)
        const phrase = first?.parts.permissions ?? ''
        const named = scopes.filter((scope) => names(phrase, scope))
        const counted = Number(/\d+/.exec(phrase)?.[0] ?? 0)
        if (first?.text.includes('[[permissions]] there')) {
          expect([...works, ...unclear]).toEqual([])
        } else {
          expect([works.length, works.length + unclear.length]).toContain(named.length + counted)
          if (counted === 0) expect(named).toEqual(expect.arrayContaining(works))
        }
      }),
    )
  })

  it('never says that a permission works where it does not, or where that is unknown', () => {
    fc.assert(
      fc.property(anyPlan, ({ scopes, places, holder }) => {
        const can = read({ scopes, places, holder }).match(/^sync can (.*?) (?:in|every|until) /)?.[1] ?? ''
        for (const scope of scopes.filter((one) => !isGlobal(one))) {
          const works =
            holder && (places ?? [null]).some((one) => ['works', 'inside'].includes(accessOf(scope, one, holder).kind))
          if (!works || followsRole(scope)) expect(names(can, scope)).toBe(false)
        }
      }),
    )
  })

  it('never names a place where nothing works as one where something does', () => {
    fc.assert(
      fc.property(anyPlan, ({ scopes, places, holder }) => {
        const text = read({ scopes, places, holder })
        const isClaim = /^sync can (?!read|use staff)/.test(text)
        for (const one of places ?? []) {
          const idle = holder && scopes.every((scope) => isGlobal(scope) || isNever(accessOf(scope, one, holder)))
          const claimed = text.slice(0, text.indexOf(' It only reads') >>> 0)
          if (isClaim && idle && one.uuid !== null) expect(claimed).not.toContain(one.name)
        }
      }),
    )
  })
})
