import type { LifeEvent, ToldToken } from './audit.ts'
import { lifeEvent, networksEvent, person } from './audit.ts'
import type { Rejection } from './auditUse.ts'
import { denialEvent, newAddressEvent } from './auditUse.ts'
import type { Core } from './core.ts'
import type { EntityRow, NewEventRow, UserRow } from './database.ts'
import { microsPerSecond } from './wire.ts'
import { entityEvent } from './writeEvents.ts'

const hour = 3600 * microsPerSecond

/** What happened to a seeded token besides its creation, and what was done with it. */
export interface SeedStory {
  /** A rotation that created it, or how it ended. */
  event?: LifeEvent
  /** The address it was used from before the current one. */
  movedFrom?: string
  /** When it got its first networks. */
  networksHoursAgo?: number
  denied?: { hoursAgo: number; from: string; reason: Rejection | null }[]
  /** A project that was changed with it, by name. */
  changed?: { project: string; hoursAgo: number }
}

interface Told extends ToldToken {
  created: number
  expiresAt: number
  networks: string[]
  lastUsedIp: string | null
}

/** The events of a seeded token, with the instants at which they happened. */
export async function seedEvents(
  core: Core,
  story: SeedStory,
  token: Told,
  owner: UserRow,
  project: (name: string) => EntityRow,
): Promise<NewEventRow[]> {
  const now = core.clock.now() * 1000
  const ago = (hours: number) => Math.round(now - hours * hour)
  const signedIn = { ...person('user', owner, core.settings), auth_method: 'token' }
  const byToken = { ...signedIn, auth_method: 'pat', pat_uuid: token.uuid, pat_name: token.name }
  const { event, movedFrom, networksHoursAgo, denied = [], changed } = story
  const first = event === 'pat_rotated' ? event : 'pat_created'
  const rows = [{ ...lifeEvent(core, first, token, owner, signedIn), created: token.created }]
  if (movedFrom !== undefined) {
    const use = { token, owner, address: token.lastUsedIp }
    rows.push({ ...newAddressEvent(core, use, movedFrom), created: token.created + hour })
  }
  if (networksHoursAgo !== undefined) {
    const networks = { before: [], after: token.networks }
    rows.push({ ...networksEvent(core, token, owner, networks, signedIn), created: ago(networksHoursAgo) })
  }
  if (changed) {
    const target = project(changed.project)
    const message = `Project ${target.name} has been updated. Description has been changed.`
    const update = await entityEvent(core, 'project_update_succeeded', message, target, byToken)
    rows.push({ ...update, created: ago(changed.hoursAgo) })
  }
  if (event !== undefined && event !== first) {
    const created = Math.min(ago(1), token.expiresAt)
    rows.push({ ...lifeEvent(core, event, token, owner, event === 'pat_expired' ? {} : signedIn), created })
  }
  for (const { hoursAgo, from, reason } of denied) {
    rows.push({ ...denialEvent(core, { token, owner, address: from }, reason), created: ago(hoursAgo) })
  }
  return rows
}
