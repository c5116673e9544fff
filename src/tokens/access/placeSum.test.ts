import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Access } from './access.ts'
import { sumOf } from './placeSum.ts'

const VERDICTS: Record<string, Access> = {
  works: { kind: 'works', through: [] },
  inside: { kind: 'inside', through: [] },
  follows: { kind: 'follows' },
  unknown: { kind: 'unknown', why: 'role' },
  above: { kind: 'above', through: [] },
  'not yours': { kind: 'not yours', isHeld: false },
  gone: { kind: 'gone' },
  'not asked': { kind: 'not asked', on: [] },
}

const sum = (...kinds: string[]) => sumOf(kinds.flatMap((kind) => VERDICTS[kind] ?? []))

describe('sumOf', () => {
  it.each([
    [['works', 'inside', 'above', 'follows', 'unknown'], { kind: 'works', count: 2, total: 3 }],
    [['works', 'works'], { kind: 'works', count: 2, total: 2 }],
    [['above', 'not yours', 'not asked', 'follows'], { kind: 'above' }],
    [['not asked', 'not asked', 'follows'], { kind: 'not asked' }],
    [['not asked', 'not yours'], { kind: 'none' }],
    [['gone'], { kind: 'none' }],
    [['unknown', 'above'], null],
    [['follows', 'follows'], null],
    [[], null],
  ])('%j: %j', (kinds, expected) => {
    expect(sum(...kinds)).toEqual(expected)
  })

  it('never says that nothing works while something may, and depends only on what the token decides', () => {
    const kinds = fc.array(fc.constantFrom(...Object.keys(VERDICTS)))
    fc.assert(
      fc.property(kinds, (all) => {
        const said = sum(...all)
        if (all.some((kind) => ['works', 'inside', 'unknown'].includes(kind))) {
          expect([undefined, 'works']).toContain(said?.kind)
        }
        expect(sum(...all, 'follows')).toEqual(said)
        if (said?.kind === 'works') expect(said.count).toBeLessThanOrEqual(said.total)
      }),
    )
  })
})
