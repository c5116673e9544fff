/** Waldur allows up to 300 rows a page, but a hundred are on screen sooner (waldur-api, section 4). */
export const PAGE_SIZE = 100

export interface PageFacts {
  page: number
  pageSize: number
  /** Rows the server sent, including unreadable ones. */
  received: number
  /** `X-Result-Count`; null if the header is missing or not exposed to us. */
  total: number | null
  /** The `Link` header. */
  link: string | null
}

/**
 * The number of the next page, or null at the end. Trusts `Link` first, then the count, then whether the page was full.
 * An empty page always ends the list, so a server that ignores `page` cannot make us loop. Only the number is read from
 * `Link`, because behind a proxy its host may be internal (waldur-api, section 4).
 */
export function nextPage({ page, pageSize, received, total, link }: PageFacts): number | null {
  if (received === 0) return null
  if (link !== null) {
    const next = pageOfLink(link, 'next')
    return next !== null && next > page ? next : null
  }
  if (total !== null) return page * pageSize < total ? page + 1 : null
  return received >= pageSize ? page + 1 : null
}

function pageOfLink(link: string, rel: string): number | null {
  for (const part of link.split(/,\s*(?=<)/)) {
    const match = /^<([^>]*)>\s*;.*\brel="?([a-z]+)"?/.exec(part.trim())
    if (match?.[2] !== rel) continue
    const number = /[?&]page=(\d+)/.exec(match[1] ?? '')?.[1]
    return number === undefined ? null : Number(number)
  }
  return null
}

/** Concurrent page requests: enough to be quick, few enough for a server with few workers. */
const AT_ONCE = 4

/** Most pages in a batch, and the longest one takes, because each batch sorts and renders the list again. */
const TOGETHER = 32
const TOGETHER_MS = 1000

/**
 * The pages of the next batch: as many as have been read so far, up to the last one by the count. Without a count, one
 * page. Null at the end.
 */
export function pagesAfter({ next, total }: { next: number | null; total: number | null }): number[] | null {
  if (next === null) return null
  const last = total === null ? next : Math.ceil(total / PAGE_SIZE)
  const most = Math.min(Math.max(AT_ONCE, next - 1), TOGETHER)
  return Array.from({ length: Math.max(1, Math.min(most, last - next + 1)) }, (_, index) => next + index)
}

/**
 * Reads pages, four at a time, and returns them in order. After a second it starts no more of them. If a page fails, it
 * returns those before it.
 * @param all whether every page is needed
 * @throws the failure, if no page comes before it or all are needed
 */
export async function readTogether<Read>(
  pages: readonly number[],
  read: (page: number) => Promise<Read>,
  all: boolean,
): Promise<Read[]> {
  const end = all ? Number.POSITIVE_INFINITY : performance.now() + TOGETHER_MS
  const waiting = pages.map((page, index) => ({ page, index }))
  const answers: Read[] = []
  let first: { failed: unknown; index: number } | undefined
  const work = async () => {
    for (let next = waiting.shift(); next; next = performance.now() < end ? waiting.shift() : undefined) {
      const { page, index } = next
      try {
        answers[index] = await read(page)
      } catch (failed) {
        waiting.length = 0
        if (!first || index < first.index) first = { failed, index }
      }
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  if (first && (all || first.index === 0)) throw first.failed
  return answers.slice(0, first?.index)
}

/** `X-Result-Count` as a number; null if it is missing or not a count. */
export function resultCount(headers: Headers): number | null {
  const text = headers.get('X-Result-Count')
  return text !== null && /^\d{1,9}$/.test(text) ? Number(text) : null
}

/** Joins pages into one list. A row that moved to the next page while we read is kept once, at its first place. */
export function mergePages<Row extends { uuid: string }>(pages: readonly (readonly Row[])[]): Row[] {
  const seen = new Map<string, Row>()
  for (const page of pages) for (const row of page) if (!seen.has(row.uuid)) seen.set(row.uuid, row)
  return [...seen.values()]
}
