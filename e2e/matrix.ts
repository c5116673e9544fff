import type { Page } from 'playwright/test'
import { expectAxeFindsNothing } from './axe.ts'
import { test as base, expect } from './fixtures.ts'

interface MatrixFixtures {
  /** What every cell of the fault matrix asserts at the end, beside what the guard of every test does. */
  aftermath: undefined
  /** Rules of axe that cannot apply to where a row ends; the reason stands with the row. */
  exceptFromAxe: string[]
}

/**
 * For the rows of the fault matrix: whatever happened, at the end the page is not blank, every secret is contained, and
 * axe finds nothing. A test is named after its row: `row('row 29: …', …)`.
 */
export const row = base.extend<MatrixFixtures>({
  exceptFromAxe: [[], { option: true }],
  aftermath: [
    async ({ page, exceptFromAxe }, provide, { status, expectedStatus }) => {
      await provide(undefined)
      if (status !== expectedStatus || page.isClosed()) return
      await expectNotBlank(page)
      await expectNoSecretOnTheLoose(page)
      await expectAxeFindsNothing(page, exceptFromAxe)
    },
    { auto: true },
  ],
})

/** The main part of the page, or the dialog over it, says something. */
async function expectNotBlank(page: Page): Promise<void> {
  // A dialog hides the rest from the accessibility tree.
  const spoken = page.getByRole('main').or(page.getByRole('dialog')).filter({ hasText: /\w{3}/ })
  await expect(spoken.first()).toBeVisible()
}

/** No plaintext token stands anywhere but in the reveal, where one may look at it. */
async function expectNoSecretOnTheLoose(page: Page): Promise<void> {
  const texts = await page.evaluate(() => {
    const copy = document.documentElement.cloneNode(true) as HTMLElement
    for (const code of copy.querySelectorAll('[role=dialog] code')) code.remove()
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
