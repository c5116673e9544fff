import type { Holder, NamedPlace } from '../access/access.ts'
import { accessOf } from '../access/access.ts'

/** What the lines are about. */
export type By = 'place' | 'permission'

/** How many of a token's permissions work in a place, or in how many of its places a permission works. */
export interface Share {
  /** The place's uuid, or the permission. */
  key: string
  count: number
  /** Without what follows the role or is unknown; 0 if that leaves nothing. */
  total: number
}

/**
 * The shares of the places, or those of the permissions: the worst first, and what cannot be counted last.
 * @param places living ones
 */
export function sharesOf(by: By, scopes: readonly string[], places: readonly NamedPlace[], holder: Holder): Share[] {
  const share = (key: string, cells: readonly (readonly [string, NamedPlace])[]): Share => {
    const kinds = cells.map(([scope, place]) => accessOf(scope, place, holder).kind)
    const known = kinds.filter((kind) => kind !== 'follows' && kind !== 'unknown')
    return { key, count: known.filter((kind) => kind === 'works' || kind === 'inside').length, total: known.length }
  }
  const shares =
    by === 'place'
      ? places.map((place) =>
          share(
            place.uuid ?? '',
            scopes.map((scope) => [scope, place] as const),
          ),
        )
      : scopes.map((scope) =>
          share(
            scope,
            places.map((place) => [scope, place] as const),
          ),
        )
  return shares.sort((a, b) => portion(a) - portion(b))
}

const portion = ({ count, total }: Share): number => (total === 0 ? 2 : count / total)

/** How many shares are shown at once: those that are not whole, up to three, or else the first three. */
export const atOnce = (shares: readonly Share[]): number => {
  const partial = shares.filter((share) => portion(share) < 1).length
  return partial === 0 ? Math.min(3, shares.length) : Math.min(3, partial)
}
