import * as z from 'zod/mini'
import { withoutSecrets } from '../../api/secretText.ts'
import { orUndefined } from '../../api/wire.ts'
import { cutSearch } from '../../ui/fold.ts'

/** The filters of the chips above the list. */
export const FILTERS = ['active', 'ending', 'unused', 'attention', 'expired', 'revoked'] as const
export type Filter = (typeof FILTERS)[number]

export const COLUMN_IDS = ['name', 'life', 'used', 'permissions', 'bound', 'created'] as const
export type ColumnId = (typeof COLUMN_IDS)[number]

/** The window is too narrow for a table, so tokens are cards. Just below MUI's `md`. */
export const NARROW = '(max-width: 899.95px)'

/** A phone: the actions on the list are behind two buttons beside the search. Just below MUI's `sm`. */
export const PHONE = '(max-width: 599.95px)'

/** The name identifies the rows, so it cannot be hidden. */
export type HideableColumn = Exclude<ColumnId, 'name'>
export const isHideable = (id: string): id is HideableColumn =>
  id !== 'name' && COLUMN_IDS.some((known) => known === id)

/** The columns beside the name that are shown unless the URL says otherwise. */
export const USUAL_COLUMNS: readonly HideableColumn[] = ['life', 'used', 'permissions', 'bound']

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
const Columns = z.pipe(
  z.union([Ids, z.array(z.string())]),
  z.transform((ids) => COLUMN_IDS.filter(isHideable).filter((id) => ids.includes(id))),
)

/**
 * The view of the list in the URL: `?q=ci&ends=2027-02&sort=-used&columns=life.created`. Invalid values are
 * ignored, so that an old bookmark still shows the list. The search never contains a secret, because the history keeps
 * URLs, and is cut to what the list searches for.
 */
export const ListView = z.object({
  q: orUndefined(Search),
  show: orUndefined(z.enum(FILTERS)),
  /** Active tokens that expire in this month: "2027-02". */
  ends: orUndefined(z.string().check(z.regex(/^\d{4}-(0[1-9]|1[0-2])$/))),
  /** A column; a minus reverses it. */
  sort: orUndefined(z.enum(SORTS)),
  /** The columns beside the name, if they are not the usual ones. */
  columns: orUndefined(Columns),
})
export type ListView = z.output<typeof ListView>

/** The view without its defaults, for a short URL. */
export function tidyView({ q, show, ends, sort, columns }: ListView): ListView {
  const isUsual = columns === undefined || columns.join() === USUAL_COLUMNS.join()
  return {
    ...(q && { q }),
    ...(show && { show }),
    ...(ends && { ends }),
    ...(sort && { sort }),
    ...(!isUsual && { columns }),
  }
}

/** Changes parts of the view. With `replace`, the default, there is no step to go back to. */
export type ChangeView = (next: Partial<ListView>, options?: { replace?: boolean }) => void
