import type { Page } from 'playwright/test'
import { expect, test } from './fixtures.ts'
import { tokenRow } from './listSteps.ts'
import { alerts } from './pageSteps.ts'
import { sent } from './sandboxSteps.ts'
import { coverOf, enterPassword, expectSignedIn, expectSignedOut, signInByForm } from './sessionSteps.ts'

const exchange = '/api-auth/token-exchange/'
const button = (page: Page) => page.getByRole('button', { name: 'Sign in with Sandbox ID' })

/** Goes to the identity provider and chooses there. */
async function chooseAtProvider(page: Page, link: string): Promise<void> {
  await button(page).click()
  await page.getByRole('link', { name: link, exact: true }).click()
}

test.describe('with an identity provider', () => {
  test.use({ sandboxOptions: { settings: { SSO: true } } })
  test.beforeEach(({ origin, sandbox }) => {
    sandbox.settings.SSO_REDIRECTS = [origin]
  })

  test('signing in there leads back to the page that was opened, however wrong the clock is', async ({
    page,
    sandbox,
  }) => {
    await page.clock.setFixedTime(sandbox.now() + 3 * 3_600_000)
    const [token] = await sandbox.tokensOf('manager')
    const address = `/tokens/${token?.uuid}`
    await page.goto(address)
    await chooseAtProvider(page, 'Sign in as manager')
    await expect(page.getByRole('heading', { name: 'sequencer-upload', level: 1 })).toBeVisible()
    await expect(page).toHaveURL(address)
    expect(await page.evaluate(() => [localStorage.length, sessionStorage.length])).toEqual([0, 0])
    // The code has been used; Back doesn't return to its URL.
    expect(sent(sandbox, 'POST', exchange)).toBe(1)
    await page.reload()
    await expectSignedOut(page)
  })

  test('a tab that stays signed in does so over a reload', async ({ page }) => {
    await page.goto('/tokens')
    await page.getByRole('checkbox', { name: 'Keep me signed in (this tab only)' }).check()
    await chooseAtProvider(page, 'Sign in as owner')
    await expectSignedIn(page)
    await page.reload()
    await expectSignedIn(page)
  })

  test('the provider’s rejections are quoted, cut to one line, and marked as its words', async ({ page }) => {
    await page.goto('/tokens')
    await chooseAtProvider(page, 'Refuse')
    await expectSignedOut(page)
    const alert = alerts(page)
    const quoted = 'You weren’t signed in. The identity provider says:'
    await expect(alert).toHaveText(`${quoted} “The provider refused: access_denied.”`)
    await chooseAtProvider(page, 'Sign in as disabled')
    await expect(alert).toHaveText(`${quoted} “User account is disabled.”`)

    await button(page).click()
    const message = `Your password\u202e has expired. ${'Enter it below. '.repeat(500)}`
    await page.goto(`/login_failed/?${new URLSearchParams({ message })}`)
    await expect(alert).toContainText('The identity provider says: “Your password⟨U+202E⟩ has expired. Enter it below.')
    await expect(alert).toHaveText(/^.{200,300}…”$/)
    await enterPassword(page, 'owner')
    await expectSignedIn(page)
    await expect(page).toHaveURL('/tokens')
  })

  test('a code that arrives too late is reported, and the next one works', async ({ page, provoke, sandbox }) => {
    provoke(400)
    await page.goto('/tokens')
    const release = sandbox.holdNext('POST', exchange)
    await chooseAtProvider(page, 'Sign in as owner')
    await expect.poll(() => sent(sandbox, 'POST', exchange)).toBe(1)
    sandbox.advance(11_000)
    release()
    await expect(alerts(page)).toHaveText('You weren’t signed in. Invalid or expired exchange code.')
    await chooseAtProvider(page, 'Sign in as owner')
    await expectSignedIn(page)
  })

  test('a return from a provider counts only if this tab began the sign-in, and with this provider', async ({
    page,
    sandbox,
  }) => {
    // Someone could send such a link, to make others work in their account.
    await page.goto(`/oauth_login_completed/keycloak/?code=${'a'.repeat(32)}`)
    await expectSignedOut(page)
    await expect(alerts(page)).toContainText('This sign-in didn’t start in this tab')
    expect(page.url()).not.toContain('code=')
    await page.goto('/login_failed/?message=Call%20us%20at%20555')
    await expectSignedOut(page)
    await expect(page.getByText('555')).toHaveCount(0)

    await button(page).click()
    await page.goto(`/oauth_login_completed/tara/?code=${'a'.repeat(32)}`)
    await expect(alerts(page)).toContainText('didn’t start in this tab')
    expect(sent(sandbox, 'POST', exchange)).toBe(0)
  })

  for (const path of ['/api/identity-providers/', '/api/configuration/']) {
    test(`if ${path} fails, the password and another try remain`, async ({ page, provoke, sandbox }) => {
      provoke(500)
      sandbox.failNext('GET', path, { status: 500 })
      await page.goto('/tokens')
      await expect(alerts(page)).toContainText('Other ways to sign in couldn’t be loaded.')
      await page.getByRole('button', { name: 'Try again' }).click()
      await expect(button(page)).toBeVisible()
      await enterPassword(page, 'owner')
      await expectSignedIn(page)
    })
  }

  test('when the session ends, signing in in another tab continues this one', async ({
    context,
    page,
    provoke,
    sandbox,
  }) => {
    provoke(401)
    await signInByForm(page, 'owner')
    await expect(tokenRow(page, 'terraform')).toBeVisible()
    sandbox.failNext('GET', /personal-access-tokens\/[0-9a-f]{32}\/$/, {
      status: 401,
      body: { detail: 'Invalid token.' },
    })
    await tokenRow(page, 'terraform').getByRole('link').click()
    const dialog = coverOf(page)
    await expect(dialog).toContainText('This opens another tab.')
    const opened = context.waitForEvent('page')
    await dialog.getByRole('link', { name: 'Sign in with Sandbox ID' }).click()
    const other = await opened
    await chooseAtProvider(other, 'Sign in as manager')
    await expectSignedIn(other)
    await expect(dialog).toBeVisible()
    await other.reload()
    await chooseAtProvider(other, 'Sign in as owner')
    await expectSignedIn(other)
    await expect(dialog).toHaveCount(0)
    await expect(page.getByRole('heading', { name: 'terraform', level: 1 })).toBeVisible()
  })

  test.describe('and no passwords', () => {
    test.use({ sandboxOptions: { settings: { SSO: true, LOCAL_SIGNIN: false } } })

    test('the provider comes first, a token second', async ({ page, sandbox }) => {
      await page.goto('/tokens')
      await expect(button(page)).toBeVisible()
      await expect(page.getByRole('textbox', { name: 'Username' })).toHaveCount(0)
      await page.getByRole('button', { name: 'Use an API token instead' }).click()
      await expect(button(page)).toHaveCount(0)
      await page.getByLabel('API token').fill(await sandbox.signIn('owner'))
      await page.getByRole('button', { name: 'Sign in', exact: true }).click()
      await expectSignedIn(page)
    })
  })

  test.describe('and the page under a path', () => {
    test.use({ placement: { base: '/portal/' } })

    test('the provider is not offered, because Waldur can’t return to a path', async ({ page, sandbox }) => {
      await page.goto('/portal/tokens')
      await enterPassword(page, 'owner')
      await expectSignedIn(page)
      expect(sent(sandbox, 'GET', '/api/identity-providers/')).toBe(0)
    })
  })

  test.describe('and HomePort’s sign-in shared', () => {
    test.use({ placement: { config: { homeportSession: 'localStorage' } } })

    test('HomePort gets the session and the method of the sign-in', async ({ page, sandbox }) => {
      await page.goto('/tokens')
      await chooseAtProvider(page, 'Sign in as owner')
      await expectSignedIn(page)
      const entries = await page.evaluate(() => [
        localStorage.getItem('waldur/auth/token'),
        localStorage.getItem('waldur/auth/method'),
      ])
      expect(entries).toEqual([await sandbox.signIn('owner'), 'keycloak'])
    })
  })
})

test.describe('with a provider that does not know this origin', () => {
  test.use({ sandboxOptions: { settings: { SSO: true, SSO_REDIRECTS: ['https://homeport.example.org'] } } })

  test('Waldur’s rejection is shown', async ({ page }) => {
    await page.goto('/tokens')
    await button(page).click()
    await expect(alerts(page)).toHaveText(
      'You weren’t signed in. The identity provider says: “Return URL is not allowed.”',
    )
  })
})
