import { and, eq, inArray, or } from 'drizzle-orm'
import type { Core } from './core.ts'
import type { EntityRow } from './database.ts'
import { entities } from './database.ts'

/** The steps of a source that lead to another row, with the column that names it. */
const columns = {
  customer: 'customer',
  project: 'project',
  offering: 'offering',
  resource: 'resource',
  manager: 'organizer',
} as const

const isColumn = (step: string): step is keyof typeof columns => Object.hasOwn(columns, step)

/** Whether `sourcesOf` understands the source: `*`, or steps such as `offering.customer.serviceprovider`. */
export const isSource = (source: string): boolean =>
  source === '*' || source.split('.').every((step) => isColumn(step) || step === 'serviceprovider')

/** Every row that a source of this row can lead to. */
async function around({ db }: Core, row: EntityRow): Promise<EntityRow[]> {
  const own = [row.customer, row.project, row.offering, row.resource, row.organizer, row.provider]
  const uuids = own.filter((uuid) => uuid !== null)
  const providers = and(eq(entities.type, 'service_provider'), inArray(entities.customer, uuids))
  return await db
    .select()
    .from(entities)
    .where(or(inArray(entities.uuid, uuids), providers))
}

function follow(row: EntityRow, step: string, near: EntityRow[]): EntityRow | undefined {
  if (step === 'serviceprovider') {
    return near.find(({ type, customer }) => type === 'service_provider' && customer === row.uuid)
  }
  if (!isColumn(step)) throw new Error(`no source leads along ${step}`)
  const uuid = row[columns[step]]
  return near.find((candidate) => candidate.uuid === uuid)
}

/**
 * The entities that a request's sources name, starting from its object: `*` is the object itself, `offering.customer`
 * the organization of its offering (waldur-api.md 7.3). A source that leads nowhere is left out.
 * @throws Error for an unknown step
 */
export async function sourcesOf(core: Core, row: EntityRow, sources: readonly string[]): Promise<EntityRow[]> {
  const near = sources.every((source) => source === '*') ? [] : await around(core, row)
  return sources.flatMap((source) => {
    if (source === '*') return [row]
    const found = source
      .split('.')
      .reduce<EntityRow | undefined>((from, step) => (from ? follow(from, step, near) : from), row)
    return found ?? []
  })
}
