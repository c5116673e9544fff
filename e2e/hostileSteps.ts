import type { Locator, Page } from 'playwright/test'
import { expect } from './fixtures.ts'
import { isFull } from './full.ts'

const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800\ufffd]/gu

/**
 * The text as a browser shows it, without anything invisible: no invisible characters, no marks for them, and each run
 * of white space as one space.
 */
const plain = (text: string): string =>
  text
    .replace(/⟨U\+[0-9A-F]{4,6}⟩/g, '')
    .replace(UNSEEN, '')
    .replace(/\s+/gu, ' ')
    .trim()

/** Characters that change the reading order of the text around them. */
const REORDERING = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/

/**
 * Expects each of these names among the texts read, unchanged, and no invisible characters in any of them.
 * @param after what follows a name in its text
 */
export function expectNames(read: Iterable<string>, names: readonly string[], after = /$/): void {
  const shown = [...read].map((text) => text.replace(after, ''))
  const found = new Set(shown.map(plain))
  const cut = shown.filter((text) => text.endsWith('…')).map((text) => plain(text.slice(0, -1)))
  const isCut = (name: string) => [...name].length > 500 && cut.some((text) => plain(name).startsWith(text))
  const lost = names.filter((name) => !found.has(name.trim() === '' ? '(no name)' : plain(name)) && !isCut(name))
  expect(lost.map((name) => name.slice(0, 80))).toEqual([])
  expect(shown.filter((text) => REORDERING.test(text)).map((text) => text.slice(0, 80))).toEqual([])
}

/** Expects the element to contain each of these texts. */
export async function expectTexts(where: Locator, texts: readonly string[]): Promise<void> {
  await expect(async () => {
    const shown = plain((await where.textContent()) ?? '')
    expect(texts.filter((text) => !shown.includes(plain(text))).map((text) => text.slice(0, 80))).toEqual([])
  }).toPass({ timeout: 10_000 })
}

/** Tall enough for the rows of the whole corpus to be read in few steps. */
const height = isFull ? 3000 : 900
const SIZES = [
  { width: 360, height },
  { width: 1280, height },
]

/** Runs the check at a phone's and a desktop's width; the page must never scroll sideways. */
export async function onBothSizes(page: Page, check: () => Promise<void> = async () => {}): Promise<void> {
  for (const size of SIZES) {
    await page.setViewportSize(size)
    await check()
    await expectNoOverflow(page)
  }
}

/** Polls, because after a change of width the old layout remains for a moment. */
export const expectNoOverflow = (page: Page): Promise<void> =>
  expect
    .poll(
      () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
      'by how much the page is wider than the window',
    )
    .toBeLessThanOrEqual(0)

/**
 * Reads virtualised rows from first to last, by scrolling the last rendered one to the top until there are no more.
 * @param rows counted from 0 by `data-index`
 */
export async function readScrolling(rows: Locator, count: number, read: () => Promise<string[]>): Promise<Set<string>> {
  const all = new Set<string>()
  const lastIndex = async () => Number(await rows.last().getAttribute('data-index'))
  for (let end = await lastIndex(); ; end = await lastIndex()) {
    for (const text of await read()) all.add(text)
    if (end === count - 1) return all
    await rows.last().evaluate((row) => row.scrollIntoView({ block: 'start' }))
    await expect(async () => expect(await lastIndex()).toBeGreaterThan(end)).toPass({ timeout: 10_000 })
  }
}
