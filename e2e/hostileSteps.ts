import type { Locator, Page } from 'playwright/test'
import { expect } from './fixtures.ts'

const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800\ufffd]/gu

/**
 * What is left of a text when nothing counts that cannot be seen, whether it stands there itself or as a mark, and each
 * run of blanks is one, as a browser shows it.
 */
const plain = (text: string): string =>
  text
    .replace(/⟨U\+[0-9A-F]{4,6}⟩/g, '')
    .replace(UNSEEN, '')
    .replace(/\s+/gu, ' ')
    .trim()

/** What turns the reading order of the words around it. */
const TURNING = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/

/**
 * Expects each of these names among the texts read, as itself, and nothing that is not seen in any of them.
 * @param after what follows on a name in its text
 */
export function expectNames(read: Iterable<string>, names: readonly string[], after = /$/): void {
  const shown = [...read].map((text) => text.replace(after, ''))
  const found = new Set(shown.map(plain))
  const cut = shown.filter((text) => text.endsWith('…')).map((text) => plain(text.slice(0, -1)))
  const isCut = (name: string) => [...name].length > 500 && cut.some((text) => plain(name).startsWith(text))
  const lost = names.filter((name) => !found.has(name.trim() === '' ? '(no name)' : plain(name)) && !isCut(name))
  expect(lost.map((name) => name.slice(0, 80))).toEqual([])
  expect(shown.filter((text) => TURNING.test(text)).map((text) => text.slice(0, 80))).toEqual([])
}

/** Expects each of the texts to stand somewhere in the element, among others. */
export async function expectTexts(where: Locator, texts: readonly string[]): Promise<void> {
  await expect(async () => {
    const shown = plain((await where.textContent()) ?? '')
    expect(texts.filter((text) => !shown.includes(plain(text))).map((text) => text.slice(0, 80))).toEqual([])
  }).toPass({ timeout: 10_000 })
}

/** Tall enough for dozens of rows at once. */
const SIZES = [
  { width: 360, height: 3000 },
  { width: 1280, height: 3000 },
]

/** Looks at the screen as it is on a phone and on a desk; the page never scrolls sideways. */
export async function onBothSizes(page: Page, look: () => Promise<void> = async () => {}): Promise<void> {
  for (const size of SIZES) {
    await page.setViewportSize(size)
    await look()
    await expectNoOverflow(page)
  }
}

/** Waits for it: after a change of the width what was drawn for the other one stands for a moment. */
export const expectNoOverflow = (page: Page): Promise<void> =>
  expect
    .poll(
      () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
      'by how much the page is wider than the window',
    )
    .toBeLessThanOrEqual(0)

/**
 * Reads rows of which only those in sight are drawn, from the first of them to the last: the last one that is drawn
 * goes to the top, until there are no more.
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
