import { describe, expect, it } from 'vitest'
import { instantMs } from '../../api/wire.ts'
import type { Entity } from '../../entities/queries.ts'
import type { EntityType } from '../../entities/types.ts'
import type { TokenFormValues } from './form.ts'
import { confirmationFor, emptyTokenForm, tokenForm } from './form.ts'

const entity = (digit: string): Entity => ({
  type: 'project',
  uuid: digit.repeat(32),
  name: `Entity ${digit}`,
  above: [],
  knowsAll: true,
  parents: [],
  path: [],
  state: null,
  isGone: false,
})

const filled = (changes: Partial<TokenFormValues> = {}): TokenFormValues => ({
  ...emptyTokenForm(),
  name: ' deploy-bot ',
  scopes: ['ORDER.LIST'],
  ...changes,
})

const USER = { is_staff: false, is_support: false }
const STAFF = { is_staff: true, is_support: false }

/** "path: message" of every error, or the body. */
function read(values: TokenFormValues, types: readonly EntityType[] | null = null, isStaff = false, hasPlaces = true) {
  const result = tokenForm({
    typesFor: () => types,
    hasPlaces: () => hasPlaces,
    rejectionOf: (_scopes, { uuid }) => (uuid.startsWith('f') ? 'Refused.' : null),
    maxDays: () => 365,
    isDateWithheld: () => false,
    user: isStaff ? STAFF : USER,
  }).safeParse(values)
  return result.success ? result.data : result.error.issues.map((issue) => issue.path.join('.'))
}

describe('tokenForm', () => {
  it('yields the request, name trimmed, thirty days long', () => {
    const body = read(filled())
    expect(body).toMatchObject({ name: 'deploy-bot', scopes: ['ORDER.LIST'], allowed_scopes: [] })
    if (Array.isArray(body)) throw new Error('rejected')
    expect(Math.abs(instantMs(body.expires_at) - Date.now() - 30 * 86_400_000)).toBeLessThan(2000)
  })

  it('names everything that is missing at once', () => {
    expect(read({ ...emptyTokenForm(), reach: 'bound', lifetime: 'custom', until: '' })).toEqual([
      'name',
      'scopes',
      'reach',
      'until',
    ])
  })

  it('sends neither places to a Waldur server that would ignore them, nor a token without them', () => {
    const bindings = [entity('a')]
    expect(read(filled({ reach: 'bound', bindings }), null, false, false)).toEqual(['reach'])
    expect(read(filled({ bindings }), null, false, false)).toMatchObject({ allowed_scopes: [] })
  })

  it('sends the entities', () => {
    const bindings = [entity('a'), { ...entity('b'), type: 'customer' as const }]
    expect(read(filled({ reach: 'bound', bindings }))).toMatchObject({
      allowed_scopes: [
        { type: 'project', uuid: 'a'.repeat(32) },
        { type: 'customer', uuid: 'b'.repeat(32) },
      ],
    })
  })

  it('rejects a type that fits no chosen permission, once the types are known', () => {
    const bindings = [entity('a')]
    expect(read(filled({ reach: 'bound', bindings }), ['customer'])).toEqual(['bindings.0'])
    expect(read(filled({ reach: 'bound', bindings }), ['customer', 'project'])).toMatchObject({ name: 'deploy-bot' })
    expect(read(filled({ bindings }), ['customer'])).toMatchObject({ allowed_scopes: [] })
  })

  it.each(['STAFF.ACCESS', 'SUPPORT.ACCESS'])('requires confirmation for %s', (scope) => {
    const understood = confirmationFor({ scopes: [scope], reach: 'everywhere' }, STAFF) ?? ''
    expect(read(filled({ scopes: [scope] }), null, true)).toEqual(['understood'])
    expect(read(filled({ scopes: [scope], understood }), null, true)).toMatchObject({ scopes: [scope] })
    const more = { scopes: ['STAFF.ACCESS', 'SUPPORT.ACCESS'], understood }
    expect(read(filled(more), null, true), 'confirming one warning does not confirm another').toEqual(['understood'])
  })

  it.each(['STAFF.ACCESS', 'SUPPORT.ACCESS'])('rejects %s to others, without asking them to confirm it', (scope) => {
    expect(read(filled({ scopes: [scope] }))).toEqual(['scopes'])
  })

  it('requires confirmation from staff if nothing limits the token, and only then', () => {
    const scopes = ['PROJECT.UPDATE']
    const understood = confirmationFor({ scopes, reach: 'everywhere' }, STAFF) ?? ''
    expect(read(filled({ scopes }), null, true)).toEqual(['understood'])
    expect(read(filled({ scopes, understood }), null, true)).toMatchObject({ scopes })
    expect(read(filled({ scopes: ['PROJECT.LIST'] }), null, true)).toMatchObject({ scopes: ['PROJECT.LIST'] })
    const bindings = [entity('a')]
    expect(read(filled({ scopes, reach: 'bound', bindings }), null, true)).toMatchObject({ scopes })
    expect(read(filled({ scopes }))).toMatchObject({ scopes })
  })

  it('rejects a place that Waldur will surely reject, and keeps the input', () => {
    const bindings = ['a', 'f'].map(entity)
    expect(read(filled({ reach: 'bound', bindings }))).toEqual(['bindings.1'])
    expect(read(filled({ bindings }))).toMatchObject({ allowed_scopes: [] })
  })

  it.each(['STAFF.ACCESS', 'SUPPORT.ACCESS'])('rejects entities together with %s', (scope) => {
    const bindings = [entity('a')]
    const understood = confirmationFor({ scopes: [scope], reach: 'everywhere' }, STAFF) ?? ''
    const limited = filled({ understood, reach: 'bound', bindings, scopes: ['ORDER.LIST', scope] })
    expect(read(limited, null, true)).toEqual(['reach'])
    expect(read(filled({ understood, bindings, scopes: [scope] }), null, true)).toMatchObject({ scopes: [scope] })
  })

  it('sends networks only if they are turned on, as Waldur will store them', () => {
    const networks = [{ text: ' 10.0.0.1' }, { text: '2001:DB8::/32' }, { text: '' }]
    expect(read(filled({ networks }))).not.toHaveProperty('allowed_networks')
    expect(read(filled({ source: 'only', networks }))).toMatchObject({
      allowed_networks: ['10.0.0.1/32', '2001:db8::/32'],
    })
  })

  it('never drops an invalid, duplicate or missing network', () => {
    const networks = ['10.0.0.1', '', '10.0.0.1/32', '10.0.0.1/8'].map((text) => ({ text }))
    expect(read(filled({ source: 'only', networks }))).toEqual([
      'networks.1.text',
      'networks.2.text',
      'networks.3.text',
    ])
    expect(read(filled({ source: 'only' }))).toEqual(['networks.0.text'])
  })

  it.each(['2001-01-01T00:00', '2027-02-30T10:00', 'tomorrow'])('rejects %s as an end', (until) => {
    expect(read(filled({ lifetime: 'custom', until }))).toEqual(['until'])
  })
})
