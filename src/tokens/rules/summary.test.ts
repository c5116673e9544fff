import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Plan, Tense } from './summary.ts'
import { summary } from './summary.ts'

const label = (scope: string) => ({ 'ORDER.LIST': 'List order', 'ORDER.CREATE': 'Create order' })[scope] ?? scope

const base: Plan = {
  name: 'deploy-bot',
  scopes: ['ORDER.LIST'],
  entities: null,
  networks: null,
  end: 'Wed, 3 Mar 2027, 14:05 GMT+2',
}

function read(plan: Partial<Plan>, tense: Tense = 'will'): string {
  const { text, parts } = summary({ ...base, ...plan }, tense, label)
  return text.replace(/\[\[(\w+)\]\]/g, (_, key: keyof typeof parts) => parts[key])
}

const project = (name: string) => ({ type: 'project', name })

describe('summary', () => {
  it('says that an unbound token reaches everywhere', () => {
    expect(read({})).toBe(
      'deploy-bot will be able to: List order, everywhere your permissions reach, until Wed, 3 Mar 2027, 14:05 GMT+2.',
    )
  })

  it('names two permissions and the entity, and that there is nothing else', () => {
    expect(read({ scopes: ['ORDER.LIST', 'ORDER.CREATE'], entities: [project('Genomics')] })).toBe(
      'deploy-bot will be able to: List order and Create order in Genomics (Project) until Wed, 3 Mar 2027, 14:05 GMT+2. It cannot act anywhere else.',
    )
  })

  it('counts what would make the sentence too long', () => {
    const many = read({
      scopes: ['A.1', 'A.2', 'A.3', 'A.4', 'A.5', 'A.6'],
      entities: ['a', 'b', 'c', 'd', 'e'].map(project),
    })
    expect(many).toContain('A.1, A.2, A.3, A.4 and 2 more in a (Project)')
    expect(many).toContain('d (Project) and 1 more until')
  })

  it('never reads a restricted token without an entity as an unrestricted one', () => {
    expect(read({ entities: [] })).toContain('only in the entities that you add')
  })

  it('says from how many addresses, and never reads none as all', () => {
    expect(read({ networks: 2 })).toMatch(/GMT\+2\. It can be used only from 2 addresses or networks\.$/)
    expect(read({ networks: 1 })).toMatch(/It can be used only from one address or network\.$/)
    expect(read({ networks: 0 })).toMatch(/It can be used only from the addresses that you add\.$/)
    expect(read({ networks: null })).not.toContain('address')
    expect(read({ networks: 2, scopes: [] })).not.toContain('address')
  })

  it('asks for permissions when there are none, and for a moment when there is none', () => {
    expect(read({ scopes: [] })).toBe('Choose permissions, and this line says what the token will be able to do.')
    expect(read({ end: null })).toContain('until the moment that you choose')
  })

  it('says what a global permission means', () => {
    expect(read({ scopes: ['STAFF.ACCESS', 'SUPPORT.ACCESS'] })).toContain('It acts with your staff rights')
    expect(read({ scopes: ['SUPPORT.ACCESS'] })).toContain('It acts with your support rights')
  })

  it('promises nothing for a global permission with entities', () =>
    expect(read({ scopes: ['ORDER.LIST', 'STAFF.ACCESS'], entities: [project('a')] })).toBe(
      'deploy-bot cannot be created like this: a global permission cannot be limited to entities.',
    ))

  const two = [project('Genomics'), { type: 'customer', name: 'Tartu' }]
  it.each<[string, Partial<Plan>, string, string]>([
    [
      'bound to none, one permission',
      {},
      'deploy-bot can: List order, everywhere your permissions reach, until Wed, 3 Mar 2027, 14:05 GMT+2.',
      'After this, deploy-bot can no longer: List order, anywhere.',
    ],
    [
      'bound to one, two permissions, one network',
      { scopes: ['ORDER.LIST', 'ORDER.CREATE'], entities: two.slice(0, 1), networks: 1 },
      'deploy-bot can: List order and Create order in Genomics (Project) until Wed, 3 Mar 2027, 14:05 GMT+2. It cannot act anywhere else. It can be used only from one address or network.',
      'After this, deploy-bot can no longer: List order and Create order in Genomics (Project).',
    ],
    [
      'bound to two',
      { entities: two },
      'deploy-bot can: List order in Genomics (Project) and Tartu (Organization) until Wed, 3 Mar 2027, 14:05 GMT+2. It cannot act anywhere else.',
      'After this, deploy-bot can no longer: List order in Genomics (Project) and Tartu (Organization).',
    ],
    [
      'with nothing left',
      { entities: [], networks: 2 },
      'deploy-bot can do nothing: all that it was limited to is deleted.',
      'deploy-bot can do nothing as it is: all that it was limited to is deleted.',
    ],
    [
      'global',
      { scopes: ['STAFF.ACCESS'] },
      'deploy-bot can: STAFF.ACCESS, everywhere your permissions reach, until Wed, 3 Mar 2027, 14:05 GMT+2. It acts with your staff rights, for the whole of Waldur.',
      'After this, deploy-bot can no longer: STAFF.ACCESS, anywhere.',
    ],
    ['without permissions', { scopes: [] }, 'deploy-bot has no permission.', 'deploy-bot has no permission.'],
  ])('says of a token %s what it can do, and what its end takes away', (_which, plan, can, stops) => {
    expect(read(plan, 'can')).toBe(can)
    expect(read(plan, 'stops')).toBe(stops)
  })

  it('stands in for a missing name', () => {
    expect(read({ name: '  ' })).toMatch(/^This token will/)
  })

  it('keeps names out of the sentence, whatever they are', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (name, entity) => {
        const { text } = summary({ ...base, name, entities: [project(entity)] }, 'will', label)
        expect(text).toBe(summary({ ...base, entities: [project('x')] }, 'will', label).text)
      }),
    )
  })
})
