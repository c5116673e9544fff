import type { Locator, Page } from 'playwright/test'
import { expect } from 'playwright/test'

/** So many stops are on no page; more of them mean that the way never leads there. */
const MOST_STOPS = 80

/**
 * Presses Tab, or Shift+Tab, until this has the focus. Each stop on the way has to be seen: marked, within the window,
 * and with nothing over it (WCAG 2.4.7, 2.4.11).
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
 * Whoever looks sees where the focus is: what has it is marked, within the window, and uncovered. A field is marked by
 * what React draws upon the event, which may come a moment after it.
 * @returns the name of what has the focus
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

/** The name of what has the focus, what lies over it, and whether one sees that it has it. Runs in the page. */
function focusedElement(): { name: string; covered: string | null; isMarked: boolean } {
  const focused = document.activeElement ?? document.body
  const name = `${focused.tagName.toLowerCase()} "${(focused.getAttribute('aria-label') ?? focused.textContent ?? '').slice(0, 40)}"`
  if (focused === document.body) return { name, covered: null, isMarked: true }
  const field = focused.closest('[class*="MuiInputBase-root"]')?.querySelector('fieldset')
  // What is not to be seen itself has what is drawn for it beside it.
  const drawn = getComputedStyle(focused).opacity === '0' ? focused.nextElementSibling : focused
  const outlined = [drawn, focused.closest('.Mui-focusVisible')].filter((part) => part !== null)
  const isMarked =
    outlined.some((part) => getComputedStyle(part).outlineStyle !== 'none') ||
    (field != null && getComputedStyle(field).borderTopWidth === '2px')
  const { left, top, width, height } = focused.getBoundingClientRect()
  const [x, y] = [left + width / 2, top + height / 2]
  if (x < 0 || y < 0 || x > innerWidth || y > innerHeight) return { name, covered: 'the edge of the window', isMarked }
  const above = document.elementFromPoint(x, y)
  // A hidden box that MUI draws a tick or a field over is seen by what is drawn.
  const frame = focused.closest('label, .tick, [class*="MuiInputBase-root"], [class*="MuiButtonBase-root"]') ?? focused
  const isSeen = above !== null && (frame.contains(above) || above.contains(focused))
  return { name, isMarked, covered: isSeen ? null : (above?.outerHTML.slice(0, 120) ?? 'nothing drawn there') }
}

/** The focus is somewhere that says something: on no page it may fall back to the document. */
export async function expectFocusKept(page: Page): Promise<void> {
  await expect
    .poll(() => page.evaluate(() => document.activeElement !== document.body && document.activeElement !== null))
    .toBe(true)
}
