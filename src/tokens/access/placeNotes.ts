import type { HeldRole, Holder, Place } from './access.ts'
import { hasEffect, outermost } from './access.ts'
import { decidedIn, ofKind, throughOf } from './decided.ts'
import { forecast } from './forecast.ts'

/** Something worth a line about a place that a token is to be limited to. */
export type PlaceNote<Known extends Place> =
  /** Waldur would reject the token. `better`: places inside that it could be limited to. */
  | { kind: 'rejected'; better: readonly HeldRole[] }
  /** Another place of the token includes it. */
  | { kind: 'included'; by: Known }
  /** These permissions work only in places inside, and no others work. */
  | { kind: 'inside'; scopes: readonly string[]; better: readonly HeldRole[] }
  /**
   * The role for these is held above the place; limited to that, they work. `all`: they are all that the token decides.
   */
  | { kind: 'above'; scopes: readonly string[]; all: boolean; better: HeldRole }
  /** Waldur checks none of them on such a place. `better`: the place around it where they would work. */
  | { kind: 'not asked'; better: Known | null }
  /** The caller has none of these in the place. `useless`: those that work in none of the places. */
  | { kind: 'not yours'; scopes: readonly string[]; useless: readonly string[] }
  /** Roles list these, but Waldur checks them on other objects. */
  | { kind: 'in vain'; scopes: readonly string[]; useless: readonly string[] }
  /** It depends on the objects inside the place. */
  | { kind: 'unknown' }

/**
 * Notes about one of a form's places, the most serious first. Waldur accepts each suggested better place, and more
 * works there.
 * @param places all places of the token, including this one
 * @param around the place's parents, innermost first
 */
export function placeNotes<Known extends Place>(
  scopes: readonly string[],
  place: Known,
  places: readonly Known[],
  around: readonly Known[],
  holder: Holder,
): PlaceNote<Known>[] {
  const expected = forecast(scopes, place, holder)
  if (expected.kind === 'rejected') return [{ kind: 'rejected', better: outermostRoles(expected.inside) }]
  const by = outerOf(place, places)
  if (by !== null) return [{ kind: 'included', by }]
  const decided = decidedIn(scopes, place, holder)
  if (decided.length === 0) return []
  if (ofKind(decided, 'not asked').length === decided.length) {
    return [{ kind: 'not asked', better: bestOf(around, scopes, holder) }]
  }
  const notes: PlaceNote<Known>[] = []
  const above = ofKind(decided, 'above')
  const better = bestOf(throughOf(above), scopes, holder)
  if (better !== null && worksIn(better, scopes, holder) > worksIn(place, scopes, holder)) {
    notes.push({ kind: 'above', scopes: scopesOf(above), all: above.length === decided.length, better })
  }
  const inside = ofKind(decided, 'inside')
  const never = decided.length - inside.length - ofKind(decided, 'works').length - ofKind(decided, 'unknown').length
  // Limited to those inside, it would lose nothing.
  if (inside.length > 0 && inside.length + never === decided.length) {
    notes.push({ kind: 'inside', scopes: scopesOf(inside), better: outermostRoles(throughOf(inside)) })
  }
  const notYours = ofKind(decided, 'not yours')
  for (const [kind, isHeld] of [
    ['not yours', false],
    ['in vain', true],
  ] as const) {
    const found = scopesOf(notYours.filter(({ access }) => access.isHeld === isHeld))
    const useless = found.filter((scope) => !hasEffect(scope, places, holder))
    if (found.length > 0) notes.push({ kind, scopes: found, useless })
  }
  if (ofKind(decided, 'unknown').some(({ access }) => access.why === 'inside')) notes.push({ kind: 'unknown' })
  return notes
}

const scopesOf = (verdicts: readonly { scope: string }[]): string[] => verdicts.map(({ scope }) => scope)

const outermostRoles = (roles: readonly HeldRole[]): HeldRole[] => outermost([...roles])

/** The outermost place of the token that includes this one; null if none does. */
function outerOf<Known extends Place>(place: Known, places: readonly Known[]): Known | null {
  return outermost(places).find((outer) => outer !== place && outermost([outer, place]).length === 1) ?? null
}

/** Of the places that Waldur accepts, the one where most works, the first on a tie; null if nothing works in any. */
function bestOf<Known extends Place>(places: readonly Known[], scopes: readonly string[], holder: Holder) {
  const accepted = places.filter((place) => forecast(scopes, place, holder).kind === 'accepted')
  const counts = accepted.map((place) => worksIn(place, scopes, holder))
  const most = Math.max(0, ...counts)
  return most === 0 ? null : (accepted[counts.indexOf(most)] ?? null)
}

function worksIn(place: Place, scopes: readonly string[], holder: Holder): number {
  const decided = decidedIn(scopes, place, holder)
  return ofKind(decided, 'works').length + ofKind(decided, 'inside').length
}
