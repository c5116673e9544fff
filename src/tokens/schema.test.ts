import { describe, expect, it, test } from 'vitest'
import { healthIssues } from './health/health.ts'
import { outcomeOfCreate } from './issue/reconcile.ts'
import { leakedTokens } from './lifecycle/leaked.ts'
import { needsConfirmation } from './lifecycle/needsConfirmation.ts'
import { issuedAs, Token } from './schema.ts'
import { isUnused } from './state/idle.ts'
import { replacedTokens } from './state/successor.ts'

const now = Date.parse('2026-11-24T12:00:00Z')

const row = {
  uuid: 'a'.repeat(32),
  name: 'ci',
  scopes: ['ORDER.CREATE'],
  allowed_scopes: [{ type: 'project', uuid: 'b'.repeat(32), name: 'Alpha' }],
  allowed_networks: [],
  expires_at: '2027-03-01T12:00:00Z',
  is_active: true,
  last_used_at: '2026-11-20T12:00:00Z',
  last_used_ip: '192.0.2.1',
  use_count: 3,
  created: '2026-09-01T08:15:30.123456+00:00',
}

const without = (...keys: (keyof typeof row)[]) =>
  Token.parse(Object.fromEntries(Object.entries(row).filter(([key]) => !keys.some((one) => one === key))))

describe('a token', () => {
  it.each(['use_count', 'last_used_ip', 'created', 'last_used_at', 'name'] as const)(
    'is readable without %s, or with a malformed one',
    (key) => {
      const rest = { ...row, [key]: undefined }
      for (const token of [without(key), Token.parse({ ...row, [key]: { odd: true } })]) {
        expect({ ...token, [key]: undefined }).toEqual(rest)
        expect(token[key] ?? '').toBe('')
      }
    },
  )

  it.each(['uuid', 'scopes', 'expires_at', 'is_active'] as const)('is unreadable without %s', (key) => {
    expect(Token.safeParse({ ...row, [key]: undefined }).success).toBe(false)
  })

  it('does not count as unlimited if one of its places cannot be read', () => {
    expect(Token.safeParse({ ...row, allowed_scopes: [{ uuid: null }] }).success).toBe(false)
    expect(Token.safeParse({ ...row, allowed_scopes: null }).success).toBe(false)
    expect(Token.parse({ ...row, allowed_scopes: [{ type: 'call', uuid: null }] }).allowed_scopes).toEqual([
      { type: 'call', uuid: null, name: null },
    ])
  })
})

describe('a token’s limits', () => {
  it.each([[['10.0.0.0/8', null]], [null], ['10.0.0.0/8'], [{}]])('are not empty if the networks are %j', (odd) => {
    expect(Token.safeParse({ ...row, allowed_networks: odd }).success).toBe(false)
  })

  it('are empty if this Waldur server has none', () => {
    expect(without('allowed_networks')).toEqual({ ...row, allowed_networks: undefined })
    const oldest = without('allowed_scopes', 'allowed_networks')
    expect(oldest).toMatchObject({ allowed_scopes: [], isPlaceless: true })
    expect(Token.parse({ ...row, allowed_scopes: [] })).not.toHaveProperty('isPlaceless')
  })

  it('are unknown without places on a Waldur server with networks', () => {
    expect(Token.safeParse({ ...row, allowed_scopes: undefined }).success).toBe(false)
  })
})

describe('a token without last_used_at', () => {
  const silent = without('last_used_at')

  it('counts neither as unused nor as in use', () => {
    expect(silent.last_used_at).toBeUndefined()
    expect(isUnused(silent, now)).toBe(false)
    expect(healthIssues(silent, null, now)).toEqual([])
    expect(needsConfirmation(silent, now)).toBe(true)
    expect(leakedTokens([silent], now, now)).toEqual([silent])
  })

  it('does not count as replaced', () => {
    const newer = Token.parse({ ...row, uuid: 'c'.repeat(32), created: '2026-10-01T00:00:00Z' })
    expect(replacedTokens([without('last_used_at'), newer], now)).toEqual([])
    const old = Token.parse({ ...row, last_used_at: null })
    expect(replacedTokens([old, newer], now)).toHaveLength(1)
    expect(replacedTokens([old, { ...newer, created: null }], now)).toEqual([])
  })
})

test('a global token needs a confirmation even if it was never used', () => {
  const unused = Token.parse({ ...row, last_used_at: null })
  expect(needsConfirmation(unused, now)).toBe(false)
  expect(needsConfirmation({ ...unused, scopes: ['STAFF.ACCESS'] }, now)).toBe(true)
})

test('a token without its creation date may be the one that was requested', () => {
  const before = { uuids: new Set<string>(), at: now }
  const outcome = (tokens: Token[]) => outcomeOfCreate({ before, name: 'ci', tokens, known: new Set() }).kind
  expect(outcome([without('created')])).toBe('cannot tell')
  expect(outcome([Token.parse(row)])).toBe('nothing')
})

describe('an issued token', () => {
  const Issued = issuedAs({ name: 'ci', scopes: ['ORDER.CREATE'], expires_at: row.expires_at })
  const issue = { uuid: row.uuid, token: `w_1803902400_${'x'.repeat(43)}` }

  it('has its secret, whatever else is missing or malformed', () => {
    const known = { ...issue, name: 'ci', scopes: ['ORDER.CREATE'], expires_at: row.expires_at }
    expect(Issued.parse(issue)).toMatchObject(known)
    expect(Issued.parse({ ...issue, name: 7, scopes: null, expires_at: 'soon', created: [] })).toMatchObject(known)
  })

  it('distinguishes missing limits from unreadable ones', () => {
    const { allowed_scopes, allowed_networks } = Issued.parse(issue)
    expect([allowed_scopes, allowed_networks]).toEqual([undefined, undefined])
    const odd = { allowed_scopes: [null], allowed_networks: ['10.0.0.0/8', null] }
    expect(Issued.parse({ ...issue, ...odd })).toMatchObject({ allowed_scopes: null, allowed_networks: null })
  })

  it('may have a secret of another form, if it is safe in a header and in a file', () => {
    expect(Issued.parse({ ...issue, token: 'pat.abcDEF-123_456==' }).token).toBe('pat.abcDEF-123_456==')
    for (const token of ['', 'short', 'two words here', "quo'te$(id)", 'line\nbreak', null, 12345678]) {
      expect(Issued.safeParse({ ...issue, token }).success).toBe(false)
    }
  })
})
