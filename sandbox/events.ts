import type { SQL } from 'drizzle-orm'
import { and, desc, eq, inArray } from 'drizzle-orm'
import type { Caller } from './access.ts'
import { seesEverything } from './access.ts'
import type { App, Core } from './core.ts'
import { events } from './database.ts'
import { onlyFields } from './fields.ts'
import { paginate } from './paginate.ts'
import { notFound } from './reply.ts'
import { respond, uuidOf } from './route.ts'
import { formatInstant, parseUuid } from './wire.ts'

function eventJson(row: typeof events.$inferSelect) {
  return {
    uuid: row.uuid,
    created: formatInstant(row.created),
    event_type: row.type,
    message: row.message,
    context: row.context,
  }
}

/** A plain user sees the events of their own tokens; staff and support see everybody's. */
function visibleTo(caller: Caller): SQL | undefined {
  return seesEverything(caller) ? undefined : eq(events.user, caller.user.uuid)
}

/** Routes of the audit log, newest first, with its `pat_uuid` and `event_type` filters (waldur-api.md 3). */
export function eventRoutes(app: App, core: Core): void {
  respond(app, core, '/api/events/', {
    get: async (c, caller) => {
      const token = c.req.query('pat_uuid')
      const types = c.req.queries('event_type') ?? []
      const where = and(
        visibleTo(caller),
        token === undefined ? undefined : eq(events.token, parseUuid(token) ?? ''),
        types.length > 0 ? inArray(events.type, types) : undefined,
      )
      const total = await core.db.$count(events, where)
      return await paginate(c, total, async ({ limit, offset }) => {
        const query = core.db.select().from(events).where(where)
        const rows = await query.orderBy(desc(events.created), desc(events.id)).limit(limit).offset(offset)
        return rows.map((row) => onlyFields(c, eventJson(row)))
      })
    },
  })
  respond(app, core, '/api/events/:uuid/', {
    get: async (c, caller) => {
      const where = and(visibleTo(caller), eq(events.uuid, uuidOf(c)))
      const [row] = await core.db.select().from(events).where(where)
      if (!row) throw notFound()
      return c.json(onlyFields(c, eventJson(row)))
    },
  })
}
