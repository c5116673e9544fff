import { eq } from 'drizzle-orm'
import type { App, Core } from './core.ts'
import { entities } from './database.ts'
import { listAt } from './entityLists.ts'
import { paginate } from './paginate.ts'
import type { Permission } from './permissions.ts'
import { permitted } from './permitted.ts'
import { wrongState } from './reply.ts'
import { respond } from './route.ts'

interface OrderAction {
  name: string
  permission: Permission
  sources: readonly string[]
  /** The states in which it is possible, and the state that follows. */
  from: readonly string[]
  to: string
  status: 200 | 202
}

const consumer = ['project', 'project.customer']
const provider = ['offering.customer']

const actions: readonly OrderAction[] = [
  {
    name: 'approve_by_consumer',
    permission: 'ORDER.APPROVE',
    sources: consumer,
    from: ['pending-consumer'],
    to: 'pending-provider',
    status: 200,
  },
  {
    name: 'approve_by_provider',
    permission: 'ORDER.APPROVE',
    sources: provider,
    from: ['pending-provider'],
    to: 'executing',
    status: 200,
  },
  {
    name: 'reject_by_provider',
    permission: 'ORDER.REJECT',
    sources: provider,
    from: ['pending-provider'],
    to: 'rejected',
    status: 200,
  },
  {
    name: 'cancel',
    permission: 'ORDER.CANCEL',
    sources: consumer,
    from: ['pending-consumer', 'pending-provider'],
    to: 'canceled',
    status: 202,
  },
]

/** Actions on orders. The permission is checked before the state ([oracle] fact 11). */
export function orderRoutes(app: App, core: Core): void {
  const list = listAt('/api/marketplace-orders/')
  for (const { name, permission, sources, from, to, status } of actions) {
    respond(app, core, `${list.path}:uuid/${name}/`, {
      post: async (c, caller) => {
        const order = await permitted(core, c, caller, { list, permission, sources })
        if (!from.includes(order.state)) throw wrongState(from)
        await core.db.update(entities).set({ state: to }).where(eq(entities.uuid, order.uuid))
        return c.json({ detail: `Order has been moved to ${to}.` }, status)
      },
    })
  }
  // The sandbox issues no invoices. Everyone may read this list: bindings narrow neither it nor orders ([oracle] fact
  // 13).
  respond(app, core, '/api/invoice-items/', { get: (c) => paginate(c, 0, () => Promise.resolve([])) })
}
