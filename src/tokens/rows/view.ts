import * as z from 'zod/mini'
import { withoutSecrets } from '../../api/secretText.ts'
import { orUndefined } from '../../api/wire.ts'
import { cutSearch } from '../../ui/fold.ts'

/** The filters of the cards above the list. */
export const FILTERS = ['active', 'ending', 'unused', 'attention', 'expired', 'revoked'] as const
export type Filter = (typeof FILTERS)[number]

export const COLUMN_IDS = ['name', 'state', 'permissions', 'bound', 'expires', 'used', 'created'] as const
export type ColumnId = (typeof COLUMN_IDS)[number]

/** The window is too narrow for a table, so tokens are cards. Just below MUI's `md`. */
export const NARROW = '(max-width: 899.95px)'

/** A phone: the actions on the list are behind two buttons beside the search. Just below MUI's `sm`. */
export const PHONE = '(max-width: 599.95px)'

/** The name identifies the rows, so it cannot be hidden. */
export type HideableColumn = Exclude<ColumnId, 'name'>
export const isHideable = (id: string): id is HideableColumn =>
  id !== 'name' && COLUMN_IDS.some((known) => known === id)

/** The router parses "7" and "true" as a number and a boolean, but here they are search words. */
const Text = z.pipe(z.union([z.string(), z.number(), z.boolean()]), z.transform(String))

/** The search text, cut to its maximum length and without a pasted secret. */
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
 * The view of the list in the address: `?q=ci&show=expired&sort=-used&hide=created.bound`. Invalid values are ignored,
 * so that an old bookmark still shows the list. The search never contains a secret, because the history keeps
 * addresses, and is cut to what the list searches for.
 */
export const ListView = z.object({
  q: orUndefined(Search),
  show: orUndefined(z.enum(FILTERS)),
  /** A column; a minus reverses it. */
  sort: orUndefined(z.enum(SORTS)),
  hide: orUndefined(Hidden),
})
export type ListView = z.output<typeof ListView>

/** The view without its defaults, for a short address. */
export function tidyView({ q, show, sort, hide }: ListView): ListView {
  return { ...(q && { q }), ...(show && { show }), ...(sort && { sort }), ...(hide && hide.length > 0 && { hide }) }
}

/** Changes parts of the view. With `replace`, the default, there is no step to go back to. */
export type ChangeView = (next: Partial<ListView>, options?: { replace?: boolean }) => void
