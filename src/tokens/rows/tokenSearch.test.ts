import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { wordsFor } from '../permissions/permissionWords.ts'
import type { Token } from '../schema.ts'
import { tokenWith } from '../tokenCases.ts'
import { finderOf, searchTexts } from './tokenSearch.ts'

const token = tokenWith({
  uuid: 'c0ffee00'.repeat(4),
  name: 'Tõnise varukoopia',
  scopes: ['ORDER.CREATE'],
  allowed_scopes: [
    { type: 'project', uuid: 'a'.repeat(32), name: 'Läänemere kliimamudel' },
    { type: 'resource', uuid: null, name: null },
  ],
  allowed_networks: ['10.1.0.0/16'],
  last_used_ip: '192.0.2.44',
})
const finds = (search: string, of: Token = token) => finderOf(search, searchTexts(wordsFor))(of)

describe('finderOf', () => {
  it.each([
    ['the name, without its marks', 'tonise'],
    ['letters that have no mark', 'kliimamudel ｏｒｄｅｒ'],
    ['a permission in words', 'create order'],
    ['a permission as Waldur spells it', 'ORDER.CREATE'],
    ['an entity', 'LÄÄNEMERE'],
    ['the type of an entity', 'project'],
    ['the address of the last use', '192.0.2.44'],
    ['an address of its own', '10.1.'],
    ['the start of the secret', 'w_1804075500'],
    ['the uuid', 'c0ffee00c0ff'],
    ['words of several places, in any order', 'kliima order TONISE'],
    ['nothing but blanks', ' \t '],
  ])('finds by %s', (_what, search) => {
    expect(finds(search)).toBe(true)
  })

  it('requires every word', () => {
    expect(finds('tonise terraform')).toBe(false)
  })

  it('does not match across two fields', () => {
    expect(finds('createcreate')).toBe(false)
  })

  it('finds any part of a name', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.nat(), fc.nat(), (name, from, length) => {
        const part = name.slice(from % name.length, (from % name.length) + 1 + (length % name.length))
        expect(finds(part, { ...token, name })).toBe(true)
      }),
    )
  })

  it('finds no more with a longer search', () => {
    const word = fc.constantFrom('tonise', 'order', 'x', '10.1', 'project')
    fc.assert(
      fc.property(fc.array(word), word, (search, more) => {
        if (finds([...search, more].join(' '))) expect(finds(search.join(' '))).toBe(true)
      }),
    )
  })
})
