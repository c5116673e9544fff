import type { Page } from 'playwright/test'
import { expectAccessible } from './axe.ts'
import { dialogs } from './dialogSteps.ts'
import { expect, test } from './fixtures.ts'
import { tokenRow } from './listSteps.ts'
import { alerts, passMinutes } from './pageSteps.ts'
import { rotate, waitForChecks } from './revealSteps.ts'
import { sent, statusOf } from './sandboxSteps.ts'
import { coverOf, enterPassword, expectSignedIn, signInByForm } from './sessionSteps.ts'

const me = '/api/users/me/'
const warning = (page: Page) => page.getByRole('alertdialog', { name: 'Are you still there?' })

test.beforeEach(async ({ page }) => {
  await page.clock.install()
})

/** Signs in and starts a token. All responses have arrived, so the page requests nothing more on its own. */
async function begin(page: Page): Promise<void> {
  await signInByForm(page, 'owner')
  await expect(tokenRow(page, 'terraform')).toBeVisible()
  await page.getByRole('button', { name: 'Create token', exact: true }).click()
  await page.getByRole('textbox', { name: 'Name' }).fill('half done')
  // Enabled by the form's last response.
  await expect(page.getByRole('button', { name: 'All that can be limited' })).toBeEnabled()
}

test('a warning comes in time, and one key continues the session and the work', async ({ page, sandbox }) => {
  await begin(page)
  const before = sent(sandbox, 'GET', me)
  await passMinutes(page, sandbox, 57)
  await expect(warning(page)).toHaveCount(0)
  await passMinutes(page, sandbox, 1.5)
  await expect(warning(page)).toContainText('Without activity, your session ends in')
  expect(sent(sandbox, 'GET', me), 'nothing keeps the session alive by itself').toBe(before)
  await expect(warning(page).getByRole('button', { name: 'Stay signed in' })).toBeFocused()
  await expectAccessible(page)
  await page.keyboard.press('Enter')
  await expect(warning(page)).toBeHidden()
  await expect(page.getByRole('textbox', { name: 'Name' })).toBeFocused()
  await expect(page.getByRole('textbox', { name: 'Name' })).toHaveValue('half done')
  // The session lasts another hour from here.
  await passMinutes(page, sandbox, 57)
  await expect(warning(page)).toHaveCount(0)
  await passMinutes(page, sandbox, 1.5)
  await expect(warning(page)).toBeVisible()
})

test('without an answer, the page is covered when the session ends, and kept', async ({ page, provoke, sandbox }) => {
  provoke(401)
  await begin(page)
  await passMinutes(page, sandbox, 59)
  await expect(warning(page)).toBeVisible()
  await passMinutes(page, sandbox, 2)
  await expect(coverOf(page)).toBeVisible()
  await expect(warning(page)).toHaveCount(0)
  await enterPassword(page, 'owner')
  await expect(coverOf(page)).toBeHidden()
  await expect(page.getByRole('textbox', { name: 'Name' })).toHaveValue('half done')
})

test('a session used elsewhere continues here too, and an unclear response covers the page', async ({
  origin,
  page,
  provoke,
  sandbox,
}) => {
  provoke(500)
  await begin(page)
  await passMinutes(page, sandbox, 40)
  expect(await statusOf(origin, `Token ${await sandbox.signIn('owner')}`)).toBe(200)
  await passMinutes(page, sandbox, 19)
  await expect(warning(page)).toBeVisible()
  await passMinutes(page, sandbox, 2)
  await expect(warning(page)).toHaveCount(0)
  await expect(coverOf(page)).toHaveCount(0)
  await expect(page.getByRole('textbox', { name: 'Name' })).toHaveValue('half done')

  // Its new end: an hour after that use, about 40 minutes from here.
  await passMinutes(page, sandbox, 38)
  await expect(warning(page)).toBeVisible()
  sandbox.failNext('GET', me, { status: 500 })
  await passMinutes(page, sandbox, 2)
  await expect(coverOf(page)).toBeVisible()
})

test('no key passes through the warning, and a user who is active sees none', async ({ page, sandbox }) => {
  await signInByForm(page, 'owner')
  await expect(tokenRow(page, 'terraform')).toBeVisible()
  await passMinutes(page, sandbox, 59)
  await expect(warning(page)).toBeVisible()
  await page.keyboard.press('n')
  await page.keyboard.press('Enter')
  await expect(warning(page)).toBeHidden()
  await expect(dialogs(page)).toHaveCount(0)

  await passMinutes(page, sandbox, 40)
  await tokenRow(page, 'terraform').getByRole('link').click()
  await expect(page.getByRole('heading', { name: 'terraform', level: 1 })).toBeVisible()
  // The heading comes from the list. The activity is a response from Waldur, which extended the session.
  await expect(page.getByRole('group', { name: 'Activity' }).getByRole('listitem')).not.toHaveCount(0)
  await passMinutes(page, sandbox, 25)
  await expectSignedIn(page)
  await expect(warning(page)).toHaveCount(0)
})

test('the warning says that the session could not be continued, and stays', async ({ page, provoke, sandbox }) => {
  provoke(500)
  await begin(page)
  await passMinutes(page, sandbox, 58.5)
  sandbox.failNext('GET', me, { status: 500 })
  await warning(page).getByRole('button', { name: 'Stay signed in' }).click()
  await expect(alerts(warning(page))).toContainText('Waldur had a problem')
  await warning(page).getByRole('button', { name: 'Stay signed in' }).click()
  await expect(warning(page)).toBeHidden()
})

test('a secret on the screen is covered too, and can be closed without signing in', async ({
  page,
  provoke,
  sandbox,
}) => {
  provoke(401)
  await sandbox.createToken('owner', { name: 'ci' })
  await signInByForm(page, 'owner')
  const reveal = await rotate(page, 'ci')
  await reveal.getByRole('checkbox', { name: 'I’ve stored the secret' }).check()
  await waitForChecks(page, sandbox)
  await passMinutes(page, sandbox, 61)
  await expect(coverOf(page)).toBeVisible()
  await expect(warning(page)).toHaveCount(0)
  await coverOf(page).getByRole('button', { name: 'Done' }).click()
  await expect(coverOf(page)).toContainText('Sign in to pick up where you left off.')
})

test.describe('with sessions that never end', () => {
  test.use({ sandboxOptions: { settings: { TOKEN_LIFETIME: null } } })

  test('no warning appears', async ({ page, sandbox }) => {
    await begin(page)
    await passMinutes(page, sandbox, 24 * 60)
    await expect(page.getByRole('textbox', { name: 'Name' })).toBeFocused()
    await expect(warning(page)).toHaveCount(0)
  })
})
