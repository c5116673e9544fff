import { notInArray } from 'drizzle-orm'
import { createApp } from '../app.ts'
import { startCache } from '../cache.ts'
import { startClock } from '../clock.ts'
import type { App, Core } from '../core.ts'
import { sha256 } from '../core.ts'
import type { NewEntityRow } from '../database.ts'
import { bindings, entities, grants, openDatabase, roles, sessions, tokens, users } from '../database.ts'
import { entityRow } from '../entityRow.ts'
import { faultHooks } from '../faults.ts'
import { roleDefinitions } from '../roles.ts'
import { seedUuid } from '../seedUuid.ts'
import { defaultSettings } from '../settings.ts'
import { testStart } from '../testClient.ts'
import { newPlaintext, tokenRow } from '../tokenRow.ts'
import type { OracleEntity, OracleWorld } from './oracle.ts'

const day = 86_400_000_000
const now = testStart * 1000

/** A recorded world in the sandbox's database. */
export interface BuiltWorld {
  /** The uuid of an entity, a user or a token, by its recorded id. */
  uuid(id: string): string
  /** An `Authorization` header. */
  signIn(user: string): string
  token(id: string): string
  /** A user without roles, who can be given one. */
  newcomer: string
  /** An organization outside the recorded world: no one holds a role there. */
  beside: string
  /** Undoes what a request wrote. */
  restore(): Promise<void>
}

function rowsOf({ id, entities: recorded }: OracleWorld, uuid: (id: string) => string): NewEntityRow[] {
  const byId = new Map(recorded.map((entity) => [entity.id, entity]))
  const complete = (entity: OracleEntity): OracleEntity => {
    const above = entity.type === 'resource_project' ? byId.get(entity.resource ?? '') : undefined
    return { ...above, ...entity }
  }
  const known = recorded.map((entity) => {
    const { customer, project, offering, resource, organizer, provider, state, shared } = complete(entity)
    const columns = Object.entries({ customer, project, offering, resource, organizer, provider })
    const parents = Object.fromEntries(columns.map(([column, parent]) => [column, parent ? uuid(parent) : null]))
    return entityRow({
      uuid: uuid(entity.id),
      type: entity.type,
      name: entity.id,
      created: now,
      ...parents,
      ...(state !== undefined && { state }),
      isShared: shared ?? true,
    })
  })
  return [...known, entityRow({ uuid: seedUuid(id, 'beside'), type: 'customer', name: 'beside', created: now })]
}

function grantsOf({ users: people, entities: recorded }: OracleWorld, uuid: (id: string) => string) {
  const typeOf = new Map(recorded.map((entity) => [entity.id, entity.type]))
  return people.flatMap((user) =>
    user.grants.map(({ role, scope, state }) => {
      const scopeType = typeOf.get(scope)
      if (scopeType === undefined || scopeType === 'order') throw new Error(`${user.id} holds a role on ${scope}`)
      return {
        user: uuid(user.id),
        role: uuid(role),
        scopeType,
        scope: uuid(scope),
        expiresAt: state === 'expired' ? now - day : null,
        isActive: state !== 'revoked',
      }
    }),
  )
}

const key = (user: string) => sha256(user).slice(0, 40)

function userRow(uuid: string, { isStaff, isSupport }: { isStaff: boolean; isSupport: boolean }) {
  const blank = { passwordHash: '', firstName: '', lastName: '', email: '', organization: '', preferredLanguage: '' }
  return { ...blank, isStaff, isSupport, uuid, username: uuid, isActive: true, canUsePats: true, joined: now }
}

/** An empty sandbox, without sockets. */
export async function openEmpty(): Promise<{ core: Core; app: App }> {
  const opened = await openDatabase(':memory:')
  // The recorded people hold more tokens than Waldur would allow.
  const settings = { ...defaultSettings, PAT_MAX_TOKENS_PER_USER: 1000 }
  const clock = startClock(testStart)
  const core: Core = { ...opened, settings, clock, cache: startCache(clock) }
  const app = createApp(core, { faults: faultHooks(), log: [], pages: undefined, hooks: false, latency: 0 })
  return { core, app }
}

/** Fills the database with this world and nothing else. */
export async function build(core: Core, world: OracleWorld): Promise<BuiltWorld> {
  const { db } = core
  const uuid = (id: string) => seedUuid(world.id, id)
  const expiresAt = now + 30 * day
  const secrets = new Map(world.tokens.map(({ id }) => [id, newPlaintext(expiresAt)]))
  const secret = (id: string) => {
    const found = secrets.get(id)
    if (found === undefined) throw new Error(`${world.id} has no token ${id}`)
    return found
  }
  const newcomer = uuid('newcomer')
  const held = world.roles.map(({ id, ...role }) => ({ ...role, uuid: uuid(id), description: '' }))
  const others = roleDefinitions.filter(({ name }) => !world.roles.some((role) => role.name === name))
  const theirRoles = [...held, ...others.map((role) => ({ ...role, uuid: uuid(role.name) }))]
  const theirGrants = grantsOf(world, uuid)
  const rows = rowsOf(world, uuid)
  const restoring = [
    db.delete(entities),
    db.delete(grants),
    db.delete(roles).where(
      notInArray(
        roles.uuid,
        theirRoles.map((role) => role.uuid),
      ),
    ),
    db.insert(entities).values(rows),
    ...(theirGrants.length > 0 ? [db.insert(grants).values(theirGrants)] : []),
  ] as const
  const minted = world.tokens.map(({ id, user, scopes }) => ({
    ...tokenRow(core, uuid(user), secret(id), { name: id, scopes, networks: [], expiresAt }),
    uuid: uuid(id),
  }))
  const bound = world.tokens.flatMap((token) =>
    token.bindings.map(({ type, entity }) => ({ token: uuid(token.id), type, entity: uuid(entity ?? 'deleted') })),
  )
  await db.batch([db.delete(users), db.delete(sessions), db.delete(tokens), db.delete(bindings), db.delete(roles)])
  await db.batch([
    db.insert(users).values(world.users.map((user) => userRow(uuid(user.id), user))),
    db.insert(users).values(userRow(newcomer, { isStaff: false, isSupport: false })),
    db.insert(sessions).values(world.users.map(({ id }) => ({ user: uuid(id), key: key(uuid(id)), expiresAt: null }))),
    ...(minted.length > 0 ? [db.insert(tokens).values(minted)] : []),
    db.insert(roles).values(theirRoles),
    ...(bound.length > 0 ? [db.insert(bindings).values(bound)] : []),
    ...restoring,
  ])
  return {
    uuid,
    signIn: (user) => `Token ${key(uuid(user))}`,
    token: (id) => `Bearer ${secret(id)}`,
    newcomer,
    beside: uuid('beside'),
    restore: async () => void (await db.batch([...restoring])),
  }
}
