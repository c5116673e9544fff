import { and, eq, gt } from 'drizzle-orm'
import type { Core } from './core.ts'
import { newUuid } from './core.ts'
import type { NewEventRow, TokenRecord } from './database.ts'
import { events } from './database.ts'
import { microsPerSecond } from './wire.ts'

/** What Waldur audits about tokens (waldur-api.md 3). */
export type TokenEvent =
  | 'pat_created'
  | 'pat_revoked'
  | 'pat_rotated'
  | 'pat_expired'
  | 'pat_used_from_new_ip'
  | 'pat_access_denied_from_ip'
  | 'pat_network_acl_updated'
  | 'pat_authentication_rejected'

const sentences: Record<TokenEvent, string> = {
  pat_created: 'has been created',
  pat_revoked: 'has been revoked',
  pat_rotated: 'has been rotated',
  pat_expired: 'has expired',
  pat_used_from_new_ip: 'has been used from a new address',
  pat_access_denied_from_ip: 'has been refused because of the address it was used from',
  pat_network_acl_updated: 'has new allowed networks',
  pat_authentication_rejected: 'has been refused',
}

type Audited = Pick<TokenRecord, 'uuid' | 'user' | 'name' | 'prefix'>

/** An event's row, for a batch with the write it tells of. */
export function eventRow(
  { clock }: Pick<Core, 'clock'>,
  type: TokenEvent,
  token: Audited,
  context: Record<string, unknown> = {},
): NewEventRow {
  return {
    uuid: newUuid(),
    created: clock.micros(),
    type,
    message: `Personal access token ${token.name} (${token.prefix}) ${sentences[type]}.`,
    user: token.user,
    token: token.uuid,
    context: {
      pat_uuid: token.uuid,
      pat_name: token.name,
      token_prefix: token.prefix,
      user_uuid: token.user,
      ...context,
    },
  }
}

export async function recordEvent(
  core: Core,
  type: TokenEvent,
  token: Audited,
  context?: Record<string, unknown>,
): Promise<void> {
  await core.db.insert(events).values(eventRow(core, type, token, context))
}

/** How many events of this type the token caused in the last hour. */
export async function countEvents({ db, clock }: Core, token: string, type: TokenEvent): Promise<number> {
  const hourAgo = clock.now() * 1000 - 3600 * microsPerSecond
  return await db.$count(events, and(eq(events.token, token), eq(events.type, type), gt(events.created, hourAgo)))
}
