import type { Access, HeldRole, Holder, NamedPlace } from './access.ts'
import { accessOf, outermost } from './access.ts'

/** What a table of verdicts does not show on its own. */
export type Caveat =
  /** These places of the token are inside another one, and are left out. */
  | { kind: 'includes'; place: NamedPlace; inner: readonly NamedPlace[] }
  /** A verdict depends on unknown objects inside the place. */
  | { kind: 'inside'; place: NamedPlace }
  /** The token may not see the offerings and orders of these service providers. */
  | { kind: 'sight'; providers: readonly string[] }
  /** A verdict depends on a role that could not be read. */
  | { kind: 'unread' }
  /** A role behind a verdict is turned off or has expired, but still counts. */
  | { kind: 'off' | 'ended'; role: HeldRole }

interface Cell {
  place: NamedPlace | null
  verdicts: readonly Access[]
}

/** The names of the service providers. Staff need no role, so for them it is the place. */
function unseenIn(cells: readonly Cell[]): Caveat[] {
  const names = cells.flatMap(({ place, verdicts }) =>
    verdicts.flatMap((access) => {
      if (access.kind !== 'unknown' || access.why !== 'sight') return []
      return access.through.length === 0 && place ? place.name : access.through.map(({ name }) => name)
    }),
  )
  return names.length === 0 ? [] : [{ kind: 'sight', providers: [...new Set(names)] }]
}

/** @param places all places of the token; null if it is not limited */
export function caveatsOf(
  scopes: readonly string[],
  places: readonly NamedPlace[] | null,
  holder: Holder,
  nowMs: number,
): Caveat[] {
  const shown = places && outermost(places)
  const cells = (shown ?? [null]).map(
    (place): Cell => ({
      place,
      verdicts: scopes.map((scope) => accessOf(scope, place, holder)),
    }),
  )
  const verdicts = cells.flatMap((cell) => cell.verdicts)
  const hangsOn = (all: readonly Access[], reason: 'role' | 'inside') =>
    all.some((access) => access.kind === 'unknown' && access.why === reason)
  const carrying = new Map(
    verdicts
      .flatMap((access) => (access.kind === 'works' || access.kind === 'inside' ? access.through : []))
      .map((role) => [role.uuid, role]),
  )
  const roles = [...carrying.values()]
  return [
    ...(shown ?? []).flatMap((place): Caveat[] => {
      const inner = places?.filter(
        (one) => place.uuid !== null && !shown?.includes(one) && one.above.includes(place.uuid),
      )
      return inner?.length ? [{ kind: 'includes', place, inner }] : []
    }),
    ...cells.flatMap(({ place, verdicts: all }): Caveat[] =>
      place && hangsOn(all, 'inside') ? [{ kind: 'inside', place }] : [],
    ),
    ...unseenIn(cells),
    ...(hangsOn(verdicts, 'role') ? [{ kind: 'unread' } as const] : []),
    ...roles.flatMap((role): Caveat[] => (role.isOff ? [{ kind: 'off', role }] : [])),
    ...roles.flatMap((role): Caveat[] => (role.endsAt <= nowMs ? [{ kind: 'ended', role }] : [])),
  ]
}
