import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ENTITY_TYPES } from '../../entities/types.ts'
import { buildRequest, parseRequest } from './requestLink.ts'

const uuid = 'a1b2c3d4'.repeat(4)

const someRequest = fc.record({
  name: fc.string({ unit: 'grapheme', maxLength: 150 }).filter((name) => name === '' || name.trim() !== ''),
  scopes: fc.uniqueArray(fc.stringMatching(/^[A-Z_]{1,20}\.[A-Z_]{1,20}$/), { maxLength: 40 }),
  bindings: fc.option(
    fc.array(fc.record({ type: fc.constantFrom(...ENTITY_TYPES), uuid: fc.stringMatching(/^[0-9a-f]{32}$/) }), {
      maxLength: 20,
    }),
  ),
  networks: fc.option(fc.array(fc.stringMatching(/^[0-9a-f.:]{1,20}(\/\d{1,3})?$/), { maxLength: 9 })),
  days: fc.option(fc.integer({ min: 1, max: 3650 })),
})

describe('a request link', () => {
  it('is read back as the request it was built from', () => {
    fc.assert(
      fc.property(someRequest, (request) => {
        expect(parseRequest(buildRequest(request))).toEqual({ request, ignored: [] })
      }),
      { numRuns: 2000 },
    )
  })

  it('can be read by people too', () => {
    const request = {
      name: 'deploy bot',
      scopes: ['ORDER.LIST', 'ORDER.CREATE'],
      bindings: [{ type: 'project' as const, uuid }],
      networks: ['192.0.2.0/24'],
      days: 30,
    }
    const text = `name=deploy%20bot&scopes=ORDER.LIST,ORDER.CREATE&bind=project:${uuid}&network=192.0.2.0/24&days=30`
    expect(buildRequest(request)).toBe(text)
    expect(parseRequest(text).request).toEqual(request)
  })

  it.each([
    ['submit=1&name=x', ['submit']],
    ['token=w_1_secret', ['token']],
    ['bind=project:nothing', ['project:nothing']],
    [`bind=planet:${uuid}`, [`planet:${uuid}`]],
    [`bind=project:${uuid}:more`, [`project:${uuid}:more`]],
    ['days=0', ['0']],
    ['days=1e3', ['1e3']],
    ['days=-7', ['-7']],
    ['days=30&days=90', ['90']],
    ['name=a&name=b', ['b']],
    ['scopes=A.LIST,<b>', ['<b>']],
    ['__proto__=1', ['__proto__']],
  ])('%s names the parts it does not understand', (text, ignored) => {
    expect(parseRequest(text).ignored).toEqual(ignored)
  })

  it('reads a uuid with hyphens, scopes with spaces, and an empty link', () => {
    const hyphens = uuid.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
    expect(parseRequest(`bind=project:${hyphens}`).request.bindings).toEqual([{ type: 'project', uuid }])
    expect(parseRequest('scopes=A.LIST%20B.LIST&scopes=A.LIST').request.scopes).toEqual(['A.LIST', 'B.LIST'])
    const quoted = encodeURIComponent('["A.LIST", "LIST_ORDERS"; `B.LIST`]')
    expect(parseRequest(`scopes=${quoted}`)).toMatchObject({
      ...{ request: { scopes: ['A.LIST', 'LIST_ORDERS', 'B.LIST'] }, ignored: [] },
    })
    const nothing = { name: '', scopes: [], bindings: null, networks: null, days: null }
    expect(parseRequest('')).toEqual({ request: nothing, ignored: [] })
  })

  it('ignores invisible characters but in the name', () => {
    const link = `name=a%C2%ADb&scopes=A.LI%E2%80%8BST,B.LIST&bind=%E2%80%AAproject:${uuid}&network=10.0.0.%C2%AD1&days=30%E2%80%8B`
    expect(parseRequest(link)).toEqual({
      request: {
        name: 'a\u00adb',
        scopes: ['A.LIST', 'B.LIST'],
        bindings: [{ type: 'project', uuid }],
        networks: ['10.0.0.1'],
        days: 30,
      },
      ignored: [],
    })
  })

  it('never takes an unknown limit for no limit', () => {
    for (const text of ['bind=', 'bind=project:typo', 'network=', 'bind=project:typo&network=%20']) {
      const { bindings, networks } = parseRequest(text).request
      expect(bindings).toEqual(text.includes('bind') ? [] : null)
      expect(networks).toEqual(text.includes('network') ? [] : null)
    }
  })

  it('handles any text, and never exceeds its limits', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.webFragments()), (text) => {
        const { request } = parseRequest(text)
        expect(parseRequest(buildRequest(request)).request).toEqual(request)
      }),
      { numRuns: 2000 },
    )
    const { request, ignored } = parseRequest(`bind=project:${uuid}&`.repeat(1000))
    expect(request.bindings?.length).toBe(50)
    expect(ignored.length).toBeGreaterThan(0)
  })
})
