import type { Access, HeldRole, Holder, NamedPlace } from './access.ts'
import { accessOf, isNever, outermost } from './access.ts'
import { followsRole } from './asked.ts'
import { isGlobal } from './permissionWords.ts'

/** Why permissions of a token do nothing, with what would be better. */
export type Reason =
  /** These roles sit above the place. `all`: it can use nothing there; else these do nothing anywhere. */
  | { kind: 'role above'; place: NamedPlace; scopes: readonly string[]; all: boolean; better: HeldRole }
  /** Waldur asks none of it in this place; with a role around it where more would work. */
  | { kind: 'not asked'; place: NamedPlace; better: HeldRole | null }
  /** The user has none of these in these places; of a token without places, anywhere. */
  | { kind: 'not yours'; places: readonly NamedPlace[]; scopes: readonly string[] }
  /** Waldur asks none of these wherever the token works. */
  | { kind: 'never asked'; scopes: readonly string[] }
  /** It is not known what the places lie in, and so not why. */
  | { kind: 'unclear'; scopes: readonly string[] }

/**
 * For each permission that does nothing anywhere, and for each place where nothing can be used, the reason.
 * @param places all that the token is limited to, with what they lie in; null for one that is limited to none
 */
export function reasonsOf(scopes: readonly string[], places: readonly NamedPlace[] | null, holder: Holder): Reason[] {
  const decided = scopes.filter((scope) => !isGlobal(scope) && !followsRole(scope))
  const living = places && outermost(places.filter(({ uuid }) => uuid !== null))
  const cells = (living ?? [null]).map((place) => ({
    place,
    verdicts: new Map(decided.map((scope) => [scope, accessOf(scope, place, holder)])),
  }))
  const idle = decided.filter((scope) => cells.every(({ verdicts }) => isNever(verdicts.get(scope) ?? GONE)))
  const found = cells.flatMap(({ place, verdicts }) => (place ? (reasonIn(place, verdicts, idle, holder) ?? []) : []))
  const told = new Set(found.flatMap(({ explains }) => explains))
  const rest = idle.filter((scope) => !told.has(scope))
  const isYours = (scope: string) => cells.every(({ verdicts }) => verdicts.get(scope)?.kind !== 'not yours')
  const notYours = rest.filter((scope) => !isYours(scope))
  const without = (living ?? []).filter((place) =>
    notYours.some((scope) => accessOf(scope, place, holder).kind === 'not yours'),
  )
  const isClear = without.every(({ knowsAll }) => knowsAll)
  const neverAsked = rest.filter(isYours)
  return [
    ...found.map(({ reason }) => reason),
    ...(notYours.length > 0 && isClear ? [{ kind: 'not yours', places: without, scopes: notYours } as const] : []),
    ...(notYours.length > 0 && !isClear ? [{ kind: 'unclear', scopes: notYours } as const] : []),
    ...(neverAsked.length > 0 && cells.length > 0 ? [{ kind: 'never asked', scopes: neverAsked } as const] : []),
  ]
}

const GONE: Access = { kind: 'gone' }

interface Found {
  reason: Reason
  /** The permissions of which nothing else has to be said. */
  explains: readonly string[]
}

function reasonIn(
  place: NamedPlace,
  verdicts: ReadonlyMap<string, Access>,
  idle: readonly string[],
  holder: Holder,
): Found | null {
  const scopes = [...verdicts.keys()]
  const ofKind = (kind: Access['kind']) => scopes.filter((scope) => verdicts.get(scope)?.kind === kind)
  const [above, notAsked] = [ofKind('above'), ofKind('not asked')]
  const isIdle = scopes.every((scope) => isNever(verdicts.get(scope) ?? GONE))
  const around = holder.roles.filter(({ uuid }) => place.above.includes(uuid))
  const better = bestOf(around, place, scopes, holder)
  if (isIdle && above.length > 0 && better) {
    return {
      reason: { kind: 'role above', place, scopes: above, all: true, better },
      explains: [...above, ...notAsked],
    }
  }
  const only = above.filter((scope) => idle.includes(scope))
  if (only.length > 0 && better) {
    return { reason: { kind: 'role above', place, scopes: only, all: false, better }, explains: only }
  }
  if (scopes.length > 0 && notAsked.length === scopes.length) {
    return { reason: { kind: 'not asked', place, better }, explains: notAsked }
  }
  return null
}

/** The role on whose entity most of it would work, the nearest of as many; null where nothing would. */
function bestOf(roles: readonly HeldRole[], place: NamedPlace, scopes: readonly string[], holder: Holder) {
  const distance = ({ uuid }: HeldRole) => place.above.indexOf(uuid)
  const counted = roles.map((role) => {
    const kinds = scopes.map((scope) => accessOf(scope, role, holder).kind)
    return { role, works: kinds.filter((kind) => kind === 'works' || kind === 'inside').length }
  })
  counted.sort((a, b) => b.works - a.works || distance(a.role) - distance(b.role))
  const [best] = counted
  return best && best.works > 0 ? best.role : null
}
