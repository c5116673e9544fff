import { and, count, countDistinct, eq, inArray } from 'drizzle-orm'
import type { App, Core } from './core.ts'
import { entities } from './database.ts'
import { shownEntity } from './entities.ts'
import { listAt } from './entityLists.ts'
import type { Asked } from './permitted.ts'
import { permitted } from './permitted.ts'
import { invalid } from './reply.ts'
import { readObject, respond } from './route.ts'

/** The offering, its organization, and that organization's service provider. */
const sources = ['*', 'customer', 'customer.serviceprovider']

/** A provider's statistics. Campaigns, tickets and the changes since last month are always zero here. */
async function statistics({ db }: Core, provider: string) {
  const of = (type: 'resource' | 'order', ...states: string[]) =>
    and(eq(entities.provider, provider), eq(entities.type, type), inArray(entities.state, states))
  const [resources] = await db
    .select({ active: count(), customers: countDistinct(entities.customer) })
    .from(entities)
    .where(of('resource', 'OK', 'Updating'))
  const shown = and(eq(entities.type, 'offering'), inArray(entities.state, ['Active', 'Paused']))
  return {
    active_campaigns: 0,
    current_customers: resources?.customers ?? 0,
    customers_number_change: 0,
    active_resources: resources?.active ?? 0,
    resources_number_change: 0,
    active_and_paused_offerings: await db.$count(entities, and(shown, eq(entities.customer, provider))),
    unresolved_tickets: 0,
    pending_orders: await db.$count(entities, of('order', 'pending-provider')),
    erred_resources: await db.$count(entities, of('resource', 'Erred')),
  }
}

/** What providers do with their offerings, and their statistics (waldur-api.md 7.3). */
export function providerRoutes(app: App, core: Core): void {
  const offerings = listAt('/api/marketplace-provider-offerings/')
  const providers = listAt('/api/marketplace-service-providers/')
  respond(app, core, `${offerings.path}:uuid/pause/`, {
    post: async (c, caller) => {
      const asked: Asked = { list: offerings, permission: 'OFFERING.PAUSE', sources }
      const { uuid } = await permitted(core, c, caller, asked)
      await core.db.update(entities).set({ state: 'Paused' }).where(eq(entities.uuid, uuid))
      return c.json({ detail: 'Offering state updated.' })
    },
  })
  respond(app, core, `${offerings.path}:uuid/update_description/`, {
    post: async (c, caller) => {
      const asked: Asked = { list: offerings, permission: 'OFFERING.UPDATE_DESCRIPTION', sources }
      const row = await permitted(core, c, caller, asked)
      const { description = '' } = await readObject(c)
      if (typeof description !== 'string') throw invalid({ description: ['Not a valid string.'] })
      const details = { ...row.details, description }
      await core.db.update(entities).set({ details }).where(eq(entities.uuid, row.uuid))
      return c.json(await shownEntity(core, c, offerings, { ...row, details }))
    },
  })
  respond(app, core, `${providers.path}:uuid/stat/`, {
    get: async (c, caller) => {
      const permission = 'SERVICE_PROVIDER.GET_STATISTICS'
      const { customer } = await permitted(core, c, caller, { list: providers, permission, sources: ['customer'] })
      return c.json(await statistics(core, customer ?? ''))
    },
  })
}
