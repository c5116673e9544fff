import type { Page } from 'playwright/test'
import { expectAxeFindsNothing } from './axe.ts'
import { test as base, expect } from './fixtures.ts'
import { isFull } from './full.ts'

interface MatrixFixtures {
  /** What every row of the fault matrix asserts at the end, in addition to the guard of every test. */
  aftermath: undefined
}

/**
 * For the rows of docs/faults.md: whatever happened, at the end the page is not blank, every secret is contained and,
 * in the step `slow`, axe finds nothing. A test is named after its row: `row('row 29: …', …)`.
 */
export const row = base.extend<MatrixFixtures>({
  aftermath: [
    async ({ page }, provide, { status, expectedStatus }) => {
      await provide(undefined)
      if (status !== expectedStatus || page.isClosed()) return
      await expectNotBlank(page)
      await expectNoSecretOnTheLoose(page)
      if (!isFull) return
      // Further down, the list's sticky bar covers a part of some row.
      await page.evaluate(() => scrollTo(0, 0))
      // If the pointer happens to be over a date, its tooltip may be outside the landmarks.
      await expectAxeFindsNothing(page, ['region'])
    },
    { auto: true },
  ],
})

/** The main part of the page, or the dialog or menu over it, has some text. */
async function expectNotBlank(page: Page): Promise<void> {
  // A dialog or menu hides the page from the accessibility tree.
  const spoken = page
    .getByRole('main')
    .or(page.getByRole('dialog'))
    .or(page.getByRole('menu'))
    .filter({ hasText: /\w{3}/ })
  await expect(spoken.first()).toBeVisible()
}

/** No plaintext token is anywhere but in the reveal, where the user may see it. */
async function expectNoSecretOnTheLoose(page: Page): Promise<void> {
  const texts = await page.evaluate(() => {
    const copy = document.documentElement.cloneNode(true) as HTMLElement
    // The secret on screen, and the user's input.
    for (const allowed of copy.querySelectorAll('.MuiDialog-root code, input')) allowed.remove()
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
