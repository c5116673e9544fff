import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { mergePages, nextPage, pagesAfter, readTogether, resultCount } from './page.ts'

const rows = (count: number) => Array.from({ length: count }, (_row, index) => ({ uuid: String(index) }))

/** A server as section 4 describes it, which may hide either header from the page. */
function serve(all: { uuid: string }[], page: number, pageSize: number, shown: { link: boolean; total: boolean }) {
  const received = all.slice((page - 1) * pageSize, page * pageSize)
  const last = Math.max(1, Math.ceil(all.length / pageSize))
  const url = (number: number) => `<http://internal:8000/api/x/?page=${number}&page_size=${pageSize}>`
  const links = [
    `${url(1)}; rel="first"`,
    ...(page < last ? [`${url(page + 1)}; rel="next"`] : []),
    `${url(last)}; rel="last"`,
  ]
  return {
    received,
    link: shown.link ? links.join(', ') : null,
    total: shown.total ? all.length : null,
  }
}

function walk(all: { uuid: string }[], pageSize: number, shown: { link: boolean; total: boolean }) {
  const pages: { uuid: string }[][] = []
  let page: number | null = 1
  while (page !== null) {
    expect(pages.length).toBeLessThanOrEqual(all.length / pageSize + 1)
    const { received, link, total } = serve(all, page, pageSize, shown)
    pages.push(received)
    page = nextPage({ page, pageSize, received: received.length, total, link })
  }
  return pages
}

describe('paging', () => {
  test('visits each row once, with both headers, one of them or none', () => {
    fc.assert(
      fc.property(
        fc.nat(700),
        fc.integer({ min: 1, max: 300 }),
        fc.boolean(),
        fc.boolean(),
        (count, size, link, total) => {
          const all = rows(count)
          expect(mergePages(walk(all, size, { link, total }))).toEqual(all)
        },
      ),
    )
  })

  test('whatever pages come, each row is there once, at its first place', () => {
    const row = fc.record({ uuid: fc.constantFrom(...'abcdefgh'), page: fc.nat() })
    fc.assert(
      fc.property(fc.array(fc.array(row, { maxLength: 6 }), { maxLength: 5 }), (pages) => {
        const all = pages.flat()
        const merged = mergePages(pages)
        expect(merged).toEqual(all.filter(({ uuid }, at) => all.findIndex((other) => other.uuid === uuid) === at))
        expect(mergePages([merged, ...pages])).toEqual(merged)
      }),
      { numRuns: 10_000 },
    )
  })

  test('a server that ignores `page` cannot make it loop for ever', () => {
    expect(nextPage({ page: 7, pageSize: 10, received: 0, total: 900, link: null })).toBeNull()
    const again = '<http://x/?page=3>; rel="next"'
    expect(nextPage({ page: 3, pageSize: 10, received: 10, total: null, link: again })).toBeNull()
  })

  test('a row that moves to the next page while pages are read is kept once', () => {
    expect(mergePages([rows(3), rows(5).slice(2)])).toEqual(rows(5))
  })

  test.each([
    ['12', 12],
    ['0', 0],
    ['-1', null],
    ['many', null],
    ['1e9', null],
  ])('reads X-Result-Count %s as %s', (text, count) => {
    expect(resultCount(new Headers({ 'X-Result-Count': text }))).toBe(count)
  })

  test('knows no count where there is no header', () => {
    expect(resultCount(new Headers())).toBeNull()
  })
})

describe('pages read together', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  /** A server that takes the given milliseconds for each page and fails some of them. */
  function serveSlowly(took: readonly number[], faults: ReadonlySet<number>) {
    const log = { asked: [] as number[], failed: 0, askedAfterFailure: 0, underWay: 0, most: 0 }
    const read = async (page: number) => {
      log.asked.push(page)
      log.askedAfterFailure += log.failed
      log.underWay += 1
      log.most = Math.max(log.most, log.underWay)
      await new Promise((resolve) => setTimeout(resolve, took[page]))
      log.underWay -= 1
      if (!faults.has(page)) return `page ${page}`
      log.failed += 1
      throw new Error(`page ${page} failed`)
    }
    return { read, log }
  }

  const someTimes = fc.array(fc.nat(900), { minLength: 1, maxLength: 40 })

  test('whatever comes when, and whatever fails, those before the first fault are kept in their order', () =>
    fc.assert(
      fc.asyncProperty(someTimes, fc.array(fc.nat(39)), fc.boolean(), async (took, broken, all) => {
        const pages = took.map((_ms, page) => page)
        const faults = new Set(broken)
        const { read, log } = serveSlowly(took, faults)
        const reading = readTogether(pages, read, all).catch((error: Error) => error.message)
        await vi.runAllTimersAsync()
        const answer = await reading
        const first = log.asked.find((page) => faults.has(page))
        if (first !== undefined && (all || first === 0)) expect(answer).toBe(`page ${first} failed`)
        else expect(answer).toEqual(log.asked.slice(0, first).map((page) => `page ${page}`))
        if (all && first === undefined) expect(log.asked).toEqual(pages)
        expect(log.most).toBeLessThanOrEqual(4)
        expect(log.askedAfterFailure).toBe(0)
      }),
    ))

  test('after a second no other page is asked for, unless it has to be all of them', async () => {
    const pages = Array.from({ length: 12 }, (_page, index) => index)
    const read = async (all: boolean) => {
      const reading = readTogether(pages, serveSlowly(Array(12).fill(600), new Set()).read, all)
      await vi.runAllTimersAsync()
      return await reading
    }
    expect(await read(false)).toHaveLength(8)
    expect(await read(true)).toHaveLength(12)
  })

  test('each time as many again are asked for, four at least, and none that does not exist', () => {
    const steps: number[] = []
    for (let next = 2; next <= 100; next += steps.at(-1) ?? 0) {
      const pages = pagesAfter({ next, total: 9_901 }) ?? []
      expect(pages).toEqual(Array.from(pages, (_page, index) => next + index))
      steps.push(pages.length)
    }
    expect(steps).toEqual([4, 5, 10, 20, 32, 28])
  })

  test('where the server does not say how many there are, one at a time', () => {
    expect(pagesAfter({ next: 30, total: null })).toEqual([30])
    expect(pagesAfter({ next: null, total: null })).toBeNull()
  })
})
