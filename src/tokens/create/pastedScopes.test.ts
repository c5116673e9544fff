import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pastedScopes, withoutPastedSecrets } from './pastedScopes.ts'

const available = ['ORDER.LIST', 'RESOURCE.LIST', 'PROJECT.LIST', 'X.Y']
const session = '0123456789abcdef0123456789abcdef01234567'
const nothing = { known: [], rejected: [], unknown: [], rest: null, hadSecret: false }

describe('a pasted list', () => {
  it.each([
    'list project',
    'PROJECT.LIST',
    'LIST_ORDERS',
    '"LIST_RESOURCES"',
    'LIST_MOONS, LIST_STARS',
    'https://waldur.example.org/api/',
    '{"name": "Moon"}',
  ])('is distinguished from a search: %s', (text) => expect(pastedScopes(text, available)).toBeNull())

  it.each([
    ['LIST_ORDERS, LIST_RESOURCES', ['ORDER.LIST', 'RESOURCE.LIST']],
    ['"LIST_ORDERS", "LIST_RESOURCES",', ['ORDER.LIST', 'RESOURCE.LIST']],
    ["['ORDER.LIST', 'LIST_RESOURCES']", ['ORDER.LIST', 'RESOURCE.LIST']],
    ['- ORDER.LIST\n- RESOURCE.LIST\n', ['ORDER.LIST', 'RESOURCE.LIST']],
    ['ORDER_LIST;\tORDER.LIST', ['ORDER.LIST']],
  ])('%j becomes values', (text, known) => expect(pastedScopes(text, available)).toEqual({ ...nothing, known }))

  it('loses nothing: each word is known, rejected or named, however it is separated', () => {
    const words = fc.uniqueArray(fc.constantFrom(...available, 'A.B', 'nonsense', 'STAFF.ACCESS', 'LIST_MOONS'))
    const between = fc.constantFrom('\n', ', ', ' ', '", "')
    fc.assert(
      fc.property(words, between, (rest, sign) => {
        const all = [...new Set(['PROJECT.LIST', 'A.B', ...rest])]
        const { known = [], rejected = [], unknown = [] } = pastedScopes(all.join(sign), available) ?? {}
        expect([...known, ...rejected, ...unknown].sort()).toEqual(all.sort())
      }),
    )
  })

  it('distinguishes an unavailable permission from a word that is not a permission', () => {
    const pasted = pastedScopes('ORDER.LIST CANCEL_ORDER LIST_MOONS', available)
    expect(pasted).toEqual({ ...nothing, known: ['ORDER.LIST'], rejected: ['ORDER.CANCEL'], unknown: ['LIST_MOONS'] })
  })
})

describe('a body of a request', () => {
  it.each([
    [
      'waldur-cli’s skeleton',
      '{"allowed_scopes":null,"expires_at":"","name":"","scopes":[""]}',
      { ...nothing, rest: [] },
    ],
    ['one with permissions only', '{"scopes": ["LIST_ORDERS"]}', { ...nothing, known: ['ORDER.LIST'] }],
    [
      'a filled one',
      '{\n  "allowed_scopes": null,\n  "expires_at": "2027-01-01T00:00:00Z",\n  "name": "ci",\n  "scopes": ["ORDER.LIST"]\n}',
      { ...nothing, known: ['ORDER.LIST'], rest: ['name', 'expires_at'] },
    ],
    [
      'one whose permissions nobody knows',
      '{"scopes": ["LIST_MOONS", "more moons", 7], "name": "ci"}',
      { ...nothing, unknown: ['LIST_MOONS', 'more moons', '…'], rest: ['name'] },
    ],
    [
      'a token as Waldur returns it',
      '{"uuid": "x", "is_active": true, "scopes": ["X.Y"], "allowed_scopes": [{"type": "project"}]}',
      { ...nothing, known: ['X.Y'], rest: ['allowed_scopes'] },
    ],
  ])('%s', (_what, text, expected) => expect(pastedScopes(text, available)).toEqual(expected))

  it.each([
    `curl -X POST https://waldur.example.org/api/personal-access-tokens/ -d '{"name": "ci", "scopes": ["LIST_ORDERS"]}'`,
    `curl -d "{\\"name\\": \\"ci\\", \\"scopes\\": [\\"LIST_ORDERS\\"]}" https://waldur.example.org/`,
    `curl -H "Authorization: Bearer \${WALDUR_ACCESS_TOKEN}" -d '{"name": "$NAME", "scopes": ["LIST_ORDERS"]}'`,
    `waldur-cli auth personal-access-token create --request '{"name":"ci","scopes":["ORDER.LIST"]}'`,
  ])('is found in the command %s', (text) => {
    expect(pastedScopes(text, available)).toEqual({ ...nothing, known: ['ORDER.LIST'], rest: ['name'] })
  })
})

describe('a link that asks for a token', () => {
  it.each([
    ['#scopes=ORDER.LIST,X.Y&bind=project:xx&network=10.0.0.0/8', ['bind', 'network']],
    ['#name=ci%20job&scopes=ORDER.LIST%2CX.Y&days=30', ['name', 'days']],
    ['#scopes=LIST_ORDERS&scopes=X.Y&name=', null],
    ['%23scopes=ORDER.\u200bLIST&amp;scopes=X.Y', null],
    ['?name=ci&scopes=ORDER.LIST,X.Y', ['name']],
  ])('%s gives its permissions, and names what else it requests', (request, rest) => {
    const text = `Please create this one: https://waldur.example.org/tokens/new${request} Thanks!`
    expect(pastedScopes(text, available)).toEqual({ ...nothing, known: ['ORDER.LIST', 'X.Y'], rest })
  })
})

describe('any other text', () => {
  it.each([
    ['waldur-cli’s skeleton in YAML', 'allowed_scopes: null\nexpires_at: ""\nname: ci\nscopes:\n- LIST_ORDERS\n', []],
    ['a dictionary of Python', "{'name': 'ci', 'scopes': ['ORDER.LIST'], 'allowed_scopes': None}", []],
    [
      'a line of a program',
      'scopes=[PermissionEnum.LIST_ORDERS, PermissionEnum.LIST_MOONS],',
      ['PermissionEnum.LIST_MOONS'],
    ],
    ['a form’s body', 'name=ci&scopes=ORDER.LIST&scopes=MOON.LIST#x', ['MOON.LIST']],
    ['a body that was cut off', '{"name": "ci", "scopes": ["ORDER.LIST", "LIST_MOO', ['LIST_MOO']],
    ['a response of available_scopes', '[{"permission": "ORDER.LIST", "description": "List order"}]', []],
    [
      'a command with a list',
      'curl -H "Token: $TOKEN" https://w.example.org -F scopes=ORDER.LIST -F scopes=MOON.LIST',
      ['MOON.LIST'],
    ],
  ])('%s gives its permissions, and names similar words', (_what, text, unknown) => {
    expect(pastedScopes(text, available)).toEqual({ ...nothing, known: ['ORDER.LIST'], unknown, rest: [] })
  })
})

describe('a secret', () => {
  const command = (header: string) => `curl -X POST https://waldur.example.org/ \\
  -H 'Authorization: ${header}' \\
  -d '{"name": "ci", "scopes": ["ORDER.LIST", "${header}"]}'`
  const secrets = [
    `w_1804075500_${'Ab-_9'.repeat(8)}xyz`,
    session,
    'eyJhbGciOiJI.eyJzdWIiOiIx.c2lnbmF0dXJl',
    'opaque-secret-of-a-provider',
  ]

  it.each(secrets)('is in nothing read from a command: %s', (secret) => {
    const pasted = pastedScopes(command(`Bearer ${secret}`), available)
    expect(pasted).toMatchObject({ known: ['ORDER.LIST'], rest: ['name'], hadSecret: true })
    expect(JSON.stringify(pasted)).not.toContain(secret)
  })

  it.each(secrets.slice(0, 3))('is in nothing read from a list, whose other lines stay separate: %s', (secret) => {
    const pasted = pastedScopes(`ORDER.LIST\n${secret}\nRESOURCE.LIST`, available)
    expect(pasted).toEqual({ ...nothing, known: ['ORDER.LIST', 'RESOURCE.LIST'], rest: [], hadSecret: true })
  })
})

it('finds a secret on its own line, and one split over lines', () => {
  expect(withoutPastedSecrets('ORDER.LIST\neyJhbGciOiJI.eyJzdWIiOiIx.c2lnbmF0\nb')).toBe('ORDER.LIST  b')
  expect(withoutPastedSecrets('w_1804075500_ab\ncd')).toBe('w_1804075500')
  expect(withoutPastedSecrets('ORDER.LIST\n\nORDER.CREATE')).toBe('ORDER.LIST\n\nORDER.CREATE')
})

it('leaves out a request’s credentials in any form, but not variables', () => {
  for (const [text, rest] of [
    ["-H 'Authorization: Bearer opaque-secret' -v", "-H 'Authorization: Bearer …' -v"],
    ['"authorization": "Basic dXNlcjpwYXNzd29yZA=="', '"authorization": "Basic …"'],
    ['Authorization: Token $WALDUR_ACCESS_TOKEN', 'Authorization: Token $WALDUR_ACCESS_TOKEN'],
    ['Authorization: Bearer <your token>', 'Authorization: Bearer <your token>'],
    ['Authorization: Bearer w_1804075500_abc', 'Authorization: Bearer w_1804075500'],
  ] as const) {
    expect(withoutPastedSecrets(text)).toBe(rest)
    expect(withoutPastedSecrets(rest)).toBe(rest)
  }
})

it('reads hostile texts completely', () => {
  for (const text of [
    `{"scopes": [${'['.repeat(200_000)}${']'.repeat(200_000)}], "name": "x"}`,
    `${'{"scopes":'.repeat(100_000)}1${'}'.repeat(100_000)}`,
    `{"scopes": [${'"A.B",'.repeat(20_000)}"A.B"], "allowed_scopes": ${'['.repeat(50_000)}${']'.repeat(50_000)}}`,
    '{"__proto__": {"scopes": ["ORDER.LIST"]}}',
    '{"scopes": {"length": 1}, "constructor": "x"}',
  ]) {
    const { known = [], rejected = [] } = pastedScopes(text, available) ?? {}
    expect(rejected).toEqual([])
    expect(known.filter((value) => value !== 'ORDER.LIST')).toEqual([])
  }
  fc.assert(fc.property(fc.oneof(fc.json(), fc.string()), (text) => void pastedScopes(text, available)))
})
