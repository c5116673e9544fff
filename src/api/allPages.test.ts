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
  unreadableUuids: [],
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

  test('whatever comes when, and whatever fails, those before the first fault are kept in their order', () =>
    fc.assert(
      fc.asyncProperty(someTimes, fc.array(fc.nat(39)), fc.boolean(), async (took, broken, all) => {
        const pages = took.map((_ms, page) => page)
        const faults = new Set(broken)
        const { read, log } = serveSlowly(took, faults)
        const reading = readBatch(pages, read, all).catch((error: Error) => error.message)
        await vi.runAllTimersAsync()
        const answer = await reading
        const first = log.asked.find((page) => faults.has(page))
        if (first !== undefined && (all || first === 0)) expect(answer).toBe(`page ${first} failed`)
        else expect(answer).toMatchObject({ page: 0, rows: rowsOf(log.asked.slice(0, first)) })
        if (all && first === undefined) expect(log.asked).toEqual(pages)
        expect(log.most).toBeLessThanOrEqual(4)
        expect(log.askedAfterFailure).toBe(0)
      }),
    ))

  test('after a second no other page is asked for, unless it has to be all of them', async () => {
    const pages = Array.from({ length: 12 }, (_page, index) => index)
    const read = async (all: boolean) => {
      const reading = readBatch(pages, serveSlowly(Array(12).fill(600), new Set()).read, all)
      await vi.runAllTimersAsync()
      return await reading
    }
    expect((await read(false)).rows).toEqual(rowsOf(pages.slice(0, 8)))
    expect((await read(true)).rows).toEqual(rowsOf(pages))
  })

  test('when the count changes meanwhile, they are read again, one after the other', async () => {
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
  test('has as many pages as were read before, four at least, and none that does not exist', () => {
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

  test('is one page where the server does not say how many there are, up to its own word', () => {
    const open = { total: null }
    expect(nextBatch([batch([1], open), batch([2], open)])).toEqual([3])
    expect(nextBatch([batch([1], open), batch([2], { ...open, next: null })])).toEqual([3])
    const end = batch([3], { ...open, rows: [], next: null, isPastEnd: true })
    expect(nextBatch([batch([1], open), batch([2], { ...open, next: null }), end])).toBeNull()
  })

  test('is the first page again where rows are missing at the end, and none when that brings nothing new', () => {
    const short = [batch([1], { total: 201 }), batch([2], { total: 201, next: null })]
    expect(nextBatch(short)).toEqual([1])
    expect(nextBatch([...short, batch([1], { total: 201, next: null })])).toBeNull()
  })

  test('what cannot be read counts', () => {
    expect(isWhole([batch([1], { total: 101, next: null, unreadable: 1 })])).toBe(true)
  })
})

describe('pages that are read anew', () => {
  const partial = [batch([1]), batch([2, 3, 4, 5])]

  test('are those of a whole list, and those before the end of one that is not', () => {
    expect(areRead([batch([1], { total: 100, next: null })], [1])).toBe(true)
    expect(areRead(partial, [2, 3])).toBe(true)
  })

  test('are not those that follow', () => {
    expect(areRead(partial, [6, 7])).toBe(false)
    expect(areRead([], [1])).toBe(false)
  })
})

test('a whole list is read to its end; one that comes to none fails', async () => {
  const serve = (count: number) => (page: number) =>
    Promise.resolve(batch([page], { total: 250, next: page * PAGE_SIZE < count ? page + 1 : null }))
  expect(await readAll(serve(300))).toHaveLength(2)
  await expect(readAll(serve(100))).rejects.toThrow()
})
