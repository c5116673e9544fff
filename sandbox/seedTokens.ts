import { randomBytes } from 'node:crypto'
import type { Core } from './core.ts'
import type { ConsumerRow, EntityRow, NewEventRow, NewTokenRecord, UserRow } from './database.ts'
import { bindings, consumers, entities, events, tokens, users } from './database.ts'
import { newConsumer } from './eventConsumers.ts'
import type { SeedToken } from './heldTokens.ts'
import { heldTokens } from './heldTokens.ts'
import { seedEvents } from './seedEvents.ts'
import { seedUuid } from './seedUuid.ts'
import { newPlaintext, tokenRow } from './tokenRow.ts'
import { microsPerSecond } from './wire.ts'

const hour = 3600 * microsPerSecond
const day = 24 * hour

/** The token, and its owner, that queues are registered with. */
const registeredWith = { username: 'owner', name: 'slurm-sync' }

interface Rows {
  token: Omit<NewTokenRecord, 'id'>
  bindings: { token: string; type: string; entity: string }[]
  events: NewEventRow[]
  consumers: Omit<ConsumerRow, 'id'>[]
}

async function seedRows(core: Core, world: EntityRow[], owner: UserRow, seed: SeedToken): Promise<Rows> {
  const now = core.clock.now() * 1000
  const { name, scopes, networks = [], on = [], used, isActive = true } = seed
  const expiresAt = Math.round((now + seed.endsInDays * day) / microsPerSecond) * microsPerSecond
  const token = {
    // Its plaintext is not kept: no one can use a seeded token.
    ...tokenRow(core, owner.uuid, newPlaintext(expiresAt), { name, scopes, networks, expiresAt }),
    isActive,
    created: now - seed.createdDaysAgo * day,
    lastUsedAt: used ? Math.round(now - used.hoursAgo * hour) : null,
    lastUsedIp: used?.from ?? null,
    useCount: used?.windows ?? 0,
  }
  const entity = (type: string, wanted: string) => world.find((row) => row.type === type && row.name === wanted)
  const project = (wanted: string) => {
    const row = entity('project', wanted)
    if (!row) throw new Error(`${name} changed ${wanted}, which is not in the world`)
    return row
  }
  const bound = on.map(([type, place]) => ({
    type,
    uuid: entity(type, place)?.uuid ?? seedUuid('deleted', type, place),
  }))
  const hasQueues = isActive && owner.username === registeredWith.username && name === registeredWith.name
  return {
    token,
    bindings: bound.map(({ type, uuid }) => ({ token: token.uuid, type, entity: uuid })),
    events: await seedEvents(core, seed, token, owner, project),
    consumers: hasQueues
      ? [bound[0], { type: 'user', uuid: owner.uuid }].map((scope) => newConsumer(core, owner.uuid, token, scope))
      : [],
  }
}

/** Past tokens of a user with a lot of automation, expired or revoked, so that they don't count against the limit. */
function pastTokens(core: Core, username: string, wanted: number): Rows['token'][] {
  const now = core.clock.now() * 1000
  const user = seedUuid('user', username)
  const hashes = randomBytes(16).toString('hex')
  return Array.from({ length: wanted }, (_, index) => {
    const created = now - (index + 1) * 7 * hour
    const expiresAt = created + (30 + (index % 300)) * day
    const name = `pipeline-${String(wanted - index).padStart(5, '0')}`
    const row = tokenRow(core, user, `w_${Math.floor(expiresAt / microsPerSecond)}_${hashes}${index}`, {
      name,
      scopes: index % 3 === 0 ? ['ORDER.LIST', 'RESOURCE.LIST'] : ['PROJECT.LIST'],
      networks: [],
      expiresAt,
    })
    return { ...row, created, isActive: false }
  })
}

/** Gives the seeded people their tokens, and `extra` past ones to `owner` and `staff` each. */
export async function seedTokens(core: Core, extra: number): Promise<void> {
  const { db } = core
  const world = await db.select().from(entities)
  const rows: Rows[] = []
  for (const owner of await db.select().from(users)) {
    for (const seed of heldTokens[owner.username] ?? []) rows.push(await seedRows(core, world, owner, seed))
  }
  await db.batch([
    db.insert(tokens).values(rows.map(({ token }) => token)),
    db.insert(bindings).values(rows.flatMap((row) => row.bindings)),
    db.insert(events).values(rows.flatMap((row) => row.events)),
    db.insert(consumers).values(rows.flatMap((row) => row.consumers)),
  ])
  const past = extra > 0 ? ['owner', 'staff'].flatMap((username) => pastTokens(core, username, extra)) : []
  for (let start = 0; start < past.length; start += 1000) {
    await db.insert(tokens).values(past.slice(start, start + 1000))
  }
}
