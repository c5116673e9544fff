import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mergePages, nextPage, resultCount } from './page.ts'

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

  test('for any pages, each row occurs once, at its first position', () => {
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

  test('a server that ignores `page` cannot make it loop forever', () => {
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

  test('has no count without the header', () => {
    expect(resultCount(new Headers())).toBeNull()
  })
})
