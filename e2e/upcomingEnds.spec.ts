import type { Page } from 'playwright/test'
import { expect, test } from './fixtures.ts'
import { expectTokens, tokenRow } from './listSteps.ts'
import { comeBackOnline } from './pageSteps.ts'
import { signIn } from './sessionSteps.ts'

const strip = (page: Page) => page.getByRole('toolbar', { name: 'Filter by month of expiration' })
const months = (page: Page) => strip(page).getByRole('button')

/** "February 2027", the month in which the owner's token expires. */
async function monthOf(page: Page, name: string): Promise<string> {
  const date = await tokenRow(page, name).getByRole('time').first().getAttribute('datetime')
  return new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'Europe/Tallinn' }).format(
    new Date(date ?? ''),
  )
}

test('a month shows only the tokens that expire in it, and a chip shows all again', async ({ page }) => {
  await signIn(page, 'owner')
  await expect(months(page)).toHaveCount(12)
  const month = months(page).filter({ hasText: `${await monthOf(page, 'terraform')}: 1 token expires` })
  await month.click()
  await expectTokens(page, 1)
  await expect(tokenRow(page, 'terraform')).toBeVisible()
  await expect(month).toHaveAttribute('aria-pressed', 'true')
  await expect(page).toHaveURL(/\/tokens\?ends=20\d\d-\d\d$/)
  const chips = page.getByRole('group', { name: 'Filter tokens' })
  await expect(chips.getByRole('button', { pressed: true })).toHaveText(/^Expires in \w+ 20\d\d/)
  await page.goBack()
  await expectTokens(page, 11)
  await month.click()
  await chips.getByRole('button', { name: 'Expires in' }).click()
  await expectTokens(page, 11)
  await expect(page).toHaveURL('/tokens')
  await expect(chips.getByRole('button', { name: 'All' })).toBeFocused()
})

test('a month or a state is chosen, not both', async ({ page }) => {
  await signIn(page, 'owner')
  const chips = page.getByRole('group', { name: 'Filter tokens' })
  await months(page).last().click()
  await expect(page.getByRole('heading', { name: 'No matching tokens' })).toBeVisible()
  await chips.getByRole('button', { name: /^Active/ }).click()
  await expect(months(page).last()).toHaveAttribute('aria-pressed', 'false')
  await expectTokens(page, 7)
  await months(page).first().click()
  await expect(chips.getByRole('button', { name: /^Active/ })).toHaveAttribute('aria-pressed', 'false')
})

test('the arrow keys go through the months, which are one stop of the Tab key', async ({ page }) => {
  await signIn(page, 'owner')
  await months(page).first().focus()
  await page.keyboard.press('ArrowRight')
  await expect(months(page).nth(1)).toBeFocused()
  await page.keyboard.press('End')
  await expect(months(page).last()).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await expect(months(page).last()).toBeFocused()
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Enter')
  await expect(months(page).nth(10)).toHaveAttribute('aria-pressed', 'true')
  await page.keyboard.press('Tab')
  await expect(strip(page).locator(':focus')).toHaveCount(0)
  await page.keyboard.press('Shift+Tab')
  await expect(months(page).nth(10)).toBeFocused()
})

test('the strip is as high with six tokens of one day as with one', async ({ page, sandbox }) => {
  const expires_at = new Date(sandbox.now() + 40 * 86_400_000).toISOString()
  await sandbox.createToken('norole', { name: 'first', expires_at })
  await signIn(page, 'norole')
  await expect(strip(page)).toContainText(': 1 token expires')
  const before = await strip(page).boundingBox()
  for (const name of ['b', 'c', 'd', 'e', 'f']) await sandbox.createToken('norole', { name, expires_at })
  await comeBackOnline(page)
  await expect(strip(page)).toContainText(': 6 tokens expire')
  expect(await strip(page).boundingBox()).toEqual(before)
})
