import { cutSearch, fold, searchWords } from '../ui/fold.ts'
import type { TagWords } from '../ui/Tag.tsx'
import type { Entity } from './queries.ts'
import type { EntityType } from './types.ts'
import type { PlaceSearch } from './usePlaceSearch.ts'

/** What to add to an option, depending on what it is picked for. */
export interface OptionNote {
  /** The index of its heading in `sections`; null puts it under its type. */
  section: number | null
  isAdded: boolean
  /** What it is good for. */
  tag: TagWords | null
  /** Shown after its path. */
  line: string | null
}

/** What to offer besides the search results, and in which order. */
export interface Offer {
  /** Offered at once, before all others, the best first. */
  first: readonly Entity[]
  /** The headings that come before those of the types, in order. */
  sections: readonly string[]
  describe: (entity: Entity) => OptionNote
  /** Why there may be places that are not found; null if all are. */
  unseen: string | null
}

/** The options with their notes. */
export interface OfferedSearch extends PlaceSearch {
  notes: ReadonlyMap<Entity, OptionNote>
}

/** A longer list would be too much to look through; more are found by typing. */
const MOST = 20

/**
 * The search results together with the matching first offers, sorted by heading. For duplicates the search result wins,
 * because it has more data.
 */
export function offered(
  search: PlaceSearch,
  { first, sections, describe }: Offer,
  types: readonly EntityType[],
  typed: string,
): OfferedSearch {
  const wanted = searchWords(cutSearch(typed.trim()))
  const fitting = first.filter(({ type, name, path, uuid }) => {
    const text = fold([name, ...path, uuid].join(' '))
    return types.includes(type) && wanted.every((word) => text.includes(word))
  })
  const rows = new Map(fitting.slice(0, MOST).map((entity) => [keyOf(entity), entity]))
  for (const entity of search.options) rows.set(keyOf(entity), entity)
  const notes = new Map([...rows.values()].map((entity) => [entity, describe(entity)]))
  const order = (entity: Entity) => notes.get(entity)?.section ?? sections.length
  const options = [...rows.values()].sort((a, b) => order(a) - order(b))
  const shown = (type: EntityType) => options.filter((entity) => entity.type === type).length
  return {
    ...search,
    options,
    notes,
    // A role's place may match by its organization, which the server does not search.
    counts: search.counts.map((one) => ({ ...one, count: Math.max(one.count, shown(one.type)) })),
    cut: search.cut || fitting.length > MOST,
  }
}

export const keyOf = ({ type, uuid }: Pick<Entity, 'type' | 'uuid'>): string => `${type} ${uuid}`
