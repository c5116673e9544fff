import { cutSearch, fold, searchWords } from '../ui/fold.ts'
import type { OptionNote } from './EntityOption.tsx'
import type { Entity } from './queries.ts'
import type { EntityType } from './types.ts'
import type { EntitySearch } from './useEntitySearch.ts'

/** What to offer besides the search results, and in which order. */
export interface Offer {
  /** Offered at once, before all others. */
  first: readonly Entity[]
  /** The headings that come before those of the types, in order. */
  sections: readonly string[]
  describe: (entity: Entity) => OptionNote
}

/** A longer list would be too much to look through; more are found by typing. */
const MOST = 20

/**
 * The search results together with the matching first offers, sorted by heading. For duplicates the search result wins,
 * because it has more data.
 */
export function offered(
  search: EntitySearch,
  { first, sections, describe }: Offer,
  types: readonly EntityType[],
  typed: string,
): EntitySearch {
  const wanted = searchWords(cutSearch(typed.trim()))
  const fitting = first.filter(({ type, name, path }) => {
    const text = fold([name, ...path].join(' '))
    return types.includes(type) && wanted.every((word) => text.includes(word))
  })
  const rows = new Map(fitting.slice(0, MOST).map((entity) => [keyOf(entity), entity]))
  for (const entity of search.options) rows.set(keyOf(entity), entity)
  const order = (entity: Entity) => describe(entity).section ?? sections.length
  const options = [...rows.values()].sort((a, b) => order(a) - order(b))
  return { ...search, options, cut: search.cut || fitting.length > MOST }
}

const keyOf = ({ type, uuid }: Entity): string => `${type} ${uuid}`
