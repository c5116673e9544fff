import { eq } from 'drizzle-orm'
import type { Caller } from './access.ts'
import type { EventContext } from './audit.ts'
import { byWhom, eventRow } from './audit.ts'
import type { Core, Request } from './core.ts'
import type { EntityRow } from './database.ts'
import { entities, events } from './database.ts'
import { parseUuid } from './wire.ts'

interface WriteEvent {
  type: string
  /** The message, in Waldur's words. `before` and `after` are the same row for a create, a delete or an action. */
  tell(before: EntityRow, after: EntityRow): string
}

const renamed = (before: EntityRow, after: EntityRow) =>
  before.name === after.name ? '' : ` Name has been changed from '${before.name}' to '${after.name}'.`

const described = (before: EntityRow, after: EntityRow) => {
  const [old = '', now = ''] = [before, after].map(({ details }) => details['description'])
  return old === now ? '' : ` Description has been changed from '${old}' to '${now}'.`
}

const resourceRenamed = (before: EntityRow, after: EntityRow) =>
  before.name === after.name ? '' : ` Field 'name': from ${before.name} to ${after.name}.`

/** The writes that leave an event, by method and path below `/api/`, with `*` for a uuid ([oracle]). */
const writes: Record<string, WriteEvent> = {
  'POST customers/': {
    type: 'customer_creation_succeeded',
    tell: ({ name }) => `Customer ${name} has been created.`,
  },
  'PATCH customers/*/': {
    type: 'customer_update_succeeded',
    tell: (before, after) => `Customer ${after.name} has been updated.${renamed(before, after)}`,
  },
  'DELETE customers/*/': {
    type: 'customer_deletion_succeeded',
    tell: ({ name }) => `Customer ${name} has been deleted.`,
  },
  'POST projects/': {
    type: 'project_creation_succeeded',
    tell: ({ name }) => `Project ${name} has been created.`,
  },
  'PATCH projects/*/': {
    type: 'project_update_succeeded',
    tell: (before, after) =>
      `Project ${after.name} has been updated.${renamed(before, after)}${described(before, after)}`,
  },
  'DELETE projects/*/': {
    type: 'project_deletion_succeeded',
    tell: ({ name }) => `Project ${name} has been deleted.`,
  },
  'PATCH marketplace-resources/*/': {
    type: 'marketplace_resource_update_succeeded',
    tell: (before, after) => `Marketplace resource '${after.name}' has been changed.${resourceRenamed(before, after)}`,
  },
  'POST marketplace-resources/*/terminate/': {
    type: 'marketplace_resource_terminate_requested',
    tell: ({ name }) => `Resource ${name} deletion has been requested.`,
  },
}

async function entityOf({ db }: Core, uuid: string | null): Promise<EntityRow | undefined> {
  const [row] = await db
    .select()
    .from(entities)
    .where(eq(entities.uuid, uuid ?? ''))
  return row
}

const named = (row: EntityRow | undefined): EventContext =>
  row ? { [`${row.type}_name`]: row.name, [`${row.type}_uuid`]: row.uuid } : {}

/** The uuid of the object that a request created, read from its response. */
async function madeBy(response: Response): Promise<string | null> {
  const { uuid } = (await response.clone().json()) as { uuid?: unknown }
  return typeof uuid === 'string' ? parseUuid(uuid) : null
}

/** An event about an entity, found also by the project and the organization that contain it. */
export async function entityEvent(core: Core, type: string, message: string, target: EntityRow, by: EventContext) {
  const [project, customer] = [await entityOf(core, target.project), await entityOf(core, target.customer)]
  const told = [target, project, customer].filter((row) => row !== undefined)
  return eventRow(core, {
    type,
    message,
    feeds: [...new Set(told.map(({ uuid }) => uuid))],
    context: { ...by, ...named(customer), ...named(project), ...named(target) },
  })
}

async function signedOut(core: Core, { user }: Caller, by: EventContext): Promise<void> {
  const message = `User ${user.username} with full name ${user.firstName} ${user.lastName} logged out.`
  const row = eventRow(core, { type: 'auth_logged_out', message, feeds: [user.uuid], context: by })
  await core.db.insert(events).values(row)
}

/**
 * Handles a request and records what it changed as an event, with the user and the token. Waldur does this when a model
 * is saved; here, all requests pass through one place.
 */
export async function audited(core: Core, c: Request, caller: Caller, work: () => Promise<Response> | Response) {
  const { pathname } = new URL(c.req.url)
  const [, uuid = null] = /\/([0-9a-f-]{32,36})\//i.exec(pathname) ?? []
  const path = uuid === null ? pathname : pathname.replace(uuid, '*')
  const asked = `${c.req.raw.method} ${path.replace(/^\/api\//, '')}`
  const write = Object.hasOwn(writes, asked) ? writes[asked] : undefined
  const before = write && uuid !== null ? await entityOf(core, parseUuid(uuid)) : undefined
  const response = await work()
  if (!response.ok) return response
  if (asked === 'POST /api-auth/logout/') await signedOut(core, caller, byWhom(core, c, caller))
  if (!write) return response
  const after = (await entityOf(core, before?.uuid ?? (await madeBy(response)))) ?? before
  // Waldur saves nothing, and so logs nothing, if the PATCH changed nothing.
  const isUnchanged = c.req.raw.method === 'PATCH' && JSON.stringify(before) === JSON.stringify(after)
  if (!after || isUnchanged) return response
  const message = write.tell(before ?? after, after)
  await core.db.insert(events).values(await entityEvent(core, write.type, message, after, byWhom(core, c, caller)))
  return response
}
