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

/** `X-Result-Count` as a number; null when it is missing or no count. */
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
