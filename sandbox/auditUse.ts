import type { EventContext, TokenEvent, ToldToken } from './audit.ts'
import { eventRow, person } from './audit.ts'
import type { Core } from './core.ts'
import type { NewEventRow, UserRow } from './database.ts'
import { events } from './database.ts'

/** Why the use of a known token is denied (waldur-api.md 3). */
export type Rejection = 'revoked' | 'user_inactive' | 'permission_revoked'

const phrases: Record<Rejection, string> = {
  revoked: 'the token has been revoked',
  user_inactive: 'the owner account is inactive',
  permission_revoked: 'the owner may no longer use personal access tokens',
}

const tenMinutes = 600
const hour = 3600

type Audit = Pick<Core, 'clock' | 'settings'>

/** `address` is null if the client's is not a valid IP address. */
interface Use {
  token: ToldToken
  owner: UserRow
  address: string | null
}

function eventOfUse(core: Audit, type: TokenEvent, use: Use, what: string, more: EventContext = {}): NewEventRow {
  const { token, owner, address } = use
  return eventRow(core, {
    type,
    message: `Personal access token ${token.name} for user ${owner.username} ${what}.`,
    feeds: [owner.uuid],
    context: {
      ...person('affected_user', owner, core.settings),
      ip_address: address ?? '',
      pat_uuid: token.uuid,
      pat_name: token.name,
      source_ip: address ?? '',
      ...more,
    },
  })
}

/** A denied use of a token: outside its networks if `reason` is null, else for that reason. */
export function denialEvent(core: Audit, use: Use, reason: Rejection | null): NewEventRow {
  const from = use.address ?? 'unknown'
  return reason === null
    ? eventOfUse(
        core,
        'pat_access_denied_from_ip',
        use,
        `was rejected: source address ${from} is outside the token network ACL`,
      )
    : eventOfUse(core, 'pat_authentication_rejected', use, `was rejected from ${from}: ${phrases[reason]}`, { reason })
}

/** A use of a token from another address than last time. A token's first use is not one. */
export const newAddressEvent = (core: Audit, use: Use, previous: string): NewEventRow =>
  eventOfUse(core, 'pat_used_from_new_ip', use, `used from new IP ${use.address} (previous: ${previous})`)

/** Counts an event against the token's hourly budget for its kind; false once the budget is spent. */
function isWithinBudget({ cache, settings }: Core, token: string, sort: 'denials' | 'addresses'): boolean {
  return cache.count(`${sort} ${token}`, hour) <= settings.PAT_MAX_AUDIT_EVENTS_PER_HOUR
}

/**
 * Records a denial: at most one per token, reason and address in ten minutes, within the hourly budget ([oracle]).
 */
export async function recordDenial(core: Core, use: Use, reason: Rejection | null): Promise<void> {
  const { token, address } = use
  if (!core.cache.add(`denial ${token.uuid} ${reason} ${address}`, tenMinutes)) return
  if (isWithinBudget(core, token.uuid, 'denials')) await core.db.insert(events).values(denialEvent(core, use, reason))
}

/**
 * Records a change of address, at most once per address in ten minutes.
 * @returns whether the hourly budget allowed it; only then the use itself is written at once (waldur-api.md 9)
 */
export async function recordNewAddress(core: Core, use: Use, previous: string): Promise<boolean> {
  const { token, address } = use
  if (!isWithinBudget(core, token.uuid, 'addresses')) return false
  if (core.cache.add(`address ${token.uuid} ${address}`, tenMinutes)) {
    await core.db.insert(events).values(newAddressEvent(core, use, previous))
  }
  return true
}
