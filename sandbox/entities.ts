import type { SQL } from 'drizzle-orm'
import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm'
import type { Caller } from './access.ts'
import type { App, Core, Request } from './core.ts'
import type { EntityRow } from './database.ts'
import { entities } from './database.ts'
import { entityJson } from './entityJson.ts'
import type { EntityList } from './entityLists.ts'
import { entityLists } from './entityLists.ts'
import { onlyFields } from './fields.ts'
import type { Related } from './jsonSources.ts'
import { paginate } from './paginate.ts'
import { respond, uuidOf } from './route.ts'
import { seenEntity, visibleEntities } from './visibility.ts'
import { parseUuid } from './wire.ts'

const contains = (column: typeof entities.nameKey | typeof entities.searchText, text: string | undefined) =>
  text ? sql`instr(${column}, ${text.toLowerCase()}) > 0` : undefined

/** The request's filters (waldur-api.md 7.1). Empty ones are ignored. */
function asked(c: Request, list: EntityList): SQL | undefined {
  const exact = c.req.query('name_exact')
  const states = c.req.queries('state') ?? []
  const parent = (name: 'customer' | 'project' | 'offering' | 'resource') => {
    const uuid = c.req.query(`${name}_uuid`)
    return uuid ? eq(entities[name], parseUuid(uuid) ?? '') : undefined
  }
  return and(
    list.search === 'customer_keyword' ? undefined : contains(entities.nameKey, c.req.query('name')),
    list.search === 'name' ? undefined : contains(entities.searchText, c.req.query(list.search)),
    exact ? eq(entities.name, exact) : undefined,
    states.length > 0 ? inArray(entities.state, states) : undefined,
    ...(['customer', 'project', 'offering', 'resource'] as const).map(parent),
  )
}

function order(c: Request, list: EntityList): SQL[] {
  const isDescending = list.sort !== null && c.req.query('o') === `-${list.sort}`
  return isDescending ? [desc(entities.nameKey), desc(entities.id)] : [asc(entities.nameKey), asc(entities.id)]
}

/** The given rows and the rows that they refer to, by uuid. */
async function relatedTo({ db }: Core, rows: EntityRow[]): Promise<Related> {
  const mentioned = rows.flatMap((row) =>
    [row.customer, row.project, row.offering, row.resource, row.call, row.organizer, row.provider].filter(
      (uuid) => uuid !== null,
    ),
  )
  const uuids = [...new Set(mentioned)]
  const found = uuids.length > 0 ? await db.select().from(entities).where(inArray(entities.uuid, uuids)) : []
  return new Map([...found, ...rows].map((row) => [row.uuid, row]))
}

async function toJson(core: Core, c: Request, list: EntityList, rows: EntityRow[]) {
  const related = await relatedTo(core, rows)
  const { origin } = new URL(c.req.url)
  return rows.map((row) => {
    const whole = entityJson(row, related, origin, core.settings.generation)
    return list.hasFieldParameter ? onlyFields(c, whole) : whole
  })
}

/** One entity as its type's list shows it. */
export async function shownEntity(core: Core, c: Request, list: EntityList, row: EntityRow): Promise<unknown> {
  const [json] = await toJson(core, c, list, [row])
  return json
}

/** The GET handlers of one list and of its detail view. */
export function entityReads(core: Core, list: EntityList) {
  return {
    list: async (c: Request, caller: Caller) => {
      const where = and(visibleEntities(core, list, caller), asked(c, list))
      const total = await core.db.$count(entities, where)
      return await paginate(c, total, async ({ limit, offset }) => {
        const query = core.db.select().from(entities).where(where)
        const rows = await query
          .orderBy(...order(c, list))
          .limit(limit)
          .offset(offset)
        return await toJson(core, c, list, rows)
      })
    },
    detail: async (c: Request, caller: Caller) =>
      c.json(await shownEntity(core, c, list, await seenEntity(core, list, caller, uuidOf(c)))),
  }
}

/** Routes of the read-only lists; those that can be written to are in actions.ts. */
export function entityRoutes(app: App, core: Core): void {
  const hasActions = ['/api/customers/', '/api/projects/', '/api/marketplace-resources/']
  for (const list of entityLists.filter(({ path }) => !hasActions.includes(path))) {
    const reads = entityReads(core, list)
    respond(app, core, list.path, { get: reads.list })
    respond(app, core, `${list.path}:uuid/`, { get: reads.detail })
  }
}
