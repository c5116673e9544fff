import type { Locator, Page } from 'playwright/test'
import { expect } from 'playwright/test'
import type { Sandbox } from '../sandbox/sandbox.ts'

/** How a button is pressed: with the mouse, unless a finger is said. */
export type Press = (target: Locator) => Promise<void>
export const click: Press = (target) => target.click()

/** Two clicks that arrive before the page could draw what the first one changed, as on a busy machine. */
export const clickTwiceAtOnce = (button: Locator): Promise<void> =>
  button.evaluate((element: HTMLElement) => {
    element.click()
    element.click()
  })

/** Tells the page that it was offline and is back, whereupon it asks again for what it shows. The network stays. */
export const comeBackOnline = (page: Page): Promise<void> =>
  page.evaluate(() => {
    dispatchEvent(new Event('offline'))
    dispatchEvent(new Event('online'))
  })

/** Lets time pass for the page, whose clock was installed before, and at Waldur. */
export async function passMinutes(page: Page, sandbox: Sandbox, minutes: number): Promise<void> {
  sandbox.advance(minutes * 60_000)
  await page.clock.fastForward(minutes * 60_000)
}

/** Reloads or closes although the browser warns. @returns the kinds of the warnings, as they come */
export function acceptPrompts(page: Page): string[] {
  const prompts: string[] = []
  page.on('dialog', (prompt) => {
    prompts.push(prompt.type())
    void prompt.accept()
  })
  return prompts
}

/** Lets the clock of the page run on, by half a second, until it says this. The clock was installed before. */
export async function runClockUntil(page: Page, where: Locator, text: string | RegExp): Promise<void> {
  await expect(async () => {
    // In larger steps a slow answer would meet the page's own time limit.
    await page.clock.runFor(500)
    await expect(where).toContainText(text, { timeout: 200 })
  }).toPass({ intervals: [50] })
}

/** The page does not reach further than the window is wide. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const [wanted, shown] = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    return [scrollWidth, clientWidth] as const
  })
  expect(wanted).toBeLessThanOrEqual(shown)
}

/** The page is drawn in this colour scheme. */
export async function expectScheme(page: Page, scheme: 'light' | 'dark'): Promise<void> {
  const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  await expect.poll(background).toBe(scheme === 'light' ? 'rgb(246, 247, 249)' : 'rgb(14, 17, 23)')
}
