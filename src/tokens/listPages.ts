import type { Page } from '../api/client.ts'
import { requestPage } from '../api/client.ts'
import { NO_END, ShapeError } from '../api/errors.ts'
import { mergePages, pagesAfter, readTogether } from '../api/page.ts'
import { Token } from './schema.ts'

export const ROOT = '/api/personal-access-tokens/'

type Pages = readonly Page<Token>[]

/**
 * Several pages of the list, read together, as one; the last one says what follows.
 * @param all whether nothing less than all of them will do
 */
export async function requestPages(
  pages: readonly number[],
  signal: AbortSignal | undefined,
  all: boolean,
): Promise<Page<Token>> {
  const readPage = (page: number) => requestPage(ROOT, Token, { page, ...(signal && { signal }) })
  let read = await readTogether(pages, readPage, all)
  if (new Set(read.map(({ total }) => total)).size > 1) {
    // A token was issued meanwhile. It moved the others on, one of them maybe from a page that was still to be read to
    // one that was read before: one after the other, that can only make a token come twice.
    const again = pages.slice(0, read.length)
    read = []
    for (const page of again) read.push(await readPage(page))
  }
  return {
    rows: read.flatMap(({ rows }) => rows),
    unreadable: read.reduce((sum, { unreadable }) => sum + unreadable, 0),
    unreadableUuids: read.flatMap(({ unreadableUuids }) => unreadableUuids),
    page: pages[0] ?? 1,
    total: read.findLast(({ total }) => total !== null)?.total ?? null,
    next: read.at(-1)?.next ?? null,
    ...(read.at(-1)?.isPastEnd && { isPastEnd: true }),
  }
}

/** How many tokens Waldur counted last; null where it shows no count. */
export const totalOf = (pages: Pages): number | null => pages.findLast(({ total }) => total !== null)?.total ?? null

/**
 * Whether these pages are all of the list: as many tokens as Waldur counts, or, where it shows no count, up to its own
 * "Invalid page.". No page after them is no proof: what stands between us and Waldur can say so as well.
 */
export function isWhole(pages: Pages): boolean {
  const total = totalOf(pages)
  if (total === null) return pages.at(-1)?.isPastEnd === true
  return mergePages(pages.map(({ rows }) => rows)).length + sumUnreadable(pages) >= total
}

export const sumUnreadable = (pages: Pages): number => pages.reduce((sum, { unreadable }) => sum + unreadable, 0)

/**
 * The pages to be read after these; null when they are all, or nothing new comes. Where none seems to follow and some
 * are missing, the first one once more: what was issued meanwhile stands there. Without a count, the one past the end:
 * Waldur says that it is.
 */
export function pagesFollowing(pages: Pages): number[] | null {
  const last = pages.at(-1)
  if (!last || isWhole(pages) || bringsNothingNew(pages)) return null
  return pagesAfter(last) ?? (totalOf(pages) === null ? [last.page + 1] : [1])
}

/** Also true of a server that answers each page with the same rows. */
function bringsNothingNew(pages: Pages): boolean {
  const before = new Set(pages.slice(0, -1).flatMap(uuidsOf))
  return (
    pages.length > 1 &&
    pages
      .slice(-1)
      .flatMap(uuidsOf)
      .every((uuid) => before.has(uuid))
  )
}

const uuidsOf = ({ rows, unreadableUuids }: Page<Token>) => [...rows.map((row) => row.uuid), ...unreadableUuids]

/**
 * All tokens, read anew.
 * @throws RequestError where they cannot be read to an end that is known
 */
export async function everyToken(signal?: AbortSignal): Promise<Page<Token>[]> {
  const pages: Page<Token>[] = []
  for (let next: readonly number[] | null = [1]; next; next = pagesFollowing(pages)) {
    pages.push(await requestPages(next, signal, true))
  }
  if (!isWhole(pages)) throw new ShapeError(NO_END)
  return pages
}
