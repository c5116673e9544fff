import * as z from 'zod/mini'
import { withoutSecrets } from '../../api/secretText.ts'
import { orUndefined } from '../../api/wire.ts'
import { cutSearch } from '../../ui/fold.ts'

/** What the cards above the list narrow it to. */
export const FILTERS = ['active', 'ending', 'unused', 'attention', 'expired', 'revoked'] as const
export type Filter = (typeof FILTERS)[number]

export const COLUMN_IDS = ['name', 'state', 'permissions', 'bound', 'expires', 'used', 'created'] as const
export type ColumnId = (typeof COLUMN_IDS)[number]

/** The window is too narrow for a table: tokens are cards. Just below MUI's `md`. */
export const NARROW = '(max-width: 899.95px)'

/** A phone: what is done with the list stands beside the search, behind two buttons. Just below MUI's `sm`. */
export const PHONE = '(max-width: 599.95px)'

/** The name tells the rows apart, so it stays. */
export type HideableColumn = Exclude<ColumnId, 'name'>
export const isHideable = (id: string): id is HideableColumn =>
  id !== 'name' && COLUMN_IDS.some((known) => known === id)

/** The router reads "7" and "true" as a number and a boolean; here they are words that somebody looks for. */
const Text = z.pipe(z.union([z.string(), z.number(), z.boolean()]), z.transform(String))

/** What somebody looks for, without a secret that was pasted, and as long as a search may be. */
export function cleanSearch(text: string): string {
  return cutSearch(withoutSecrets(text))
}

const Search = z.pipe(Text, z.transform(cleanSearch))

export type Sort = (typeof SORTS)[number]
const SORTS = COLUMN_IDS.flatMap((id) => [id, `-${id}`] as const)

const Ids = z.pipe(
  Text,
  z.transform((text) => text.split('.')),
)
const Hidden = z.pipe(
  z.union([Ids, z.array(z.string())]),
  z.transform((ids) => COLUMN_IDS.filter(isHideable).filter((id) => ids.includes(id))),
)

/**
 * How the list is looked at, as the address has it: `?q=ci&show=expired&sort=-used&hide=created.bound`. What cannot be
 * read is left out: an old bookmark shows the list all the same. A search never holds a secret, for an address is
 * kept in the history, and is cut to what the list searches for.
 */
export const ListView = z.object({
  q: orUndefined(Search),
  show: orUndefined(z.enum(FILTERS)),
  /** A column; with a minus the other way round. */
  sort: orUndefined(z.enum(SORTS)),
  hide: orUndefined(Hidden),
})
export type ListView = z.output<typeof ListView>

/** The same without what says nothing: an address as short as can be. */
export function tidyView({ q, show, sort, hide }: ListView): ListView {
  return { ...(q && { q }), ...(show && { show }), ...(sort && { sort }), ...(hide && hide.length > 0 && { hide }) }
}

/** Some of it becomes another; `replace`, which is the rule, leaves no step to go Back to. */
export type ChangeView = (next: Partial<ListView>, options?: { replace?: boolean }) => void
