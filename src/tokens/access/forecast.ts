import type { HeldRole, Holder, Place } from './access.ts'
import { isOn, isPlaced } from './access.ts'

/** How Waldur will respond to a token limited to a place. */
export type Forecast =
  | { kind: 'accepted' }
  /** `inside`: roles inside the place that have one of the permissions, where the token could be limited to. */
  | { kind: 'rejected'; inside: readonly HeldRole[] }
  | { kind: 'unknown' }

/**
 * Whether Waldur accepts the place. Creation checks in the other direction than use: one of the permissions must be
 * held on the place or above it, through a role that may be turned off or expired. Staff are never rejected ([oracle],
 * fact 23; waldur-api, section 2.10).
 */
export function forecast(scopes: readonly string[], place: Place, { isStaff, roles }: Holder): Forecast {
  if (isStaff) return { kind: 'accepted' }
  const { uuid: here, above, knowsAll } = place
  if (here === null) return { kind: 'rejected', inside: [] }
  const holds = ({ permissions }: HeldRole) => scopes.some((scope) => permissions?.has(scope))
  const over = roles.filter((role) => isOn(role, here) || above.includes(role.uuid))
  if (over.some(holds)) return { kind: 'accepted' }
  // A role that could not be read may have one of them, and a role held elsewhere may be above the place.
  if (over.some(({ permissions }) => permissions === null)) return { kind: 'unknown' }
  const elsewhere = roles.filter((role) => !over.includes(role) && !role.above.includes(here))
  const mayBeOver = knowsAll ? elsewhere.filter((role) => !isPlaced(role)) : elsewhere
  if (mayBeOver.some((role) => role.permissions === null || holds(role))) return { kind: 'unknown' }
  return { kind: 'rejected', inside: roles.filter((role) => role.above.includes(here) && holds(role)) }
}
