import type { Page } from 'playwright/test'
import { expect, test } from './fixtures.ts'

const OLD = 'This browser is too old for Waldur Tokens. Use Chrome or Edge 137, Firefox 139, Safari 18.5 or newer.'

const forget = (page: Page) =>
  page.addInitScript(() => {
    Reflect.deleteProperty(Set.prototype, 'union')
  })

test('a browser that lacks what the page needs is told which ones have it', async ({ page, sandbox }) => {
  await forget(page)
  await page.goto('/tokens')
  await expect(page.getByText(OLD)).toBeVisible()
  await expect(page.getByRole('main')).toHaveText(OLD, { useInnerText: true })
  expect(sandbox.requests).toEqual([])
})

test.describe('in a German browser', () => {
  test.use({ locale: 'de-DE' })

  test('it is told in German', async ({ page }) => {
    await forget(page)
    await page.goto('/tokens')
    await expect(page.getByText('Dieser Browser ist zu alt für Waldur Tokens.')).toBeVisible()
    await expect(page.getByText(OLD)).toBeHidden()
  })
})
