import type { Page } from 'playwright/test'
import { permission } from './createSteps.ts'
import { createForm } from './dialogSteps.ts'
import { expect, test } from './fixtures.ts'
import { pagesWith } from './otherTranslations.ts'
import { alerts } from './pageSteps.ts'
import { revealDialog } from './revealSteps.ts'
import { enterPassword, expectSignedIn, signIn } from './sessionSteps.ts'
import type { Say } from './translations.ts'
import { catalogOf, sayer } from './translations.ts'

/** The page declares its language, which screen readers and hyphenation depend on. */
const expectLanguage = (page: Page, language: string): Promise<void> =>
  expect(page.locator('html')).toHaveAttribute('lang', language)

async function signInIn(page: Page, say: Say): Promise<void> {
  await page.getByRole('textbox', { name: say('Username') }).fill('owner')
  await page.getByLabel(say('Password'), { exact: true }).fill('owner')
  await page.getByRole('button', { name: say('Sign in'), exact: true }).click()
  await expect(page.getByRole('heading', { name: say('Personal access tokens'), level: 1 })).toBeVisible()
}

async function chooseInMenu(page: Page, say: Say, name: string): Promise<void> {
  await page.getByRole('button', { name: say('Account menu') }).click()
  await page.getByRole('menuitemradio', { name }).click()
}

const english: Say = (sentence) => sentence

for (const [language, locale, label] of [
  ['et', 'et-EE', 'Projektide vaatamine'],
  ['de', 'de-AT', 'Projekte auflisten'],
] as const) {
  test.describe(`in a browser whose language is ${locale}`, () => {
    test.use({ locale })
    const say = sayer(catalogOf(language))

    test('a token is created and revoked in that language', async ({ page, sandbox }) => {
      await page.goto('/tokens')
      await expectLanguage(page, language)
      await signInIn(page, say)

      await page.getByRole('button', { name: say('Create token'), exact: true }).click()
      const form = createForm(page, say('Create token'))
      await form.getByRole('textbox', { name: say('Name') }).fill('öine töö')
      await form.getByRole('searchbox', { name: say('Search permissions') }).fill('PROJECT.LIST')
      // The label is translated; Waldur's own value follows it.
      await expect(permission(form, 'PROJECT.LIST')).toHaveAccessibleName(`${label} PROJECT.LIST`)
      await permission(form, 'PROJECT.LIST').check()
      await form.getByRole('button', { name: say('Create token') }).click()

      const reveal = revealDialog(page, say('Copy the secret'))
      await reveal.getByRole('checkbox', { name: say('I’ve stored the secret') }).check()
      await reveal.getByRole('button', { name: say('Done') }).click()
      await expect(reveal).toBeHidden()

      await page.getByRole('link', { name: 'öine töö', exact: true }).click()
      await page.getByRole('button', { name: say('Actions for {{name}}', { name: 'öine töö' }), exact: true }).click()
      await page.getByRole('menuitem', { name: new RegExp(`^${say('Revoke')}`) }).click()
      const question = page.getByRole('dialog', { name: say('Revoke [[name]]', { name: 'öine töö' }) })
      await question.getByRole('button', { name: say('Revoke token') }).click()
      await expect(page.getByRole('main')).toContainText(say('Revoked'))
      const made = (await sandbox.tokensOf('owner')).find(({ name }) => name === 'öine töö')
      expect(made?.isActive).toBe(false)
    })
  })
}

test('a chosen language survives a reload, takes precedence over Waldur’s, and can be changed again', async ({
  page,
  sandbox,
}) => {
  const say = sayer(catalogOf('de'))
  await sandbox.setUser('owner', { preferredLanguage: 'et' })
  await page.goto('/tokens')
  await expectLanguage(page, 'en')
  await page.getByRole('button', { name: 'Deutsch' }).click()
  await expect(page.getByRole('heading', { name: say('Sign in'), level: 1 })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Deutsch' })).toHaveAttribute('aria-pressed', 'true')

  await page.reload()
  await signInIn(page, say)
  await expectLanguage(page, 'de')

  await chooseInMenu(page, say, 'English')
  await expectSignedIn(page)
  await expectLanguage(page, 'en')
  await expect(page.getByRole('button', { name: 'Account menu' })).toBeFocused()
  await expect(page.getByRole('heading', { name: 'Personal access tokens', level: 1 })).toBeVisible()
  expect(await page.evaluate(() => ({ ...localStorage }))).toEqual({ 'waldur-tokens.language': 'en' })
})

test('without a choice the page uses the language in the user’s profile, if it has it', async ({ page, sandbox }) => {
  await sandbox.setUser('norole', { preferredLanguage: 'nb' })
  await signIn(page, 'norole')
  await expectLanguage(page, 'en')
  await sandbox.setUser('owner', { preferredLanguage: 'et' })
  await page.goto('/tokens')
  await enterPassword(page, 'owner')
  const say = sayer(catalogOf('et'))
  await expect(page.getByRole('heading', { name: say('Personal access tokens'), level: 1 })).toBeVisible()
  await expectLanguage(page, 'et')
  expect(await page.evaluate(() => localStorage.length)).toBe(0)
})

test('names are sorted by the alphabet of the language', async ({ page, sandbox }) => {
  for (const name of ['võti', 'zürich', 'wiki', 'õpe']) await sandbox.createToken('norole', { name })
  await page.goto('/tokens?sort=name')
  await enterPassword(page, 'norole')
  const names = page.getByRole('table').getByRole('rowheader')
  await expect(names).toHaveText([/^õpe/, /^võti/, /^wiki/, /^zürich/])
  await chooseInMenu(page, english, 'Eesti')
  // In Estonian, z follows s and õ follows w.
  await expect(names).toHaveText([/^zürich/, /^võti/, /^wiki/, /^õpe/])
})

test.describe('if a language cannot be loaded', () => {
  test.use({ locale: 'et', sandboxOptions: { pages: pagesWith('et', null) } })

  test('the page is in English and says why', async ({ page, provoke }) => {
    provoke(404, 'other content')
    await page.goto('/tokens')
    await expect(page.getByRole('heading', { name: 'Sign in', level: 1 })).toBeVisible()
    await expect(alerts(page)).toContainText('The “Eesti” translation couldn’t be loaded.')
    await expectLanguage(page, 'en')
    await page.getByRole('button', { name: 'Deutsch' }).click()
    await expectLanguage(page, 'de')
    await expect(page.getByText('Eesti“')).toBeHidden()
  })
})

test.describe('with a language that the operator added', () => {
  const arabic = {
    'Sign in': 'تسجيل الدخول',
    Username: 'اسم المستخدم',
    Password: 'كلمة المرور',
    'Personal access tokens': 'رموز الوصول الشخصية',
    'Account menu': 'قائمة الحساب',
    '{{month}}: {{shown}} tokens expire_two': '{{month}}: رمزان',
    '{{month}}: {{shown}} tokens expire_other': '{{month}}: {{shown}} رمز',
  }
  const say = sayer(arabic)
  const config = { languages: { ar: 'العربية', fr: 'Français' } }
  test.use({ placement: { config, languages: { ar: arabic, fr: '{"Sign in": "Se connecter", }' } } })

  test('it can be chosen and is kept, runs right to left, and leaves what it lacks in English', async ({ page }) => {
    await page.goto('/tokens')
    await expect(page.locator('html')).toHaveAttribute('dir', 'ltr')
    await page.getByRole('button', { name: 'العربية' }).click()
    await expect(page.getByRole('heading', { name: say('Sign in'), level: 1 })).toBeVisible()
    await page.reload()
    await expectLanguage(page, 'ar')
    await expect(page.locator('html')).toHaveAttribute('dir', 'rtl')
    await signInIn(page, say)
    await expect(page.getByRole('button', { name: 'رمزان' })).toBeVisible()
    const [home, menu] = [
      page.getByRole('link', { name: 'Waldur Tokens' }),
      page.getByRole('button', { name: say('Account menu') }),
    ]
    expect((await home.boundingBox())?.x).toBeGreaterThan((await menu.boundingBox())?.x ?? Number.NaN)
    await expect(page.getByRole('button', { name: 'Create token', exact: true })).toBeVisible()
    await chooseInMenu(page, say, 'English')
    await expect(page.getByRole('heading', { name: 'Personal access tokens', level: 1 })).toBeVisible()
    await expect(page.locator('html')).toHaveAttribute('dir', 'ltr')
  })

  test('it is used for those who prefer it in Waldur', async ({ page, sandbox }) => {
    await sandbox.setUser('owner', { preferredLanguage: 'ar' })
    await page.goto('/tokens')
    await enterPassword(page, 'owner')
    await expect(page.getByRole('heading', { name: say('Personal access tokens'), level: 1 })).toBeVisible()
    await expectLanguage(page, 'ar')
  })

  test.describe('whose file is broken', () => {
    test.use({ locale: 'fr-CA' })

    test('the page is in English and names the file', async ({ page }) => {
      await page.goto('/tokens')
      await expect(page.getByRole('heading', { name: 'Sign in', level: 1 })).toBeVisible()
      await expectLanguage(page, 'en')
      await expect(alerts(page)).toContainText('The “Français” translation couldn’t be loaded.')
      await expect(alerts(page)).toContainText('tell your Waldur administrator: /languages/fr.json: ')
    })
  })
})

test.describe('with words of a built-in language that the operator changed', () => {
  const words = { 'Sign in': 'Einloggen' }
  test.use({ locale: 'de', placement: { config: { languages: { de: 'Deutsch' } }, languages: { de: words } } })

  test('the page uses them, and its own for the rest', async ({ page }) => {
    await page.goto('/tokens')
    await expect(page.getByRole('heading', { name: words['Sign in'], level: 1 })).toBeVisible()
    await expect(page.getByRole('textbox', { name: sayer(catalogOf('de'))('Username') })).toBeVisible()
  })
})
