import type { Core, Request } from './core.ts'
import { clientAddress, newUuid } from './core.ts'
import type { NewEventRow, TokenRecord, UserRow } from './database.ts'
import type { Settings } from './settings.ts'

/** What Waldur audits about tokens (waldur-api.md 3). */
export type TokenEvent =
  | LifeEvent
  | 'pat_used_from_new_ip'
  | 'pat_access_denied_from_ip'
  | 'pat_network_acl_updated'
  | 'pat_authentication_rejected'

export type LifeEvent = 'pat_created' | 'pat_revoked' | 'pat_rotated' | 'pat_expired'

export type EventContext = Record<string, unknown>

/** The part of a token that appears in its events. */
export type ToldToken = Pick<TokenRecord, 'uuid' | 'name'>

interface Told {
  type: string
  message: string
  /** The uuids of the people and entities whose `scope` filter finds this event. */
  feeds: string[]
  context: EventContext
}

/** A row for the events table, to be inserted in one batch with the write that it records. */
export function eventRow({ clock }: Pick<Core, 'clock'>, told: Told): NewEventRow {
  return { uuid: newUuid(), created: clock.micros(), ...told }
}

/** Booleans as Python prints them. */
const flag = (value: boolean) => (value ? 'True' : 'False')

/** The fields of an event's context that describe a user: the one who acted, or the one affected. */
export function person(role: 'user' | 'affected_user', user: UserRow, settings: Settings): EventContext {
  return {
    [`${role}_uuid`]: user.uuid,
    [`${role}_username`]: user.username,
    [`${role}_full_name`]: `${user.firstName} ${user.lastName}`,
    [`${role}_native_name`]: user.details['native_name'] ?? '',
    [`${role}_is_staff`]: flag(user.isStaff),
    [`${role}_is_support`]: flag(user.isSupport),
    [`${role}_token_lifetime`]: String(settings.TOKEN_LIFETIME ?? 'None'),
  }
}

interface Actor {
  user: UserRow
  /** Null for a sign-in. */
  pat: ToldToken | null
}

/** The context of an event: the user who acts, the address and the token ([oracle]). */
export function byWhom({ settings }: Core, c: Request, { user, pat }: Actor): EventContext {
  return {
    ...person('user', user, settings),
    ip_address: clientAddress(c),
    auth_method: pat ? 'pat' : 'token',
    ...(pat && { pat_uuid: pat.uuid, pat_name: pat.name }),
  }
}

/**
 * The event for a token that is created or ends. It has the token's name but not its uuid ([oracle]).
 * @param by the user who acts; null for an expired token
 */
export function lifeEvent(
  core: Pick<Core, 'clock' | 'settings'>,
  type: LifeEvent,
  token: ToldToken,
  owner: UserRow,
  by: EventContext = {},
): NewEventRow {
  const whose = `for user ${owner.username}`
  const happened = {
    pat_created: `has been created ${whose}`,
    pat_rotated: `has been rotated ${whose}`,
    pat_revoked: `has been revoked ${whose}`,
    pat_expired: `${whose} has expired`,
  }[type]
  return eventRow(core, {
    type,
    message: `Personal access token ${token.name} ${happened}.`,
    feeds: [owner.uuid],
    context: { ...by, ...person('affected_user', owner, core.settings), pat_name: token.name },
  })
}

/** Deactivating a user ends all of that user's tokens with a single event, which names none of them. */
export function endOfAll(core: Core, owner: UserRow, ended: number): NewEventRow {
  return eventRow(core, {
    type: 'pat_revoked' satisfies TokenEvent,
    message: `All personal access tokens (${ended}) for user ${owner.username} have been revoked due to user deactivation.`,
    feeds: [owner.uuid],
    context: person('affected_user', owner, core.settings),
  })
}

/** The event for changed IP addresses. Unlike that of `lifeEvent`, it has the token's uuid. */
export function networksEvent(
  core: Pick<Core, 'clock' | 'settings'>,
  token: ToldToken,
  owner: UserRow,
  networks: { before: string[]; after: string[] },
  by: EventContext,
): NewEventRow {
  return eventRow(core, {
    type: 'pat_network_acl_updated' satisfies TokenEvent,
    message: `Network ACL of personal access token ${token.name} has been updated for user ${owner.username}.`,
    feeds: [owner.uuid],
    context: {
      ...by,
      ...person('affected_user', owner, core.settings),
      pat_uuid: token.uuid,
      pat_name: token.name,
      old_allowed_networks: networks.before,
      new_allowed_networks: networks.after,
    },
  })
}
