import type { Page } from './client.ts'
import { NO_END, ShapeError } from './errors.ts'
import { mergePages, PAGE_SIZE } from './page.ts'

/**
 * How a whole list is read: in batches of pages, each of which becomes one page. Its `page` is the number of the first
 * page in it, its `next` the one after the last.
 *
 * - The first page is a batch of its own, to be on screen soon. The batches after it grow, because each one sorts and
 *   renders the list again: as many pages as have been read so far. Without a count, a batch is one page.
 * - Four requests run at once. After a second no more pages are requested, and the batch ends with those that were.
 * - A batch ends before the first page that fails. Pages that the list already has are read all or not at all: it must
 *   not become shorter.
 * - When the count changes within a batch, a row was added and has moved the others, one of them perhaps from a
 *   page yet to be read to one already read. The batch is read again, page by page; then a row can only appear twice.
 * - The list is whole when it has as many rows as the server counts or, without a count, at the server's own "Invalid
 *   page.". The lack of a next page proves nothing, because a proxy may respond like that as well. If rows are
 *   missing then, the first page is read again, where new rows appear; without a count, the page after the last.
 * - A batch without new rows is the last one, because a server may return the same rows for every page.
 */
export type Batch<Row> = Page<Row>

type Batches = readonly Batch<Identified>[]
interface Identified {
  uuid: string
}

/** Enough to be quick, few enough for a server with few workers. */
const AT_ONCE = 4
const MOST_PAGES = 32
const MOST_MS = 1000

export const FIRST_BATCH: readonly number[] = [1]

/** The pages to read after these batches; null if the list is whole, or the last batch had no new rows. */
export function nextBatch(batches: Batches): number[] | null {
  const last = batches.at(-1)
  if (!last || isWhole(batches) || bringsNothingNew(batches)) return null
  if (last.next !== null) return pagesFrom(last.next, last.total)
  return totalOf(batches) === null ? [last.page + 1] : [1]
}

function pagesFrom(next: number, total: number | null): number[] {
  if (total === null) return [next]
  const left = Math.ceil(total / PAGE_SIZE) - (next - 1)
  const wanted = Math.min(Math.max(AT_ONCE, next - 1), MOST_PAGES)
  return Array.from({ length: Math.max(1, Math.min(wanted, left)) }, (_, index) => next + index)
}

function bringsNothingNew(batches: Batches): boolean {
  const before = new Set(batches.slice(0, -1).flatMap(uuidsOf))
  return batches.length > 1 && batches.slice(-1).every((last) => uuidsOf(last).every((uuid) => before.has(uuid)))
}

const uuidsOf = ({ rows, unread }: Batch<Identified>) => [...rows, ...unread].map(({ uuid }) => uuid)

/** Whether these batches already contain these pages, so that they are being refetched. */
export function areRead(batches: Batches, [first = 1]: readonly number[]): boolean {
  const last = batches.at(-1)
  return last !== undefined && (nextBatch(batches) === null || (last.next !== null && first < last.next))
}

/** Whether these batches are the whole list. */
export function isWhole(batches: Batches): boolean {
  const total = totalOf(batches)
  if (total === null) return batches.at(-1)?.isPastEnd === true
  return mergePages(batches.map(({ rows }) => rows)).length + sumUnreadable(batches) >= total
}

/** The latest count that the server sent; null if it sends none. */
export const totalOf = (batches: Batches): number | null =>
  batches.findLast(({ total }) => total !== null)?.total ?? null

/** How many rows could not be read. */
export const sumUnreadable = (batches: Batches): number => batches.reduce((sum, { unreadable }) => sum + unreadable, 0)

/**
 * Reads a batch of pages and joins them into one.
 * @param all whether every page is needed
 * @throws the failure, if no page comes before it or all are needed
 */
export async function readBatch<Row>(
  pages: readonly number[],
  readPage: (page: number) => Promise<Page<Row>>,
  all: boolean,
): Promise<Batch<Row>> {
  let read = await readTogether(pages, readPage, all)
  if (new Set(read.map(({ total }) => total)).size > 1) {
    const again = pages.slice(0, read.length)
    read = []
    for (const page of again) read.push(await readPage(page))
  }
  return {
    rows: read.flatMap(({ rows }) => rows),
    unreadable: read.reduce((sum, { unreadable }) => sum + unreadable, 0),
    unread: read.flatMap(({ unread }) => unread),
    page: pages[0] ?? 1,
    total: read.findLast(({ total }) => total !== null)?.total ?? null,
    next: read.at(-1)?.next ?? null,
    ...(read.at(-1)?.isPastEnd && { isPastEnd: true }),
  }
}

/** The pages in order, up to the first that failed or was no longer requested. */
async function readTogether<Read>(
  pages: readonly number[],
  readPage: (page: number) => Promise<Read>,
  all: boolean,
): Promise<Read[]> {
  const end = all ? Number.POSITIVE_INFINITY : performance.now() + MOST_MS
  const responses: Read[] = []
  let fault: { index: number; error: unknown } | undefined
  // All workers take their pages from here.
  const queue = pages.entries()
  const work = async () => {
    for (const [index, page] of queue) {
      try {
        responses[index] = await readPage(page)
      } catch (error) {
        if (!fault || index < fault.index) fault = { index, error }
      }
      if (fault || performance.now() >= end) return
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  if (fault && (all || fault.index === 0)) throw fault.error
  return responses.slice(0, fault?.index)
}

/**
 * All batches, fetched again.
 * @throws ShapeError if they have no confirmed end, and whatever `readPage` throws
 */
export async function readAll<Row extends Identified>(
  readPage: (page: number) => Promise<Page<Row>>,
): Promise<Batch<Row>[]> {
  const batches: Batch<Row>[] = []
  for (let pages: readonly number[] | null = FIRST_BATCH; pages; pages = nextBatch(batches)) {
    batches.push(await readBatch(pages, readPage, true))
  }
  if (!isWhole(batches)) throw new ShapeError(NO_END)
  return batches
}
