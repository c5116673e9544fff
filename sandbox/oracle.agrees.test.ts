import { afterAll, expect, test } from 'vitest'
import { entityKind } from '../src/entities/types.ts'
import type { Access, HeldRole, Holder, Place, Spot } from '../src/tokens/access/access.ts'
import { accessOf, allows, isNever } from '../src/tokens/access/access.ts'
import { askedOn } from '../src/tokens/access/asked.ts'
import { followsRole } from '../src/tokens/access/follows.ts'
import { forecast } from '../src/tokens/access/forecast.ts'
import type { EntityType } from './bindings.ts'
import { isEntityType } from './bindings.ts'
import type { OracleAction, OracleEntity, OracleRole, OracleToken, OracleUser, OracleWorld } from './oracle/oracle.ts'
import { oracleAccess, oraclePermissions } from './oracle/oracle.ts'

// Compares the page's rules with the responses of Waldur's own code: what the page says about a permission in a place,
// and what it predicts about a token to be created.

const { actions, worlds } = oracleAccess()
/** How much was compared; printed at the end. */
const counts: string[] = []
afterAll(() => void process.stdout.write(`The page and Waldur agree. ${counts.join('; ')}\n`))

const actionOf = new Map(actions.map((action) => [action.id, action]))

interface Seen {
  type: OracleEntity['type']
  spot: Spot
}

/** A world as the page would see it. */
function seeWorld({ entities, users, roles, tokens }: OracleWorld) {
  const byId = new Map(entities.map((entity) => [entity.id, entity]))
  const entity = (id: string): OracleEntity => found(byId.get(id), id)
  const parentOf = (row: OracleEntity, type: string): string | undefined => {
    if (type === 'customer' && row.project !== undefined) return entity(row.project).customer
    if (type === 'customer' && row.type === 'resource_project')
      return parentOf(entity(found(row.resource, row.id)), type)
    const own = row[type as 'customer' | 'project' | 'offering' | 'resource']
    return own ?? (row.type === 'resource_project' && row.resource ? parentOf(entity(row.resource), type) : undefined)
  }
  const aboveOf = (row: OracleEntity): string[] => {
    if (!isEntityType(row.type)) return []
    return entityKind(row.type).above.flatMap((column) => parentOf(row, column.replace('_uuid', '')) ?? [])
  }
  const spot = (id: string): Spot => ({ uuid: id, above: aboveOf(entity(id)) })
  const place = (id: string): Place & { type: EntityType } => {
    const { type } = entity(id)
    if (!isEntityType(type)) throw new Error(`${id} is nothing to limit a token to`)
    return { type, knowsAll: true, ...spot(id) }
  }
  const roleOf = new Map(roles.map((role) => [role.id, role]))
  const userOf = new Map(users.map((user) => [user.id, user]))
  const tokenOf = new Map(tokens.map((token) => [token.id, token]))
  return {
    spot,
    place,
    seen: entities.map(({ id, type }): Seen => ({ type, spot: spot(id) })),
    sources: (action: OracleAction, id: string) => sourcesOf(action, entity(id), entities).map(spot),
    holder: (id: string) => holderOf(found(userOf.get(id), id), roleOf, place),
    token: (id: string) => found(tokenOf.get(id), id),
  }
}

/**
 * The entities that an action's sources name, by their paths from the object; a source without an entity is left out.
 */
function sourcesOf(
  { sources, target }: OracleAction,
  object: OracleEntity,
  entities: readonly OracleEntity[],
): string[] {
  const step = (id: string, name: string): string | undefined => {
    if (name === 'serviceprovider')
      return entities.find((row) => row.type === 'service_provider' && row.customer === id)?.id
    const row = found(
      entities.find((one) => one.id === id),
      id,
    )
    return name === 'manager' ? row.organizer : row[name as 'customer' | 'project' | 'offering']
  }
  return (sources ?? ['*']).flatMap((path) => {
    // A plan is checked as its offering, which is the object here.
    const names = path.split('.').filter((name) => name !== '*' && !(target === 'plan' && name === 'offering'))
    return names.reduce<string | undefined>((id, name) => id && step(id, name), object.id) ?? []
  })
}

function holderOf(user: OracleUser, roles: ReadonlyMap<string, OracleRole>, place: (id: string) => Place): Holder {
  const held = user.grants.filter(({ state }) => state !== 'revoked')
  return {
    isStaff: user.isStaff,
    isSupport: user.isSupport,
    roles: held.map(({ role, scope, state }): HeldRole => {
      const { permissions, isActive, name } = found(roles.get(role), role)
      const { type, above } = place(scope)
      const endsAt = state === 'expired' ? 0 : Number.POSITIVE_INFINITY
      return {
        permissions: new Set(permissions),
        type,
        uuid: scope,
        name,
        above,
        knowsAll: true,
        endsAt,
        isOff: !isActive,
      }
    }),
  }
}

function found<Value>(value: Value | undefined, id: string): Value {
  if (value === undefined) throw new Error(`${id} is not in its world`)
  return value
}

const placesOf = ({ bindings }: OracleToken, place: (id: string) => Place): Place[] =>
  bindings.map(({ type, entity }) =>
    entity === null ? { type, uuid: null, above: [], knowsAll: true } : place(entity),
  )

const limitsOf = ({ scopes, bindings }: OracleToken) => ({
  scopes,
  places: bindings.length === 0 ? null : bindings.map(({ entity }) => entity),
})

const isYes = ({ kind }: Access): boolean => kind === 'works' || kind === 'inside'

test('the core permits what Waldur permits, by sign-in and by token', () => {
  let compared = 0
  for (const world of worlds) {
    const { holder, token, sources } = seeWorld(world)
    for (const [tokenId, actionId, entityId, bySignIn, byToken] of world.checks) {
      const action = found(actionOf.get(actionId), actionId)
      const named = sources(action, entityId)
      const used = token(tokenId)
      const mine = holder(used.user)
      const cell = `${world.id} ${tokenId}/${actionId}/${entityId}`
      expect([cell, allows(mine, null, action.permission, named)]).toEqual([cell, bySignIn ?? false])
      expect([cell, allows(mine, limitsOf(used), action.permission, named)]).toEqual([cell, byToken ?? false])
      compared += 2
    }
  }
  expect(compared).toBeGreaterThan(0)
  counts.push(`${compared} checks compared, all agree`)
})

test('the page never says that a permission has no effect where Waldur permits it, nor the other way round', () => {
  const cells = { compared: 0, permitted: 0, never: 0 }
  for (const world of worlds) {
    const { holder, token, place } = seeWorld(world)
    for (const [tokenId, actionId, entityId, , byToken] of world.checks) {
      const { permission } = found(actionOf.get(actionId), actionId)
      const used = token(tokenId)
      if (!used.scopes.includes(permission)) continue
      const places = used.bindings.length === 0 ? [null] : placesOf(used, place)
      const verdicts = places.map((one) => accessOf(permission, one, holder(used.user)))
      const cell = `${world.id} ${tokenId}/${actionId}/${entityId}: ${verdicts.map(({ kind }) => kind).join(', ')}`
      if (byToken)
        expect(
          verdicts.some((one) => isYes(one) || one.kind === 'unknown'),
          cell,
        ).toBe(true)
      if (verdicts.every(isNever)) expect(byToken ?? false, cell).toBe(false)
      cells.compared += 1
      cells.permitted += byToken ? 1 : 0
      cells.never += verdicts.every(isNever) ? 1 : 0
    }
  }
  expect(cells.permitted * cells.never).toBeGreaterThan(0)
  counts.push(`${cells.compared} verdicts compared: ${cells.permitted} permitted, ${cells.never} said to do nothing`)
})

test('where the page says that a permission works, Waldur permits it on some object', () => {
  let said = 0
  for (const world of worlds) {
    const { holder, seen, place } = seeWorld(world)
    for (const token of world.tokens) {
      const mine = holder(token.user)
      for (const permission of token.scopes) {
        for (const one of token.bindings.length === 0 ? [null] : placesOf(token, place)) {
          const access = accessOf(permission, one, mine)
          // For these, views check only the user and the token, not an object.
          if (!isYes(access) || permission.endsWith('.ACCESS')) continue
          const alone = { scopes: [permission], places: one === null ? null : [one.uuid] }
          const kinds = asked.get(permission)
          const isAskedOn = ({ type }: Seen) =>
            kinds === undefined ||
            kinds.some(({ roleOn, bindings }) => roleOn === type && (one === null || bindings.includes(one.type)))
          // Staff may use it everywhere, even if this world has nothing to use it on.
          if (mine.isStaff && one === null && !seen.some(isAskedOn)) continue
          const works = seen.some((object) => isAskedOn(object) && allows(mine, alone, permission, [object.spot]))
          expect(works, `${world.id} ${token.id} ${permission} in ${one?.type} ${one?.uuid}: ${access.kind}`).toBe(true)
          said += 1
        }
      }
    }
  }
  expect(said).toBeGreaterThan(0)
  counts.push(`${said} times it works or works inside, each with an object`)
})

/** Recorded requests that check the service provider, among other sources. */
const OF_PROVIDERS = new Map([
  ['offering:pause', 'OFFERING.PAUSE'],
  ['offering:update_description', 'OFFERING.UPDATE_DESCRIPTION'],
  ['order:approve_by_provider', 'ORDER.APPROVE'],
])

test('a permission through a service provider is said to work only where the object is visible', () => {
  const cells = { seen: 0, unseen: 0 }
  for (const world of worlds) {
    const { holder, token, place } = seeWorld(world)
    for (const [tokenId, request, entityId, , byToken] of world.requests) {
      const permission = OF_PROVIDERS.get(request)
      const used = token(tokenId)
      const isPermitted = world.checks.some(
        ([of, action, on, , yes]) =>
          yes && of === tokenId && on === entityId && actionOf.get(action)?.permission === permission,
      )
      if (permission === undefined || !isPermitted) continue
      const verdicts = (used.bindings.length === 0 ? [null] : placesOf(used, place)).map((one) =>
        accessOf(permission, one, holder(used.user)),
      )
      const cell = `${world.id} ${tokenId} ${request} ${entityId}: ${verdicts.map(({ kind }) => kind).join(', ')}`
      const through = verdicts.flatMap((one) => (one.kind === 'works' || one.kind === 'inside' ? one.through : []))
      if (through.length > 0 && through.every(({ type }) => type === 'service_provider')) {
        expect(byToken, cell).not.toBe(404)
        cells.seen += 1
      }
      if (byToken === 404) cells.unseen += 1
    }
  }
  counts.push(`${cells.seen} through providers, all seen; ${cells.unseen} permitted and not seen`)
})

test('the page predicts whether Waldur accepts a token', () => {
  const counted = { accepted: 0, rejected: 0 }
  for (const world of worlds) {
    const { holder, place } = seeWorld(world)
    for (const token of world.tokens) {
      const isBoundAlone = token.bindings.length > 0 && !token.scopes.some((scope) => scope.endsWith('.ACCESS'))
      if (token.create === null || !isBoundAlone) continue
      const mine = holder(token.user)
      const kinds = placesOf(token, place).map((one) => forecast(token.scopes, one, mine).kind)
      const isAccepted = token.create.status === 201
      expect(
        kinds.every((kind) => kind === 'accepted'),
        `${world.id} ${token.id}: ${kinds}`,
      ).toBe(isAccepted)
      expect(kinds).not.toContain('unknown')
      counted[isAccepted ? 'accepted' : 'rejected'] += 1
    }
  }
  expect(counted.accepted * counted.rejected).toBeGreaterThan(0)
  counts.push(`${counted.accepted} accepted and ${counted.rejected} rejected, all predicted`)
})

/** For each permission with a known request, what each of its sources needs. */
const asked = new Map(
  oraclePermissions()
    .filter(({ opens }) => opens.length > 0)
    .map(({ permission, opens }) => [permission, opens.flatMap(({ needs }) => needs)]),
)

test('the page checks each permission on the object types that its requests need', () => {
  for (const { permission, opens, note = '' } of oraclePermissions()) {
    const mine = askedOn(permission)
    const needs = asked.get(permission)
    expect([permission, mine === null]).toEqual([permission, needs === undefined])
    expect([permission, new Set(mine?.map(({ on }) => on))]).toEqual([
      permission,
      new Set(needs?.map(({ roleOn }) => roleOn)),
    ])
    for (const { on, from } of mine ?? []) {
      const told = new Set(needs?.filter(({ roleOn }) => roleOn === on).flatMap(({ bindings }) => bindings))
      expect([permission, from.filter((type) => !told.has(type))]).toEqual([permission, []])
    }
    const isOfRole = opens.length === 0 && /by the role, not by the token|never of the token/.test(note)
    expect([permission, followsRole(permission)]).toEqual([permission, isOfRole])
  }
})
