import type { Page } from 'playwright/test'
import { collectedMetrics } from '../collectedMetrics.ts'
import type { Mark, Place, Taken } from './stopwatch.ts'
import { jankOf, seen, timed } from './stopwatch.ts'
import type { Sample } from './table.ts'
import { percentile } from './table.ts'

/** The results of one run of one page: name, number and unit. */
export type Measured = Pick<Sample, 'measure' | 'value' | 'unit'>[]

/** The visible delay of a keystroke: until the letter is in the field. */
export const LETTER = 'key → letter, p95'
const ALL_LOADED = 'all loaded'
export const marks: Record<string, Mark> = { [ALL_LOADED]: { at: '.list-foot > :first-child', says: ' tokens' } }

/** What people see. Screen readers are told later, once the typing has rested. */
const FOUND: Place = { at: '.list-foot > :first-child' }
const SELECTED: Place = { at: '.selection p, .list-foot > :first-child' }
const SORTED: Place = { at: 'thead th', attribute: 'aria-sort' }

/** A pause, not a wait for anything: work left over from one measure must not count in the next. */
const breathe = (page: Page) => page.waitForTimeout(500)

/** Everything about the list; the floor uses the same names. */
export async function measureList(page: Page): Promise<Measured> {
  const loaded = await measureLoading(page)
  await breathe(page)
  const heap = await heapMegabytes(page)
  const typed = await typeAndClear(page)
  await breathe(page)
  const sort = () => page.getByRole('columnheader', { name: 'Token' }).getByRole('button').click()
  const sorted = [await timed(page, 'click', SORTED, sort), await timed(page, 'click', SORTED, sort)]
  await breathe(page)
  const selected: Taken[] = []
  for (let row = 0; row < 3; row += 1) {
    const box = page.getByRole('checkbox', { name: /^Select .*\d/ }).nth(row)
    selected.push(await timed(page, 'click', SELECTED, () => box.click()))
  }
  await breathe(page)
  return [...loaded, ...typed, ...resultOf('sort', sorted), ...resultOf('select', selected), heap]
}

async function measureLoading(page: Page): Promise<Measured> {
  const value = await seen(page, ALL_LOADED)
  const shift = await page.evaluate(() => window.stopwatch.shift)
  return [
    { measure: ALL_LOADED, unit: 'ms', value },
    { measure: 'layout shift', unit: '', value: shift },
  ]
}

/** Digits, because every uuid has some: each one typed narrows the list, and each one deleted widens it. */
async function typeAndClear(page: Page): Promise<Measured> {
  await page.getByLabel('Search tokens', { exact: true }).focus()
  const taken: Taken[] = []
  for (let round = 0; round < 3; round += 1) {
    for (const key of ['9', '8', '7', 'Backspace', 'Backspace', 'Backspace']) {
      taken.push(await timed(page, 'keydown', FOUND, () => page.keyboard.press(key)))
    }
  }
  return spreadOf('key', taken)
}

export function spreadOf(what: string, taken: readonly Taken[]): Measured {
  return [50, 95].flatMap((percent) =>
    (['letter', 'result'] as const).map((end) => ({
      measure: `${what} → ${end}, p${percent}`,
      unit: 'ms' as const,
      value: percentile(
        taken.map((each) => each[end]),
        percent,
      ),
    })),
  )
}

const resultOf = (what: string, taken: readonly Taken[]): Measured => [
  {
    measure: `${what} → result`,
    unit: 'ms',
    value: percentile(
      taken.map(({ result }) => result),
      50,
    ),
  },
]

/** Scrolls the whole list with the wheel, or its first forty thousand pixels. */
export async function measureScrolling(page: Page): Promise<Measured> {
  await page.getByRole('table').hover({ position: { x: 400, y: 20 } })
  const { longTasks, longestFrame } = await jankOf(page, async () => {
    for (let turn = 0; turn < 80; turn += 1) await page.mouse.wheel(0, 500)
  })
  return [
    { measure: 'scroll: tasks over 50 ms', unit: '', value: longTasks.length },
    { measure: 'scroll: longest task over 50 ms', unit: 'ms', value: Math.max(0, ...longTasks) },
    { measure: 'scroll: longest frame', unit: 'ms', value: longestFrame },
  ]
}

/** The page's heap after a garbage collection. */
async function heapMegabytes(page: Page): Promise<Measured[number]> {
  const of = await collectedMetrics(page)
  return { measure: 'heap, all loaded', unit: 'MB', value: of('JSHeapUsedSize') / 1e6 }
}
