import { createForm } from './dialogSteps.ts'
import { expect, test } from './fixtures.ts'
import { searchTokens } from './listSteps.ts'
import config from './playwright.config.ts'
import { signIn } from './sessionSteps.ts'

// Playwright hides the scrollbars that most people see.
test.use({
  launchOptions: { ...config.use?.launchOptions, ignoreDefaultArgs: ['--hide-scrollbars'] },
  viewport: { width: 1000, height: 700 },
})

test('nothing moves sideways when a scrollbar comes or goes, nor behind a dialog', async ({ page }) => {
  await signIn(page, 'owner')
  const scrolls = () => page.evaluate(() => document.documentElement.scrollHeight > innerHeight)
  const account = page.getByRole('button', { name: 'Account menu', includeHidden: true })
  await expect.poll(scrolls).toBe(true)
  const before = await account.boundingBox()
  await searchTokens(page, 'terraform')
  await expect.poll(scrolls).toBe(false)
  expect(await account.boundingBox()).toEqual(before)
  await page.getByRole('button', { name: 'Create token', exact: true }).click()
  const form = createForm(page)
  await expect(form.getByRole('radio', { name: '30 days' })).toBeVisible()
  expect(await account.boundingBox()).toEqual(before)
  // The form scrolls, and nothing around it.
  expect(await form.evaluate(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight)).toBe(0)
})
