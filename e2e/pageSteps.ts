import type { Locator, Page } from 'playwright/test'
import { expect } from 'playwright/test'
import type { Sandbox } from '../sandbox/sandbox.ts'
import { BUG } from './guard.ts'
import { urlsUnderway } from './underway.ts'

/** How a button is pressed: by mouse, or by touch if a test says so. */
export type Press = (target: Locator) => Promise<void>
export const click: Press = (target) => target.click()

/** Those that say something: a form has an empty one, for what goes wrong. */
export const alerts = (scope: Page | Locator): Locator => scope.getByRole('alert').filter({ hasText: /\S/ })

/** As some password managers do: without an event. */
export const fillSilently = (field: Locator, text: string): Promise<void> =>
  field.evaluate((input, value) => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, value)
  }, text)

/** Two clicks before the page could render the effect of the first, as on a slow machine. */
export const clickTwiceAtOnce = (button: Locator): Promise<void> =>
  button.evaluate((element: HTMLElement) => {
    element.click()
    element.click()
  })

/**
 * Tells the page that it was offline and is back, so that it refetches what it shows. The network itself is not
 * touched. While an older request is on its way, the page would wait for that one instead of sending another.
 */
export async function comeBackOnline(page: Page): Promise<void> {
  await waitForResponses(page)
  await page.evaluate(() => {
    dispatchEvent(new Event('offline'))
    dispatchEvent(new Event('online'))
  })
}

/** Cuts the network once nothing is on its way: the browser would log what is cut, and a lost read would be shown. */
export async function goOffline(page: Page): Promise<void> {
  await waitForResponses(page)
  await page.context().setOffline(true)
}

/**
 * Lets time pass both in the page, whose clock must be installed, and in Waldur. The page would give up on a request
 * that is still on its way.
 */
export async function passMinutes(page: Page, sandbox: Sandbox, minutes: number): Promise<void> {
  await waitForResponses(page)
  sandbox.advance(minutes * 60_000)
  await page.clock.fastForward(minutes * 60_000)
}

/** Accepts the browser's warnings on reload and close. @returns the kinds of these warnings, in order */
export function acceptPrompts(page: Page): string[] {
  const prompts: string[] = []
  page.on('dialog', (prompt) => {
    prompts.push(prompt.type())
    void prompt.accept()
  })
  return prompts
}

/**
 * Moves the page's installed clock on by two seconds at a time until the check passes. Unlike `runFor`, `fastForward`
 * skips the frames in between, whose rendering takes much longer than anything else here. The clock stands still while
 * a response is on its way: on a slow machine, the page would otherwise give up on it.
 */
export async function runClock(page: Page, check: () => Promise<void>): Promise<void> {
  await expect(async () => {
    expect(urlsUnderway(page)).toEqual([])
    await page.clock.fastForward(2000)
    await check()
  }).toPass({ intervals: [50] })
}

/** The same until the element contains this text. */
export const runClockUntil = (page: Page, where: Locator, text: string | RegExp): Promise<void> =>
  runClock(page, () => expect(where).toContainText(text, { timeout: 200 }))

/** Waits until Waldur has responded to everything that the page has requested so far. */
export const waitForResponses = (page: Page): Promise<void> => expect.poll(() => urlsUnderway(page)).toEqual([])

/** The page is not wider than the window. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const [wanted, shown] = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    return [scrollWidth, clientWidth] as const
  })
  expect(wanted).toBeLessThanOrEqual(shown)
}

/** The page is rendered in this color scheme. */
export async function expectScheme(page: Page, scheme: 'light' | 'dark'): Promise<void> {
  const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  await expect.poll(background).toBe(scheme === 'light' ? 'rgb(246, 247, 249)' : 'rgb(13, 16, 21)')
}

/** Waits for the script of dialogs and menus, which loads while the browser is idle: offline, none opens without it. */
export const waitForDialogs = (page: Page): Promise<void> =>
  expect
    .poll(() =>
      page.evaluate(() =>
        performance
          .getEntriesByType('resource')
          .some((entry) => entry.name.includes('/assets/dialogs-') && entry.duration > 0),
      ),
    )
    .toBe(true)

/** From now on the page fails wherever it formats a date, also with formatters that it has already. */
export const breakDates = (page: Page): Promise<void> =>
  page.evaluate((message) => {
    Object.defineProperty(Intl.DateTimeFormat.prototype, 'format', {
      get: () => {
        throw new Error(message)
      },
    })
  }, BUG)
