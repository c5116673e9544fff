import type { Access, Holder, NamedPlace } from '../access/access.ts'
import { accessOf, isNever, outermost } from '../access/access.ts'
import { followsRole } from '../access/follows.ts'
import { isGlobal } from '../permissions/globals.ts'

/** An existing entity that a token could be limited to instead. */
export type BetterPlace = NamedPlace & { uuid: string }

/** Why permissions of a token have no effect, and what would be better. */
export type Reason =
  /** These roles are held above the place. `all`: nothing works there; otherwise these work nowhere. */
  | { kind: 'role above'; place: NamedPlace; scopes: readonly string[]; all: boolean; better: BetterPlace }
  /** Waldur checks none of them in this place. `better`: an entity around it where more would work. */
  | { kind: 'not asked'; place: NamedPlace; better: BetterPlace | null }
  /** The user has none of these in these places or, for a token without places, anywhere. */
  | { kind: 'not yours'; places: readonly NamedPlace[]; scopes: readonly string[] }
  /** Waldur checks none of these wherever the token works. */
  | { kind: 'never asked'; scopes: readonly string[] }
  /** Roles list these, but Waldur checks them on other objects, or the parents of the places are unknown. */
  | { kind: 'unclear'; scopes: readonly string[] }

/**
 * The reason for each permission that works nowhere, and for each place where nothing works.
 * @param places what the token is limited to, with their parents; null for a token that is not limited
 * @param around the place's parents, innermost first; only for staff, who need no role there
 */
export function reasonsOf(
  scopes: readonly string[],
  places: readonly NamedPlace[] | null,
  holder: Holder,
  around: (place: NamedPlace) => readonly BetterPlace[],
): Reason[] {
  const decided = scopes.filter((scope) => !isGlobal(scope) && !followsRole(scope))
  const living = places && outermost(places.filter(({ uuid }) => uuid !== null))
  const cells = (living ?? [null]).map((place) => ({
    place,
    verdicts: new Map(decided.map((scope) => [scope, accessOf(scope, place, holder)])),
  }))
  const withoutEffect = decided.filter((scope) => cells.every(({ verdicts }) => isNever(verdicts.get(scope) ?? GONE)))
  const found = cells.flatMap(({ place, verdicts }) =>
    place ? (reasonIn(place, verdicts, withoutEffect, holder, around(place)) ?? []) : [],
  )
  const told = new Set(found.flatMap(({ explains }) => explains))
  const rest = withoutEffect.filter((scope) => !told.has(scope))
  const isYours = (scope: string) => cells.every(({ verdicts }) => verdicts.get(scope)?.kind !== 'not yours')
  const held = rest.filter((scope) =>
    cells.some(({ verdicts }) => {
      const access = verdicts.get(scope)
      return access?.kind === 'not yours' && access.isHeld
    }),
  )
  const notYours = rest.filter((scope) => !isYours(scope) && !held.includes(scope))
  const without = (living ?? []).filter((place) =>
    notYours.some((scope) => accessOf(scope, place, holder).kind === 'not yours'),
  )
  const isClear = without.every(({ knowsAll }) => knowsAll)
  const unclear = isClear ? held : [...notYours, ...held]
  const neverAsked = rest.filter(isYours)
  return [
    ...found.map(({ reason }) => reason),
    ...(notYours.length > 0 && isClear ? [{ kind: 'not yours', places: without, scopes: notYours } as const] : []),
    ...(unclear.length > 0 ? [{ kind: 'unclear', scopes: unclear } as const] : []),
    ...(neverAsked.length > 0 && cells.length > 0 ? [{ kind: 'never asked', scopes: neverAsked } as const] : []),
  ]
}

const GONE: Access = { kind: 'gone' }

interface Found {
  reason: Reason
  /** The permissions that this reason fully explains. */
  explains: readonly string[]
}

function reasonIn(
  place: NamedPlace,
  verdicts: ReadonlyMap<string, Access>,
  withoutEffect: readonly string[],
  holder: Holder,
  outer: readonly BetterPlace[],
): Found | null {
  const scopes = [...verdicts.keys()]
  const ofKind = (kind: Access['kind']) => scopes.filter((scope) => verdicts.get(scope)?.kind === kind)
  const [above, notAsked] = [ofKind('above'), ofKind('not asked')]
  const isIdle = scopes.every((scope) => isNever(verdicts.get(scope) ?? GONE))
  const roles = holder.roles.filter(({ uuid }) => place.above.includes(uuid))
  const better = bestOf(holder.isStaff ? outer : roles, place, scopes, holder)
  if (isIdle && above.length > 0 && better) {
    return {
      reason: { kind: 'role above', place, scopes: above, all: true, better },
      explains: [...above, ...notAsked],
    }
  }
  const only = above.filter((scope) => withoutEffect.includes(scope))
  if (only.length > 0 && better) {
    return { reason: { kind: 'role above', place, scopes: only, all: false, better }, explains: only }
  }
  if (scopes.length > 0 && notAsked.length === scopes.length) {
    return { reason: { kind: 'not asked', place, better }, explains: notAsked }
  }
  return null
}

/** The entity where the most would work, the nearest on a tie; null if nothing would work in any. */
function bestOf(better: readonly BetterPlace[], place: NamedPlace, scopes: readonly string[], holder: Holder) {
  const distance = ({ uuid }: BetterPlace) => place.above.indexOf(uuid)
  const counted = better.map((outer) => {
    const kinds = scopes.map((scope) => accessOf(scope, outer, holder).kind)
    return { outer, works: kinds.filter((kind) => kind === 'works' || kind === 'inside').length }
  })
  counted.sort((a, b) => b.works - a.works || distance(a.outer) - distance(b.outer))
  const [best] = counted
  return best && best.works > 0 ? best.outer : null
}
