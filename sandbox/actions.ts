import { and, eq, inArray, or } from 'drizzle-orm'
import type { Caller } from './access.ts'
import type { App, Core, Request } from './core.ts'
import { newUuid } from './core.ts'
import type { EntityRow } from './database.ts'
import { entities, grants } from './database.ts'
import { entityReads, shownEntity } from './entities.ts'
import type { EntityList } from './entityLists.ts'
import { listAt } from './entityLists.ts'
import { entityRow, searchTextOf } from './entityRow.ts'
import { demand } from './permissionCheck.ts'
import type { Asked } from './permitted.ts'
import { permitted } from './permitted.ts'
import { forbidden, invalid } from './reply.ts'
import { readObject, respond, uuidOf } from './route.ts'
import { rowsInSight, seenEntity } from './visibility.ts'
import { parseUuid } from './wire.ts'

const customers = listAt('/api/customers/')
const projects = listAt('/api/projects/')
const resources = listAt('/api/marketplace-resources/')

function readName(body: Record<string, unknown>): string {
  const { name } = body
  if (name === undefined) throw invalid({ name: ['This field is required.'] })
  if (typeof name !== 'string') throw invalid({ name: ['Not a valid string.'] })
  if (name.trim() === '') throw invalid({ name: ['This field may not be blank.'] })
  return name.trim()
}

function readDescription({ description }: Record<string, unknown>): string | undefined {
  if (description !== undefined && typeof description !== 'string')
    throw invalid({ description: ['Not a valid string.'] })
  return description
}

/** Renames an entity and, for an organization, the entities that carry its name. Returns the entity as it is now. */
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

async function describe({ db }: Core, row: EntityRow, description: string): Promise<EntityRow> {
  const details = { ...row.details, description }
  const change = { details, searchText: searchTextOf({ ...row, details }) }
  await db.update(entities).set(change).where(eq(entities.uuid, row.uuid))
  return { ...row, ...change }
}

async function patch(core: Core, c: Request, caller: Caller, asked: Asked): Promise<Response> {
  const row = await permitted(core, c, caller, asked)
  const body = await readObject(c)
  const name = body['name'] === undefined ? undefined : readName(body)
  const description = readDescription(body)
  const named = name === undefined ? row : await rename(core, row, name)
  const changed = description === undefined ? named : await describe(core, named, description)
  return c.json(await shownEntity(core, c, asked.list, changed))
}

/** The 201 response of Django REST framework, with the new object's URL in `Location`. */
async function made(core: Core, c: Request, list: EntityList, row: EntityRow): Promise<Response> {
  const Location = new URL(`${list.path}${row.uuid}/`, c.req.url).href
  return c.json(await shownEntity(core, c, list, row), 201, { Location })
}

async function insert(core: Core, type: 'customer' | 'project', name: string, customer?: string): Promise<EntityRow> {
  const created = core.clock.micros()
  const row = entityRow({ uuid: newUuid(), type, name, created, ...(customer && { customer }) })
  const [inserted] = await core.db.insert(entities).values(row).returning()
  if (!inserted) throw new Error(`the ${type} was not inserted`)
  return inserted
}

/** 400 if the user can't see the organization, 403 if only the token's bindings hide it ([oracle]). */
async function createProject(core: Core, c: Request, caller: Caller): Promise<Response> {
  const body = await readObject(c)
  const name = readName(body)
  // The customer is given by its URL, which ends in its uuid.
  const uuid = typeof body['customer'] === 'string' ? /([0-9a-f-]{32,36})\/?$/i.exec(body['customer'])?.[1] : undefined
  const where = and(rowsInSight(core, customers, caller), eq(entities.uuid, parseUuid(uuid ?? '') ?? ''))
  const [customer] = await core.db.select().from(entities).where(where)
  if (!customer) throw invalid({ customer: ['Invalid hyperlink - Object does not exist.'] })
  await demand(core, caller, 'PROJECT.CREATE', customer, ['*'])
  return await made(core, c, projects, await insert(core, 'project', name, customer.uuid))
}

/** Deletes an entity with everything below it and all roles there. Bindings stay: tokens show what they have lost. */
export async function removeEntity({ db, atomically }: Core, uuid: string): Promise<void> {
  const above = [entities.customer, entities.project, entities.offering, entities.resource, entities.call]
  const doomed = or(eq(entities.uuid, uuid), eq(entities.organizer, uuid), ...above.map((column) => eq(column, uuid)))
  const scopes = db.select({ uuid: entities.uuid }).from(entities).where(doomed)
  await atomically(() =>
    db.batch([db.delete(grants).where(inArray(grants.scope, scopes)), db.delete(entities).where(doomed)]),
  )
}

/**
 * Only the staff flag decides who creates or deletes an organization: no scope is checked, and bindings do not limit
 * creation ([oracle] facts 17, 18).
 */
function customerRoutes(app: App, core: Core): void {
  const reads = entityReads(core, customers)
  respond(app, core, customers.path, {
    get: reads.list,
    post: async (c, caller) => {
      if (!caller.user.isStaff) throw forbidden()
      const name = readName(await readObject(c))
      return await made(core, c, customers, await insert(core, 'customer', name))
    },
  })
  respond(app, core, `${customers.path}:uuid/`, {
    get: reads.detail,
    patch: (c, caller) => patch(core, c, caller, { list: customers, permission: 'CUSTOMER.UPDATE', sources: ['*'] }),
    delete: async (c, caller) => {
      const { uuid } = await seenEntity(core, customers, caller, uuidOf(c))
      if (!caller.user.isStaff) throw forbidden()
      await removeEntity(core, uuid)
      return c.body(null, 204)
    },
  })
}

/**
 * Routes of the lists that can be written to. They show how a token's scopes, roles and bindings decide together: each
 * requires one permission on the sources that Waldur names (waldur-api.md 7.3).
 */
export function actionRoutes(app: App, core: Core): void {
  customerRoutes(app, core)
  const ofProject = entityReads(core, projects)
  respond(app, core, projects.path, {
    get: ofProject.list,
    post: (c, caller) => createProject(core, c, caller),
  })
  respond(app, core, `${projects.path}:uuid/`, {
    get: ofProject.detail,
    patch: (c, caller) =>
      patch(core, c, caller, { list: projects, permission: 'PROJECT.UPDATE', sources: ['*', 'customer'] }),
    delete: async (c, caller) => {
      const asked: Asked = { list: projects, permission: 'PROJECT.DELETE', sources: ['customer'] }
      const { uuid } = await permitted(core, c, caller, asked)
      await removeEntity(core, uuid)
      return c.body(null, 204)
    },
  })
  const ofResource = entityReads(core, resources)
  respond(app, core, resources.path, { get: ofResource.list })
  respond(app, core, `${resources.path}:uuid/`, {
    get: ofResource.detail,
    patch: (c, caller) => {
      const sources = ['project', 'project.customer', 'offering', 'offering.customer']
      return patch(core, c, caller, { list: resources, permission: 'RESOURCE.UPDATE', sources })
    },
  })
  respond(app, core, `${resources.path}:uuid/terminate/`, {
    post: async (c, caller) => {
      const sources = ['project', 'project.customer', 'offering.customer']
      const asked: Asked = { list: resources, permission: 'RESOURCE.TERMINATE', sources }
      const { uuid } = await permitted(core, c, caller, asked)
      await core.db.update(entities).set({ state: 'Terminating' }).where(eq(entities.uuid, uuid))
      return c.json({ order_uuid: newUuid() })
    },
  })
}
