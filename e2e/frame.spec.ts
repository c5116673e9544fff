import { expect, test } from './fixtures.ts'
import { tokenRow, tokenTable } from './listSteps.ts'
import { expectScheme } from './pageSteps.ts'
import { enterPassword, signIn, staySignedIn } from './sessionSteps.ts'

test('the skip link leads past the app bar', async ({ page }) => {
  await signIn(page, 'owner')
  await expect(tokenTable(page)).toBeVisible()
  const skip = page.getByRole('link', { name: 'Skip to content' })
  await expect(skip).not.toBeInViewport()
  await skip.focus()
  await expect(skip).toBeInViewport()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main')).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('main').locator(':focus')).toHaveCount(1)
  await expect(page).toHaveURL(/\/tokens(#main)?$/)
})

test('the app bar doesn’t move when the profile has loaded', async ({ page, sandbox }) => {
  await staySignedIn(page, await sandbox.signIn('owner'))
  const release = sandbox.holdNext('GET', '/api/users/me/')
  await page.goto('/tokens')
  await expect(page.getByRole('progressbar', { name: 'Loading your profile' })).toBeVisible()
  const brand = () => page.getByRole('banner').getByText('Waldur Tokens').boundingBox()
  await page.evaluate(() => document.fonts.ready)
  const before = await brand()
  expect(before).not.toBeNull()
  release()
  await expect(page.getByRole('button', { name: 'Account menu' })).toBeVisible()
  expect(await brand()).toEqual(before)
})

test('each page has a title and a single first-level heading', async ({ page }) => {
  await page.goto('/tokens')
  for (const [title, act] of [
    ['Sign in', () => enterPassword(page, 'owner')],
    ['Personal access tokens', () => tokenRow(page, 'terraform').getByRole('link').click()],
    ['terraform', () => page.getByRole('link', { name: 'Waldur Tokens' }).click()],
    ['Personal access tokens', () => Promise.resolve()],
  ] as const) {
    await expect(page).toHaveTitle(`${title} · Waldur Tokens`)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText([title])
    await act()
  }
})

test('an unknown URL says so and links to the list; a trailing slash and an unknown query change nothing', async ({
  page,
}) => {
  await signIn(page, 'owner', '/nowhere/at/all')
  await expect(page).toHaveTitle('Page not found · Waldur Tokens')
  await expect(page.getByRole('heading', { name: 'Page not found', level: 1 })).toBeVisible()
  await page.getByRole('link', { name: 'Go to your tokens' }).click()
  await expect(page).toHaveURL('/tokens')
  await expect(page.getByRole('heading', { name: 'Personal access tokens', level: 1 })).toBeFocused()
  await signIn(page, 'owner', '/tokens/?utm=x')
  await expect(tokenTable(page)).toBeVisible()
})

test('the account menu shows the user and switches the theme, which a reload keeps', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' })
  await signIn(page, 'staff')
  const button = page.getByRole('button', { name: 'Account menu' })
  await expect(button).toHaveAttribute('aria-expanded', 'false')
  await button.click()
  await expect(page.getByText('Maarika Sõber')).toBeVisible()
  await expect(page.getByText('staff · Staff')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('menu')).toBeHidden()
  await expect(button).toBeFocused()

  await button.click()
  await expect(page.getByRole('menuitemradio', { name: 'System theme' })).toBeChecked()
  for (const [scheme, item, system] of [
    ['dark', 'Dark theme', 'light'],
    ['light', 'Light theme', 'dark'],
  ] as const) {
    await page.getByRole('menuitemradio', { name: item }).click()
    await expect(page.getByRole('menuitemradio', { name: item })).toBeChecked()
    await page.emulateMedia({ colorScheme: system })
    await expectScheme(page, scheme)
  }
  await page.reload()
  await expectScheme(page, 'light')
})

test('without a choice the system decides, even while the page is open', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.goto('/tokens')
  await expectScheme(page, 'dark')
  await page.emulateMedia({ colorScheme: 'light' })
  await expectScheme(page, 'light')
})
