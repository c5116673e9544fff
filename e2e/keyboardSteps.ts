import type { Locator, Page } from 'playwright/test'
import { expect } from 'playwright/test'

/** No page has this many tab stops: after so many, the target can't be reached. */
const MOST_STOPS = 80

/**
 * Presses Tab or Shift+Tab until the target has the focus. Each stop on the way must be visible: marked, within the
 * window, and not covered (WCAG 2.4.7, 2.4.11).
 */
export async function tabTo(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  const passed: string[] = []
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    await page.keyboard.press(key)
    const name = await expectFocusSeen(page)
    if (await target.evaluate((element) => element === document.activeElement)) return
    passed.push(name)
  }
  throw new Error(`${key} never led there; it passed ${passed.join(', ')}`)
}

/**
 * Expects the focused element to be marked, within the window, and not covered. Polls, because React marks a field a
 * moment after the event.
 * @returns the name of the focused element
 */
export async function expectFocusSeen(page: Page): Promise<string> {
  await expect
    .poll(async () => {
      const { name, covered, isMarked } = await page.evaluate(focusedElement)
      return covered === null && isMarked ? null : `${name}: ${covered ?? 'nothing shows that it has the focus'}`
    }, 'what keeps the focus from being seen')
    .toBeNull()
  return (await page.evaluate(focusedElement)).name
}

/** The name of the focused element, what covers it, and whether it looks focused. Runs in the page. */
function focusedElement(): { name: string; covered: string | null; isMarked: boolean } {
  const focused = document.activeElement ?? document.body
  const name = `${focused.tagName.toLowerCase()} "${(focused.getAttribute('aria-label') ?? focused.textContent ?? '').slice(0, 40)}"`
  if (focused === document.body) return { name, covered: null, isMarked: true }
  const field = focused.closest('[class*="MuiInputBase-root"]')?.querySelector('fieldset')
  // For an invisible input, the visible element beside it counts.
  const drawn = getComputedStyle(focused).opacity === '0' ? focused.nextElementSibling : focused
  const outlined = [drawn, focused.closest('.Mui-focusVisible, .tile')].filter((part) => part !== null)
  const isMarked =
    outlined.some((part) => getComputedStyle(part).outlineStyle !== 'none') ||
    (field != null && getComputedStyle(field).borderTopWidth === '2px')
  const { left, top, width, height } = focused.getBoundingClientRect()
  const [x, y] = [left + width / 2, top + height / 2]
  if (x < 0 || y < 0 || x > innerWidth || y > innerHeight) return { name, covered: 'the edge of the window', isMarked }
  const above = document.elementFromPoint(x, y)
  // A hidden input that MUI draws a check mark or a field over is seen by what is drawn.
  const frame =
    focused.closest('label, .checkbox, [class*="MuiInputBase-root"], [class*="MuiButtonBase-root"]') ?? focused
  const isSeen = above !== null && (frame.contains(above) || above.contains(focused))
  return { name, isMarked, covered: isSeen ? null : (above?.outerHTML.slice(0, 120) ?? 'nothing drawn there') }
}

/** Expects the focus to be on some element: it must never fall back to the document. */
export async function expectFocusKept(page: Page): Promise<void> {
  await expect
    .poll(() => page.evaluate(() => document.activeElement !== document.body && document.activeElement !== null))
    .toBe(true)
}
