import type { BrowserContext, Page } from 'playwright/test'
import { createForm } from './dialogSteps.ts'
import { expect, test } from './fixtures.ts'
import { HOMEPORT, openHomeport, signInToHomeport } from './homeportSteps.ts'
import { expectSignedIn } from './sessionSteps.ts'
import { catalogOf, sayer } from './translations.ts'

const LANGUAGE = 'waldur/i18n/lang'
const THEME = 'waldur/theme/name'
const say = sayer(catalogOf('et'))

/** Writes HomePort's entries, which are strings. */
const write = (homeport: Page, entries: Record<string, string>): Promise<void> =>
  homeport.evaluate((entries) => {
    for (const [key, value] of Object.entries(entries)) localStorage.setItem(key, value)
  }, entries)

async function homeportThat(context: BrowserContext, origin: string, entries: Record<string, string>): Promise<Page> {
  const homeport = await openHomeport(context, origin)
  await write(homeport, entries)
  return homeport
}

const expectScheme = (page: Page, scheme: string): Promise<void> =>
  expect(page.locator('html')).toHaveAttribute('data-color-scheme', scheme)

const expectLanguage = (page: Page, language: string): Promise<void> =>
  expect(page.locator('html')).toHaveAttribute('lang', language)

const chosenHere = (page: Page): Promise<(string | null)[]> =>
  page.evaluate(() => ['mui-mode', 'waldur-tokens.language'].map((key) => localStorage.getItem(key)))

test.describe('where the deployment shares HomePort’s sign-in', () => {
  test.use({ placement: HOMEPORT })

  test('the page uses HomePort’s theme and language and follows their changes', async ({
    context,
    origin,
    page,
    sandbox,
  }) => {
    await sandbox.setUser('owner', { preferredLanguage: 'de' })
    const homeport = await homeportThat(context, origin, { [THEME]: 'dark', [LANGUAGE]: 'et' })
    await signInToHomeport(homeport, await sandbox.signIn('owner'))
    await page.goto('/tokens')
    await expect(page.getByRole('heading', { name: say('Personal access tokens'), level: 1 })).toBeVisible()
    await expectScheme(page, 'dark')
    await write(homeport, { [THEME]: 'light' })
    await expectScheme(page, 'light')
    await write(homeport, { [LANGUAGE]: '"en"' })
    await expectSignedIn(page)
    expect(await chosenHere(page)).toEqual([null, null])
  })

  test('a choice made here takes precedence', async ({ context, origin, page, sandbox }) => {
    const homeport = await homeportThat(context, origin, { [THEME]: 'dark', [LANGUAGE]: 'en' })
    await signInToHomeport(homeport, await sandbox.signIn('owner'))
    await page.goto('/tokens')
    await expectScheme(page, 'dark')
    // Even if it is the current one, taken from HomePort.
    for (const name of ['Dark theme', 'English']) {
      await page.getByRole('button', { name: 'Account menu' }).click()
      await page.getByRole('menuitemradio', { name }).click()
      await page.keyboard.press('Escape')
    }
    await write(homeport, { [THEME]: 'light', [LANGUAGE]: 'et' })
    await page.reload()
    await expectSignedIn(page)
    await expectLanguage(page, 'en')
    await expectScheme(page, 'dark')
    expect(await chosenHere(page)).toEqual(['dark', 'en'])
  })

  test('a change of language waits until the dialog is closed', async ({ context, origin, page, sandbox }) => {
    const homeport = await homeportThat(context, origin, { [LANGUAGE]: 'en' })
    await signInToHomeport(homeport, await sandbox.signIn('owner'))
    await page.goto('/tokens')
    await page.getByRole('button', { name: 'Create token', exact: true }).click()
    const name = createForm(page).getByRole('textbox', { name: 'Name' })
    await name.fill('half typed')
    await write(homeport, { [LANGUAGE]: 'et' })
    // Once the page has handled this event, it has handled the one before it.
    await write(homeport, { [THEME]: 'dark' })
    await expectScheme(page, 'dark')
    await expect(name).toHaveValue('half typed')
    await page.getByRole('button', { name: 'Cancel' }).click()
    await page.getByRole('button', { name: 'Discard' }).click()
    await expect(createForm(page)).toBeHidden()
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
    await expect(page.getByRole('heading', { name: say('Personal access tokens'), level: 1 })).toBeVisible()
  })

  test('from the second visit on, the first paint has HomePort’s colors', async ({ context, origin, page }) => {
    const homeport = await homeportThat(context, origin, { [THEME]: 'light' })
    await page.goto('/tokens')
    await expectScheme(page, 'light')
    await write(homeport, { [THEME]: 'dark' })
    await page.route(/\/assets\/index-[^/]*\.js$/, () => undefined)
    await page.goto('/tokens', { waitUntil: 'commit' })
    await expect(page.locator('body')).toHaveCSS('background-color', 'rgb(13, 16, 21)')
  })

  test('an unknown theme or language is ignored', async ({ context, origin, page }) => {
    await homeportThat(context, origin, { [THEME]: 'constructor', [LANGUAGE]: 'constructor' })
    await page.goto('/tokens')
    await expect(page.getByRole('heading', { name: 'Sign in', level: 1 })).toBeVisible()
    await expectScheme(page, 'light')
    expect(await chosenHere(page)).toEqual([null, null])
  })
})

test('where nothing is shared, HomePort’s theme and language are never used', async ({ context, origin, page }) => {
  await homeportThat(context, origin, { [THEME]: 'dark', [LANGUAGE]: 'et' })
  await page.addInitScript(() => {
    new MutationObserver(() => {
      const { dataset } = document.documentElement
      if (dataset['colorScheme'] === 'dark' && !dataset['wasDark']) dataset['wasDark'] = 'yes'
    }).observe(document, { attributes: true, subtree: true, childList: true })
  })
  await page.goto('/tokens')
  await expect(page.getByRole('heading', { name: 'Sign in', level: 1 })).toBeVisible()
  await expectScheme(page, 'light')
  await expectLanguage(page, 'en')
  await expect(page.locator('html')).not.toHaveAttribute('data-was-dark')
})
