import type { SQL } from 'drizzle-orm'
import { and, asc, eq } from 'drizzle-orm'
import type { Caller } from './access.ts'
import { seesEverything } from './access.ts'
import type { App, Core, Request } from './core.ts'
import { newUuid } from './core.ts'
import type { ConsumerRow, TokenRecord, UserRow } from './database.ts'
import { consumers, users } from './database.ts'
import { paginate } from './paginate.ts'
import { has } from './releases.ts'
import { invalid } from './reply.ts'
import { respond } from './route.ts'
import { formatInstant, parseUuid } from './wire.ts'

/**
 * A queue as Waldur shows it; its owner and how it was registered are shown since 8.1.3 (its client, `EventConsumer`).
 */
function consumerJson({ settings }: Core, consumer: ConsumerRow, user: UserRow) {
  const scopes = consumer.scopeType === null ? [] : [{ type: consumer.scopeType, uuid: consumer.scope }]
  return {
    uuid: consumer.uuid,
    object_types: consumer.objectTypes,
    scopes,
    is_global: scopes.length === 0,
    rmq_username: consumer.rmqUsername,
    queue_created: true,
    ...(has(settings.generation, 'event consumers') && {
      user_uuid: user.uuid,
      user_username: user.username,
      user_full_name: `${user.firstName} ${user.lastName}`,
      user_is_staff: user.isStaff,
      auth_kind: consumer.authKind,
      auth_token_prefix: consumer.tokenPrefix,
      auth_token_name: consumer.tokenName,
      authorized_via: 'scope_role',
      delivery_blocked_reason: null,
    }),
    created: formatInstant(consumer.created),
    modified: formatInstant(consumer.created),
  }
}

/** @throws ErrorResponse 400 for an invalid `user_uuid`: it must not look like “no queues” */
function ofUser(c: Request): SQL | undefined {
  const text = c.req.query('user_uuid')
  if (text === undefined || text === '') return undefined
  const uuid = parseUuid(text)
  if (uuid === null) throw invalid({ user_uuid: ['Enter a valid UUID.'] })
  return eq(consumers.user, uuid)
}

/**
 * Staff and support see everyone's queues, others only their own ([consumers], `EventConsumerViewSet.get_queryset`).
 */
async function list(core: Core, c: Request, caller: Caller): Promise<Response> {
  const { db } = core
  const where = and(seesEverything(caller) ? undefined : eq(consumers.user, caller.user.uuid), ofUser(c))
  return await paginate(c, await db.$count(consumers, where), async ({ limit, offset }) => {
    const query = db.select().from(consumers).innerJoin(users, eq(users.uuid, consumers.user)).where(where)
    const rows = await query.orderBy(asc(consumers.id)).limit(limit).offset(offset)
    return rows.map(({ consumers: consumer, users: user }) => consumerJson(core, consumer, user))
  })
}

/** A queue registered with this token, or with another kind of credential if it is null. */
export const newConsumer = (
  { clock }: Core,
  user: string,
  token: Pick<TokenRecord, 'prefix' | 'name'> | null,
  scope: { type: string; uuid: string } | null = null,
): Omit<ConsumerRow, 'id'> => ({
  uuid: newUuid(),
  user,
  objectTypes: ['resource', 'order'],
  scopeType: scope?.type ?? null,
  scope: scope?.uuid ?? null,
  rmqUsername: newUuid(),
  authKind: token === null ? 'token' : 'pat',
  tokenPrefix: token?.prefix ?? '',
  tokenName: token?.name ?? '',
  created: clock.micros(),
})

/** The queues that Waldur sends events to (waldur-api.md 3). The sandbox never sends any. */
export function eventConsumerRoutes(app: App, core: Core): void {
  const path = '/api/event-consumers/'
  app.all(path, async (c, next) => (has(core.settings.generation, 'event queues') ? await next() : c.notFound()))
  respond(app, core, path, { get: (c, caller) => list(core, c, caller) })
}
