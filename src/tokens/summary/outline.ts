import type { Holder, NamedPlace } from '../access/access.ts'
import { accessOf, isNever, outermost } from '../access/access.ts'
import { followsRole } from '../access/follows.ts'
import { isGlobal } from '../permissions/globals.ts'

/** What a token, or the form for one, allows, sorted for the summary's sentences. */
export interface Outline {
  /** Permissions that certainly work in at least one place or, for a token without places, anywhere. */
  works: readonly string[]
  /** Permissions that neither certainly work nor certainly do not. */
  unknown: readonly string[]
  /** Global permissions that allow something, or may do so. */
  globals: readonly string[]
  /** Whether it has other permissions than `globals`. */
  hasOthers: boolean
  /** Null for a token without places. The lists below are parts of it, without deleted and nested places. */
  places: readonly NamedPlace[] | null
  /** Places where all of `works` work. */
  full: readonly NamedPlace[]
  /** Places where some of `works` work, and the others certainly do not. */
  some: readonly NamedPlace[]
  /** Places where something may work. */
  open: readonly NamedPlace[]
  /** Places where nothing works, because the roles are held above them. */
  below: readonly NamedPlace[]
  /** The permissions that do not work in these. */
  idleBelow: readonly string[]
  /** Whether all verdicts are certain. */
  isSure: boolean
}

/**
 * Sorts a token's permissions and places.
 * @param places null for everywhere; deleted ones have no uuid
 * @param holder null if the user's roles are unknown, and then nothing certainly works
 */
export function outline(
  scopes: readonly string[],
  places: readonly NamedPlace[] | null,
  holder: Holder | null,
): Outline {
  const living = places && outermost(places.filter(({ uuid }) => uuid !== null))
  const others = scopes.filter((scope) => !isGlobal(scope))
  const decided = others.filter((scope) => !followsRole(scope))
  // Without a place yet, whatever works anywhere may work in one.
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
  const globals = scopes.filter((scope) => isGlobal(scope) && !(holder && isNever(accessOf(scope, null, holder))))
  return {
    works,
    unknown: decided.filter((scope) => !works.includes(scope) && isUnknown(scope)),
    globals,
    hasOthers: scopes.some((scope) => !globals.includes(scope)),
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
