import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Token } from '../schema.ts'
import { tokenWith } from '../tokenCases.ts'
import type { Read } from './activity.ts'
import { activityOf } from './activity.ts'
import type { TokenEvent } from './events.ts'

const start = Date.parse('2026-06-01T00:00:00Z')
const minute = 60_000
const hour = 60 * minute
const iso = (ms: number) => new Date(ms).toISOString()

const token = (uuid: string, change: Partial<Token> = {}) =>
  tokenWith({ uuid, expires_at: iso(start + 1000 * hour), created: iso(start), ...change })

const NOTHING: TokenEvent['context'] = {
  pat_uuid: null,
  pat_name: null,
  source_ip: null,
  ip_address: null,
  reason: null,
  old_allowed_networks: null,
  new_allowed_networks: null,
}

let count = 0
const event = (type: string, at: number, context: Partial<TokenEvent['context']> = {}): TokenEvent => {
  count += 1
  return {
    uuid: String(count),
    created: iso(at),
    event_type: type,
    message: '',
    context: { ...NOTHING, pat_name: 'ci', ...context },
  }
}
const newestFirst = (events: readonly TokenEvent[]) =>
  [...events].sort((one, other) => Date.parse(other.created) - Date.parse(one.created))
const all = (events: readonly TokenEvent[]): Read => ({ rows: newestFirst(events), hasMore: false })

const activity = (of: Token, tokens: readonly Token[], named: TokenEvent[], sure: TokenEvent[] = []) =>
  activityOf(of, tokens, all(named), [all(sure)])
/** The type of each event and the number of other tokens with the name, newest first. */
const told = (of: Token, tokens: readonly Token[], named: TokenEvent[]) =>
  activity(of, tokens, named)?.happened.map((entry) => [entry.event.event_type, entry.byName?.others])

describe('by the name', () => {
  it('finds a token’s creation and revocation', () => {
    const one = token('one', { is_active: false })
    const events = [
      event('pat_created', start),
      event('pat_revoked', start + hour),
      event('pat_revoked', start + minute),
    ]
    expect(told(one, [one], events)).toEqual([
      ['pat_revoked', 0],
      ['pat_revoked', 0],
      ['pat_created', 0],
    ])
  })

  it('finds no earlier events, no other names, and no end of an active token', () => {
    const one = token('one')
    const events = [event('pat_created', start - hour), event('pat_revoked', start + hour)]
    expect(told(one, [one], [...events, event('pat_created', start, { pat_name: 'ci-2' })])).toEqual([])
  })

  it('a rotation ends one token and starts the next, which later events belong to', () => {
    const old = token('old', { is_active: false })
    const next = token('next', { is_active: false, created: iso(start + hour) })
    const events = [
      event('pat_created', start),
      event('pat_rotated', start + hour + 200),
      event('pat_revoked', start + 2 * hour),
    ]
    expect(told(old, [old, next], events)).toEqual([
      ['pat_rotated', 1],
      ['pat_created', 0],
    ])
    expect(told(next, [old, next], events)).toEqual([
      ['pat_revoked', 1],
      ['pat_rotated', 1],
    ])
  })

  it('distinguishes a rotation right after a creation, but not two creations at once', () => {
    const old = token('old', { is_active: false })
    const next = token('next', { created: iso(start + 1000) })
    const events = [event('pat_created', start + 50), event('pat_rotated', start + 1050)]
    expect(told(old, [old, next], events)).toEqual([
      ['pat_rotated', 1],
      ['pat_created', 0],
    ])
    expect(told(next, [old, next], events)).toEqual([['pat_rotated', 1]])
    const twin = token('twin', { created: iso(start + 20) })
    const twins = [event('pat_created', start + 50), event('pat_created', start + 70)]
    for (const one of [old, twin]) expect(told(one, [old, twin], twins)).toHaveLength(2)
  })

  it('counts the other tokens that an event may be about', () => {
    const one = token('one', { is_active: false })
    const two = token('two', { is_active: false, created: iso(start + minute) })
    const three = token('three', { created: iso(start + 2 * minute), name: 'other' })
    const events = [
      event('pat_created', start),
      event('pat_created', start + minute),
      event('pat_revoked', start + hour),
    ]
    expect(told(one, [one, two, three], events)).toEqual([
      ['pat_revoked', 1],
      ['pat_created', 0],
    ])
    expect(told(two, [one, two, three], events)).toEqual([
      ['pat_revoked', 1],
      ['pat_created', 1],
    ])
  })

  it('an expired token is ended by Waldur, and not before its end', () => {
    const one = token('one', { is_active: false, expires_at: iso(start + hour) })
    const events = [event('pat_expired', start + minute), event('pat_expired', start + 3 * hour)]
    expect(told(one, [one], events)).toEqual([['pat_expired', 0]])
  })

  it('trusts the uuid that a newer Waldur gives', () => {
    const [one, two] = [token('one'), token('two')]
    const events = [event('pat_created', start, { pat_uuid: 'one' })]
    expect(told(one, [one, two], events)).toEqual([['pat_created', undefined]])
    expect(told(two, [one, two], events)).toEqual([])
  })
})

interface World {
  tokens: Token[]
  events: (TokenEvent & { about: string[] })[]
}

/** Waldur checks every six hours; this is the latest possible time. */
const sweptAt = ({ expires_at }: Token) => Date.parse(expires_at) + 6 * hour

/** What people do to tokens of one name, and the events that Waldur records. */
const world: fc.Arbitrary<World> = fc
  .array(
    fc.record({
      what: fc.constantFrom('create', 'rotate', 'revoke'),
      which: fc.nat(9),
      after: fc.integer({ min: 1, max: 600 }),
      life: fc.integer({ min: 1, max: 4000 }),
    }),
    { minLength: 1, maxLength: 14 },
  )
  .map((steps) => {
    const tokens: Token[] = []
    const events: World['events'] = []
    let now = start
    const tell = (type: string, ...about: string[]) => events.push({ ...event(type, now), about })
    const make = (change: Partial<Token>) => {
      const made = token(`t${tokens.length}`, { created: iso(now), ...change })
      tokens.push(made)
      return made
    }
    const end = (ended: Token) => tokens.splice(tokens.indexOf(ended), 1, { ...ended, is_active: false })
    for (const { what, which, after, life } of steps) {
      now += after * minute
      for (const past of tokens.filter((one) => one.is_active && sweptAt(one) <= now)) {
        end(past)
        events.push({ ...event('pat_expired', sweptAt(past)), about: [past.uuid] })
      }
      const chosen = tokens[which % Math.max(tokens.length, 1)]
      if (what === 'create') tell('pat_created', make({ expires_at: iso(now + life * minute) }).uuid)
      if (what === 'rotate' && chosen?.is_active) {
        end(chosen)
        tell('pat_rotated', chosen.uuid, make({ expires_at: chosen.expires_at }).uuid)
      }
      if (what === 'revoke' && chosen && sweptAt(chosen) > now) {
        end(chosen)
        tell('pat_revoked', chosen.uuid)
      }
    }
    return { tokens, events }
  })

describe('any history of tokens with one name', () => {
  it('never loses the first end, and is right whenever it names only one token', () => {
    fc.assert(
      fc.property(world, ({ tokens, events }) => {
        for (const one of tokens) {
          const found = activity(one, tokens, events)?.happened ?? []
          const own = events.filter(({ about }) => about.includes(one.uuid))
          const made = own.filter(({ event_type }) => event_type !== 'pat_revoked')
          const shown = new Set(found.map((entry) => entry.event.uuid))
          for (const { uuid } of made) expect(shown).toContain(uuid)
          for (const {
            event: { uuid },
            byName,
          } of found) {
            if (byName?.others === 0) expect(own.map((its) => its.uuid)).toContain(uuid)
          }
        }
      }),
      { numRuns: 600 },
    )
  })
})

describe('by the uuid', () => {
  const one = token('one')
  const mine = (type: string, at: number, context: Partial<TokenEvent['context']> = {}) =>
    event(type, at, { pat_uuid: 'one', ...context })

  it('distinguishes what the token did from what happened to it', () => {
    const sure = [mine('project_update_succeeded', start + hour), mine('pat_moved', start + 2 * hour)]
    const found = activity(one, [one], [], sure)
    expect(found?.did.map((entry) => entry.event.event_type)).toEqual(['project_update_succeeded'])
    expect(found?.happened.map((entry) => entry.event.event_type)).toEqual(['pat_moved'])
  })

  it('groups consecutive denials by address and reason', () => {
    const denied = (at: number, source_ip: string) => mine('pat_access_denied_from_ip', start + at, { source_ip })
    const sure = [
      ...[denied(1, '192.0.2.1'), denied(2, '192.0.2.1'), denied(3, '192.0.2.2')],
      mine('pat_network_acl_updated', start + 4),
      ...[denied(5, '192.0.2.2'), mine('pat_authentication_rejected', start + 6, { source_ip: '192.0.2.2' })],
    ]
    const found = activity(one, [one], [], sure)
    expect(found?.happened.map((entry) => [entry.event.context.source_ip, entry.count])).toEqual([
      ['192.0.2.2', 1],
      ['192.0.2.2', 1],
      [null, 1],
      ['192.0.2.2', 1],
      ['192.0.2.1', 2],
    ])
    expect(found?.happened.at(-1)?.event.created).toBe(iso(start + 2))
  })

  it('a Waldur server that ignores the filter counts as unknown', () => {
    expect(
      activity(one, [one], [event('pat_created', start)], [event('auth_logged_in_with_username', start)]),
    ).toBeNull()
    expect(activity(one, [one], [], [])).toEqual({ did: [], happened: [] })
  })

  it('lists an event once, even if it was found in two ways', () => {
    const sure = [mine('project_update_succeeded', start + hour)]
    expect(activityOf(one, [], all(sure), [all(sure), all(sure)])?.did).toHaveLength(1)
  })
})

describe('page by page', () => {
  const times = fc.uniqueArray(fc.integer({ min: 1, max: 5000 }), { maxLength: 30 })

  it('keeps the events shown, and appends older ones', () => {
    fc.assert(
      fc.property(times, times, fc.integer({ min: 1, max: 6 }), (uses, deeds, size) => {
        const one = token('one')
        const sources = [uses, deeds].map((at) =>
          newestFirst(at.map((after) => event('pat_used_from_new_ip', start + after * minute, { pat_uuid: 'one' }))),
        )
        const named = all([event('pat_created', start)])
        let before: string[] = []
        for (let page = 1; page * size < 30 + size; page += 1) {
          const reads = sources.map((rows) => ({
            rows: rows.slice(0, page * size),
            hasMore: rows.length > page * size,
          }))
          const shown = activityOf(one, [one], named, reads)?.happened.map((entry) => entry.event.uuid) ?? []
          expect(shown.slice(0, before.length)).toEqual(before)
          before = shown
        }
        expect(before).toHaveLength(uses.length + deeds.length + 1)
      }),
      { numRuns: 200 },
    )
  })
})
