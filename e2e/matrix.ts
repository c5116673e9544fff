import type { Page } from 'playwright/test'
import { expectAxeFindsNothing } from './axe.ts'
import { test as base, expect } from './fixtures.ts'

interface MatrixFixtures {
  /** What every cell of the fault matrix asserts at the end, beside what the guard of every test does. */
  aftermath: undefined
}

/**
 * For the rows of the fault matrix: whatever happened, at the end the page is not blank, every secret is contained, and
 * axe finds nothing. A test is named after its row: `row('row 29: …', …)`.
 */
export const row = base.extend<MatrixFixtures>({
  aftermath: [
    async ({ page }, provide, { status, expectedStatus }) => {
      await provide(undefined)
      if (status !== expectedStatus || page.isClosed()) return
      await expectNotBlank(page)
      await expectNoSecretOnTheLoose(page)
      // Where the pointer happens to rest on a date, its tip may lie outside the landmarks.
      await expectAxeFindsNothing(page, ['region'])
    },
    { auto: true },
  ],
})

/** The main part of the page, or the dialog or menu over it, says something. */
async function expectNotBlank(page: Page): Promise<void> {
  // What lies over the page hides it from the accessibility tree.
  const spoken = page
    .getByRole('main')
    .or(page.getByRole('dialog'))
    .or(page.getByRole('menu'))
    .filter({ hasText: /\w{3}/ })
  await expect(spoken.first()).toBeVisible()
}

/** No plaintext token stands anywhere but in the reveal, where one may look at it. */
async function expectNoSecretOnTheLoose(page: Page): Promise<void> {
  const texts = await page.evaluate(() => {
    const copy = document.documentElement.cloneNode(true) as HTMLElement
    // The secret on screen, and what somebody has just typed.
    for (const allowed of copy.querySelectorAll('[role=dialog] code, input')) allowed.remove()
    return [
      copy.outerHTML,
      location.href,
      JSON.stringify(history.state),
      ...[() => localStorage, () => sessionStorage].map((storage) => {
        try {
          return JSON.stringify({ ...storage() })
        } catch {
          return '' // forbidden
        }
      }),
    ].join('\n')
  })
  expect(texts.match(/w_\d{10}_[\w-]{43}/g)).toBeNull()
}
