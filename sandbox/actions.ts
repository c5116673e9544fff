import { and, eq, inArray, or } from 'drizzle-orm'
import type { Caller } from './access.ts'
import { demand } from './access.ts'
import type { App, Core, Request } from './core.ts'
import { newUuid } from './core.ts'
import type { EntityRow } from './database.ts'
import { entities, grants } from './database.ts'
import { entityReads, shownEntity } from './entities.ts'
import type { EntityList } from './entityLists.ts'
import { entityLists } from './entityLists.ts'
import { entityRow, searchTextOf } from './entityRow.ts'
import { invalid, notFound } from './reply.ts'
import { readObject, respond, uuidOf } from './route.ts'
import { visibleEntities } from './visibility.ts'
import { parseUuid } from './wire.ts'

function listAt(path: string): EntityList {
  const list = entityLists.find((candidate) => candidate.path === path)
  if (!list) throw new Error(`no list at ${path}`)
  return list
}

/** @throws Refusal 404 for what the caller does not see, before any permission is asked */
async function seen(core: Core, list: EntityList, caller: Caller, uuid: string): Promise<EntityRow> {
  const where = and(await visibleEntities(core, list, caller), eq(entities.uuid, uuid))
  const [row] = await core.db.select().from(entities).where(where)
  if (!row) throw notFound()
  return row
}

function readName(body: Record<string, unknown>): string {
  const { name } = body
  if (name === undefined) throw invalid({ name: ['This field is required.'] })
  if (typeof name !== 'string') throw invalid({ name: ['Not a valid string.'] })
  if (name.trim() === '') throw invalid({ name: ['This field may not be blank.'] })
  return name.trim()
}

/** Renames an entity and, for an organisation, what is known by its name. Answers the entity as it is now. */
async function rename({ db, atomically }: Core, row: EntityRow, name: string): Promise<EntityRow> {
  const namesakes = and(eq(entities.customer, row.uuid), inArray(entities.type, ['service_provider', 'call_organizer']))
  const change = (old: EntityRow) => ({ name, nameKey: name.toLowerCase(), searchText: searchTextOf({ ...old, name }) })
  await atomically(async () => {
    for (const old of await db
      .select()
      .from(entities)
      .where(or(eq(entities.uuid, row.uuid), namesakes))) {
      await db.update(entities).set(change(old)).where(eq(entities.uuid, old.uuid))
    }
  })
  return { ...row, ...change(row) }
}

async function patch(core: Core, c: Request, caller: Caller, list: EntityList, permission: string) {
  const row = await seen(core, list, caller, uuidOf(c))
  demand(caller, permission, row)
  const name = readName(await readObject(c))
  return c.json(await shownEntity(core, c, list, await rename(core, row, name)))
}

async function createProject(core: Core, c: Request, caller: Caller): Promise<Response> {
  const body = await readObject(c)
  const name = readName(body)
  // The customer is named by its url; its uuid is the last part.
  const uuid = typeof body['customer'] === 'string' ? /([0-9a-f-]{32,36})\/?$/i.exec(body['customer'])?.[1] : undefined
  const where = await visibleEntities(core, listAt('/api/customers/'), caller)
  const [customer] = await core.db
    .select()
    .from(entities)
    .where(and(where, eq(entities.uuid, parseUuid(uuid ?? '') ?? '')))
  if (!customer) throw invalid({ customer: ['Invalid hyperlink - Object does not exist.'] })
  demand(caller, 'PROJECT.CREATE', customer)
  const [row] = await core.db
    .insert(entities)
    .values(
      entityRow({ uuid: newUuid(), type: 'project', name, customer: customer.uuid, created: core.clock.micros() }),
    )
    .returning()
  if (!row) throw new Error('the project was not inserted')
  return c.json(await shownEntity(core, c, listAt('/api/projects/'), row), 201)
}

/** Removes an entity, everything below it and the roles on all that; bindings stay, for tokens show what they lost. */
export async function removeEntity({ db, atomically }: Core, uuid: string): Promise<void> {
  const above = [entities.customer, entities.project, entities.offering, entities.resource, entities.call]
  const doomed = or(eq(entities.uuid, uuid), eq(entities.organizer, uuid), ...above.map((column) => eq(column, uuid)))
  const scopes = db.select({ uuid: entities.uuid }).from(entities).where(doomed)
  await atomically(() =>
    db.batch([db.delete(grants).where(inArray(grants.scope, scopes)), db.delete(entities).where(doomed)]),
  )
}

/**
 * Routes of the lists a caller may write to. They are here so that a token's scopes, roles and bindings can be seen
 * to decide together: each asks for one permission on one entity (waldur-api.md 7.3).
 */
export function actionRoutes(app: App, core: Core): void {
  const customers = listAt('/api/customers/')
  const projects = listAt('/api/projects/')
  const resources = listAt('/api/marketplace-resources/')
  respond(app, core, customers.path, { get: entityReads(core, customers).list })
  respond(app, core, `${customers.path}:uuid/`, {
    get: entityReads(core, customers).detail,
    patch: (c, caller) => patch(core, c, caller, customers, 'CUSTOMER.UPDATE'),
  })
  respond(app, core, projects.path, {
    get: entityReads(core, projects).list,
    post: (c, caller) => createProject(core, c, caller),
  })
  respond(app, core, `${projects.path}:uuid/`, {
    get: entityReads(core, projects).detail,
    patch: (c, caller) => patch(core, c, caller, projects, 'PROJECT.UPDATE'),
    delete: async (c, caller) => {
      const row = await seen(core, projects, caller, uuidOf(c))
      demand(caller, 'PROJECT.DELETE', row)
      await removeEntity(core, row.uuid)
      return c.body(null, 204)
    },
  })
  respond(app, core, resources.path, { get: entityReads(core, resources).list })
  respond(app, core, `${resources.path}:uuid/`, {
    get: entityReads(core, resources).detail,
    patch: (c, caller) => patch(core, c, caller, resources, 'RESOURCE.UPDATE'),
  })
  respond(app, core, `${resources.path}:uuid/terminate/`, {
    post: async (c, caller) => {
      const row = await seen(core, resources, caller, uuidOf(c))
      demand(caller, 'RESOURCE.TERMINATE', row)
      await core.db.update(entities).set({ state: 'Terminating' }).where(eq(entities.uuid, row.uuid))
      return c.json({ order_uuid: newUuid() })
    },
  })
}
