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

/** Expects each of these names among the texts read, as itself, and nothing that is not seen in any of them. */
export function expectNames(read: Iterable<string>, names: readonly string[]): void {
  const shown = [...read]
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

export async function expectNoOverflow(page: Page): Promise<void> {
  const { wide, room } = await page.evaluate(() => ({
    wide: document.documentElement.scrollWidth,
    room: document.documentElement.clientWidth,
  }))
  expect(wide, 'the width of the page').toBeLessThanOrEqual(room)
}

/** Reads what is drawn, scrolls on by what is in sight, and reads again, to the end. */
export async function readScrolling(
  page: Page,
  scroller: Locator | null,
  read: () => Promise<string[]>,
): Promise<Set<string>> {
  const all = new Set<string>()
  const box = scroller ?? page.locator(':root')
  await box.evaluate((element) => element.scrollTo(0, 0))
  for (;;) {
    for (const text of await read()) all.add(text)
    const before = await box.evaluate((element) => {
      const { scrollTop, clientHeight } = element
      element.scrollBy(0, clientHeight * 0.9)
      return [scrollTop, element.scrollTop]
    })
    // Two frames: one for the list to hear of it, one to have drawn.
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
    if (before[0] === before[1]) break
    await expectNoOverflow(page)
  }
  for (const text of await read()) all.add(text)
  return all
}
