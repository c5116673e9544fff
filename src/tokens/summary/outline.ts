import type { Holder, NamedPlace } from '../access/access.ts'
import { accessOf, isNever, outermost } from '../access/access.ts'
import { followsRole } from '../access/asked.ts'
import { isGlobal } from '../permissions/permissionWords.ts'

/** What a token, or one that is to be created, comes to, sorted by what a sentence may say of it. */
export interface Outline {
  /** Permissions that work in at least one place, for sure. Of a token without places: anywhere. */
  works: readonly string[]
  /** Neither working nor known not to work. */
  unknown: readonly string[]
  /** Global permissions that open something, or may do so. */
  globals: readonly string[]
  /** Whether it has any other permission than global ones. */
  hasOthers: boolean
  /** Null for a token without places. Those of the other lists are among them, but for deleted and nested ones. */
  places: readonly NamedPlace[] | null
  /** Where all of `works` work. */
  full: readonly NamedPlace[]
  /** Where some of `works` do, and the others for sure do not. */
  some: readonly NamedPlace[]
  /** Where something may work. */
  open: readonly NamedPlace[]
  /** Where none does, because the roles are above. */
  below: readonly NamedPlace[]
  /** What does not work in these. */
  idleBelow: readonly string[]
  /** Whether it is known of each permission, in each place, whether it works. */
  isSure: boolean
}

/**
 * @param places null for everywhere; deleted ones have no uuid
 * @param holder null where the user's roles are not known: then nothing works for sure
 */
export function outline(
  scopes: readonly string[],
  places: readonly NamedPlace[] | null,
  holder: Holder | null,
): Outline {
  const living = places && outermost(places.filter(({ uuid }) => uuid !== null))
  const others = scopes.filter((scope) => !isGlobal(scope))
  const decided = others.filter((scope) => !followsRole(scope))
  // Before there is a place, what works anywhere is what may work in one.
  const columns = (places?.length === 0 ? [null] : (living ?? [null])).map((place) => {
    const verdicts = decided.map((scope) => (holder ? accessOf(scope, place, holder).kind : 'unknown'))
    const having = (...kinds: typeof verdicts) =>
      decided.filter((_, index) => kinds.some((kind) => kind === verdicts[index]))
    return { place, works: having('works', 'inside'), unknown: having('unknown'), isBelow: verdicts.includes('above') }
  })
  const works = decided.filter((scope) => columns.some((column) => column.works.includes(scope)))
  const isUnknown = (scope: string) => columns.some((column) => column.unknown.includes(scope))
  const named = (chosen: typeof columns) => chosen.flatMap(({ place }) => place ?? [])
  const below = columns.filter((column) => column.isBelow && column.works.length + column.unknown.length === 0)
  return {
    works,
    unknown: decided.filter((scope) => !works.includes(scope) && isUnknown(scope)),
    globals: scopes.filter((scope) => isGlobal(scope) && !(holder && isNever(accessOf(scope, null, holder)))),
    hasOthers: others.length > 0,
    places,
    full: named(columns.filter((column) => column.works.length === works.length)),
    some: named(
      columns.filter(
        (column) =>
          column.works.length > 0 &&
          column.works.length < works.length &&
          !works.some((scope) => column.unknown.includes(scope)),
      ),
    ),
    open: named(columns.filter((column) => column.works.length + column.unknown.length > 0)),
    below: named(below),
    idleBelow: below.length === 0 ? [] : decided,
    isSure: !decided.some(isUnknown),
  }
}
