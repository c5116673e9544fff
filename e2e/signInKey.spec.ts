import type { Locator, Page } from 'playwright/test'
import { expectAccessible } from './axe.ts'
import { createForm } from './dialogSteps.ts'
import { expect, test } from './fixtures.ts'
import { tokenRow } from './listSteps.ts'
import { expectNoSecret, rotate, storeAndClose } from './revealSteps.ts'
import { clipboardText, findSecret, heapText } from './secretPlaces.ts'
import { signIn, signInByForm } from './sessionSteps.ts'

const result = (dialog: Locator) => dialog.getByRole('status', { name: 'Test result' })
const warning = (dialog: Locator) =>
  dialog.getByRole('alert').filter({ hasText: 'This token can get your sign-in key' })
const known = 'This Waldur server gives tokens your sign-in key.'
/** The query with which the test requests the key, with the token itself. */
const keyQuery = '?field=uuid&field=token'
const keyRequest = /^\/api\/users\/me\/\?field=uuid&field=token$/

async function testToken(dialog: Locator): Promise<void> {
  await dialog.getByRole('button', { name: 'Test token' }).click()
  await expect(result(dialog)).toContainText('Waldur accepted the token')
}

async function rotateAndTest(page: Page): Promise<Locator> {
  await signInByForm(page, 'norole')
  const dialog = await rotate(page, 'ci')
  await testToken(dialog)
  return dialog
}

test.describe('the test of a token', () => {
  test.beforeEach(async ({ sandbox }) => {
    await sandbox.createToken('norole', { name: 'ci' })
  })

  test('warns if Waldur gives the sign-in key away, keeps nothing of it, and has a text for the administrator', async ({
    page,
    sandbox,
  }) => {
    const key = await sandbox.signIn('norole')
    const dialog = await rotateAndTest(page)
    await expect(warning(dialog)).toContainText(
      'Waldur gave it to the token in this test. The page discarded it unread.',
    )
    await expect(warning(dialog)).toContainText('Guard the secret like your password')
    expect(sandbox.requests.filter(({ query }) => query === keyQuery)).toHaveLength(1)
    // The key is also the user's own session, which is sent as a header.
    await expectNoSecret(page, key, ['request headers'])
    await expectAccessible(page)

    await dialog.getByRole('button', { name: 'Copy', exact: true }).click()
    await warning(dialog).getByRole('button', { name: 'Copy text' }).click()
    await expect(dialog.getByRole('status', { name: 'Copying the text' })).toHaveText('Copied, replacing the secret')
    expect(await clipboardText(page)).toMatch(
      /^A personal access token gets its owner’s sign-in key from GET \/api\/users\/me\//,
    )
    await expect(dialog).toContainText('The secret is no longer on your clipboard.')
  })

  test('keeps no other key either, not even in memory', { tag: '@slow' }, async ({ page, sandbox }) => {
    const [uuid, token] = ['5'.repeat(32), '6a7b8c9d'.repeat(5)]
    sandbox.failNext('GET', keyRequest, { status: 200, body: { uuid, token } })
    const dialog = await rotateAndTest(page)
    await expect(warning(dialog)).toBeVisible()
    expect(await findSecret(page, token)).toEqual([])
    expect((await heapText(page)).includes(token), 'heap').toBe(false)
    await storeAndClose(page)
    expect(await findSecret(page, token)).toEqual([])
    expect((await heapText(page)).includes(token), 'heap, after closing').toBe(false)
  })

  test('says if the check failed, keeps the earlier result, and says if the key stays hidden', async ({
    page,
    provoke,
    sandbox,
  }) => {
    provoke(503, 403)
    const unclear = 'Couldn’t check whether this token can get your sign-in key.'
    sandbox.failNext('GET', keyRequest, { status: 503 })
    const dialog = await rotateAndTest(page)
    await expect(result(dialog)).toContainText(unclear)
    await expect(result(dialog)).toContainText('Waldur accepted the token and identified you as Aino Öpik.')
    const again = dialog.getByRole('button', { name: 'Test token' })
    for (const response of [{ status: 403 }, { status: 200, body: '{"token": "6a7b' }, { status: 200, body: {} }]) {
      sandbox.failNext('GET', keyRequest, response)
      await again.click()
      await expect(result(dialog)).toContainText(unclear)
    }
    await again.click()
    await expect(warning(dialog)).toBeVisible()
    await expect(result(dialog)).not.toContainText('Couldn’t')

    sandbox.settings.PAT_SEES_SIGN_IN_KEY = false
    await again.click()
    await expect(result(dialog)).toContainText('Your sign-in key stays hidden from this token.')
    await expect(warning(dialog)).toBeHidden()
  })

  test('does not call the key hidden if the session has none', async ({ page, sandbox }) => {
    sandbox.settings.OIDC_ACCESS_TOKEN_ENABLED = true
    const key = await sandbox.signIn('norole')
    await page.addInitScript((value) => sessionStorage.setItem('waldur-tokens.session', value), `Bearer ${key}`)
    sandbox.settings.PAT_SEES_SIGN_IN_KEY = false
    await page.goto('/tokens')
    const dialog = await rotate(page, 'ci')
    await testToken(dialog)
    await expect(result(dialog)).toContainText('Couldn’t check whether this token can get your sign-in key.')
  })
})

test('the form and the tokens’ pages show the result until a test finds otherwise', async ({
  context,
  page,
  sandbox,
}) => {
  for (const name of ['first', 'second']) await sandbox.createToken('owner', { name })
  const detail = async (tab: Page) => {
    await signIn(tab, 'owner')
    await tokenRow(tab, 'terraform').getByRole('link').first().click()
    await expect(tab.getByRole('heading', { name: 'terraform', level: 1 })).toBeVisible()
  }
  await detail(page)
  await expect(page.getByText(known)).toHaveCount(0)
  await page.getByRole('link', { name: 'All tokens' }).click()
  await testToken(await rotate(page, 'first'))
  await storeAndClose(page)

  const other = await context.newPage()
  await detail(other)
  await expect(other.getByRole('main').getByText(known)).toBeVisible()
  await page.getByRole('button', { name: 'Create token', exact: true }).click()
  const form = createForm(page)
  await expect(form.getByText(known)).toBeVisible()
  await form.getByRole('button', { name: 'Cancel' }).click()

  sandbox.settings.PAT_SEES_SIGN_IN_KEY = false
  await testToken(await rotate(page, 'second'))
  await expect(other.getByText(known)).toHaveCount(0)
  expect(await page.evaluate(() => localStorage.getItem('waldur-tokens.key-exposed'))).toBeNull()
})
