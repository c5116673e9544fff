import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Batch } from './allPages.ts'
import { areRead, isWhole, nextBatch, readAll, readBatch } from './allPages.ts'
import { PAGE_SIZE } from './page.ts'

interface Row {
  uuid: string
}
type Change = Partial<Batch<Row>>

const rowsOf = (pages: readonly number[]) =>
  pages.flatMap((page) => Array.from({ length: PAGE_SIZE }, (_row, index) => ({ uuid: `${page}.${index}` })))

/** Full pages joined into one, with more to follow. */
const batch = (pages: readonly number[], change: Change = {}): Batch<Row> => ({
  rows: rowsOf(pages),
  unreadable: 0,
  unread: [],
  page: pages[0] ?? 1,
  total: 9_901,
  next: (pages.at(-1) ?? 0) + 1,
  ...change,
})

describe('the pages of a batch', () => {
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
      if (!faults.has(page)) return batch([page])
      log.failed += 1
      throw new Error(`page ${page} failed`)
    }
    return { read, log }
  }

  const someTimes = fc.array(fc.nat(900), { minLength: 1, maxLength: 40 })

  test('whatever fails, in any timing, those before the first failure are kept in order', () =>
    fc.assert(
      fc.asyncProperty(someTimes, fc.array(fc.nat(39)), fc.boolean(), async (took, broken, all) => {
        const pages = took.map((_ms, page) => page)
        const faults = new Set(broken)
        const { read, log } = serveSlowly(took, faults)
        const reading = readBatch(pages, read, all).catch((error: Error) => error.message)
        await vi.runAllTimersAsync()
        const response = await reading
        const first = log.asked.find((page) => faults.has(page))
        if (first !== undefined && (all || first === 0)) expect(response).toBe(`page ${first} failed`)
        else expect(response).toMatchObject({ page: 0, rows: rowsOf(log.asked.slice(0, first)) })
        if (all && first === undefined) expect(log.asked).toEqual(pages)
        expect(log.most).toBeLessThanOrEqual(4)
        expect(log.askedAfterFailure).toBe(0)
      }),
    ))

  test('after a second, no further page is requested, unless all are needed', async () => {
    const pages = Array.from({ length: 12 }, (_page, index) => index)
    const read = async (all: boolean) => {
      const reading = readBatch(pages, serveSlowly(Array(12).fill(600), new Set()).read, all)
      await vi.runAllTimersAsync()
      return await reading
    }
    expect((await read(false)).rows).toEqual(rowsOf(pages.slice(0, 8)))
    expect((await read(true)).rows).toEqual(rowsOf(pages))
  })

  test('are read again one by one if the count changes meanwhile', async () => {
    const asked: number[] = []
    const read = (page: number) => {
      asked.push(page)
      return Promise.resolve(batch([page], { total: asked.length <= 2 ? 9_901 : 9_902 }))
    }
    expect(await readBatch([2, 3, 4], read, false)).toMatchObject({ total: 9_902, next: 5, rows: rowsOf([2, 3, 4]) })
    expect(asked).toEqual([2, 3, 4, 2, 3, 4])
  })
})

describe('the next batch', () => {
  test('has as many pages as were read before, at least four, and none that does not exist', () => {
    const batches = [batch([1])]
    const counts: number[] = []
    for (let pages = nextBatch(batches); pages; pages = nextBatch(batches)) {
      const before = batches.at(-1)?.next ?? 0
      expect(pages).toEqual(Array.from(pages, (_page, index) => before + index))
      counts.push(pages.length)
      batches.push(batch(pages, pages.includes(100) ? { next: null, rows: rowsOf(pages).slice(0, -99) } : {}))
    }
    expect(counts).toEqual([4, 5, 10, 20, 32, 28])
    expect(isWhole(batches)).toBe(true)
  })

  test('is one page if the server sends no count, until it says that the list has ended', () => {
    const open = { total: null }
    expect(nextBatch([batch([1], open), batch([2], open)])).toEqual([3])
    expect(nextBatch([batch([1], open), batch([2], { ...open, next: null })])).toEqual([3])
    const end = batch([3], { ...open, rows: [], next: null, isPastEnd: true })
    expect(nextBatch([batch([1], open), batch([2], { ...open, next: null }), end])).toBeNull()
  })

  test('is the first page again if rows are missing at the end, and none if that adds nothing', () => {
    const short = [batch([1], { total: 201 }), batch([2], { total: 201, next: null })]
    expect(nextBatch(short)).toEqual([1])
    expect(nextBatch([...short, batch([1], { total: 201, next: null })])).toBeNull()
  })

  test('unreadable rows count', () => {
    expect(isWhole([batch([1], { total: 101, next: null, unreadable: 1 })])).toBe(true)
  })
})

describe('pages to be read again', () => {
  const partial = [batch([1]), batch([2, 3, 4, 5])]

  test('are those of a whole list, and those already read of an incomplete one', () => {
    expect(areRead([batch([1], { total: 100, next: null })], [1])).toBe(true)
    expect(areRead(partial, [2, 3])).toBe(true)
  })

  test('are not later ones', () => {
    expect(areRead(partial, [6, 7])).toBe(false)
    expect(areRead([], [1])).toBe(false)
  })
})

test('a whole list is read to its end; one without an end fails', async () => {
  const serve = (count: number) => (page: number) =>
    Promise.resolve(batch([page], { total: 250, next: page * PAGE_SIZE < count ? page + 1 : null }))
  expect(await readAll(serve(300))).toHaveLength(2)
  await expect(readAll(serve(100))).rejects.toThrow()
})
