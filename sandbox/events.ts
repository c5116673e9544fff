import type { SQL } from 'drizzle-orm'
import { and, desc, eq, inArray, notInArray, sql } from 'drizzle-orm'
import type { Caller } from './access.ts'
import { seesEverything } from './access.ts'
import type { TokenEvent } from './audit.ts'
import type { App, Core, Request } from './core.ts'
import { events } from './database.ts'
import { eventScope } from './eventScope.ts'
import { onlyFields } from './fields.ts'
import { paginate } from './paginate.ts'
import { has } from './releases.ts'
import { invalid, notFound } from './reply.ts'
import { respond, uuidOf } from './route.ts'
import type { Settings } from './settings.ts'
import { formatInstant, parseUuid } from './wire.ts'

/** Keys and event types that 8.0.9 and older don't write: the types came with networks (waldur-api.md 3). */
const newKeys = ['auth_method', 'pat_uuid', 'pat_name', 'source_ip']
const newTypes: TokenEvent[] = ['pat_access_denied_from_ip', 'pat_network_acl_updated', 'pat_authentication_rejected']

function eventJson(row: typeof events.$inferSelect, { generation }: Settings) {
  const told = Object.entries(row.context).filter(
    ([key]) => has(generation, 'events by token') || !newKeys.includes(key),
  )
  return {
    uuid: row.uuid,
    created: formatInstant(row.created),
    event_type: row.type,
    message: row.message,
    context: Object.fromEntries(told),
  }
}

/**
 * With a `scope`, its events, if the caller can see it; without one, all events for staff and support, none for others.
 */
async function visibleTo(core: Core, c: Request, caller: Caller): Promise<SQL | undefined> {
  const text = c.req.query('scope')
  const scope = text === undefined ? null : await eventScope(core, caller, text)
  const isHidden = text === undefined ? !seesEverything(caller) : scope === null
  return and(
    isHidden ? sql`false` : undefined,
    scope === null ? undefined : sql`exists (select 1 from json_each(${events.feeds}) where value = ${scope})`,
    has(core.settings.generation, 'networks') ? undefined : notInArray(events.type, newTypes),
  )
}

/** The filters about tokens, which 8.0.9 and older silently ignore. */
function byToken(c: Request): SQL | undefined {
  const pat = c.req.query('pat_uuid')
  const method = c.req.query('auth_method')
  const uuid = pat === undefined ? undefined : parseUuid(pat)
  if (uuid === null) throw invalid({ pat_uuid: ['Enter a valid UUID.'] })
  return and(
    uuid === undefined ? undefined : sql`json_extract(${events.context}, '$.pat_uuid') = ${uuid}`,
    method === undefined ? undefined : sql`json_extract(${events.context}, '$.auth_method') = ${method}`,
  )
}

function filters(c: Request, { generation }: Settings): SQL | undefined {
  const types = c.req.queries('event_type') ?? []
  const message = c.req.query('message') ?? ''
  return and(
    types.length > 0 ? inArray(events.type, types) : undefined,
    message === '' ? undefined : sql`instr(lower(${events.message}), lower(${message})) > 0`,
    has(generation, 'events by token') ? byToken(c) : undefined,
  )
}

/** Routes of the audit log, newest first (waldur-api.md 3, [oracle]). */
export function eventRoutes(app: App, core: Core): void {
  respond(app, core, '/api/events/', {
    get: async (c, caller) => {
      const where = and(await visibleTo(core, c, caller), filters(c, core.settings))
      const total = await core.db.$count(events, where)
      return await paginate(c, total, async ({ limit, offset }) => {
        const query = core.db.select().from(events).where(where)
        const rows = await query.orderBy(desc(events.created), desc(events.id)).limit(limit).offset(offset)
        return rows.map((row) => onlyFields(c, eventJson(row, core.settings)))
      })
    },
  })
  respond(app, core, '/api/events/:uuid/', {
    get: async (c, caller) => {
      const where = and(await visibleTo(core, c, caller), eq(events.uuid, uuidOf(c)))
      const [row] = await core.db.select().from(events).where(where)
      if (!row) throw notFound()
      return c.json(onlyFields(c, eventJson(row, core.settings)))
    },
  })
}
