import type { Page } from 'playwright/test'
import { expect, test } from './fixtures.ts'
import { notice, tokenRow } from './listSteps.ts'
import { comeBackOnline } from './pageSteps.ts'
import {
  clipboardStatus,
  expectNoSecret,
  lossQuestion,
  readSecret,
  revealDialog,
  rotate,
  storeAndClose,
} from './revealSteps.ts'
import { sent, waitForPreload } from './sandboxSteps.ts'
import { accessibilityTree, clipboardText } from './secretPlaces.ts'
import { coverOf, endSessionElsewhere, enterPassword, enterToken, signIn, signInByForm } from './sessionSteps.ts'

// biome-ignore lint/performance/useDomNodeTextContent: innerText leaves out what is hidden, and textContent would not
const shownText = (page: Page) => page.evaluate(() => document.body.innerText)

/** What people and programs can read from the page in its current state, by the way they read it. */
async function readAll(page: Page): Promise<Record<string, string>> {
  // In a field, the key would select the field's text.
  await coverOf(page).getByRole('heading').click()
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.press('ControlOrMeta+C')
  const onScreen = await shownText(page)
  await page.emulateMedia({ media: 'print' })
  const onPaper = await shownText(page)
  await page.emulateMedia({ media: 'screen' })
  return {
    onScreen,
    onPaper,
    selected: await page.evaluate(() => String(getSelection())),
    copied: await clipboardText(page),
    'to a screen reader': await accessibilityTree(page),
  }
}

/** Whether the browser finds this text in the page. */
const isFound = (page: Page, text: string) =>
  page.evaluate((wanted) => {
    getSelection()?.removeAllRanges()
    return Reflect.apply(Reflect.get(window, 'find'), window, [wanted, false, false, true]) === true
  }, text)

test('nothing can be read from under the cover, and what was typed is kept', async ({ page, provoke, sandbox }) => {
  provoke(401)
  await signIn(page, 'owner')
  await waitForPreload(sandbox)
  expect(await isFound(page, 'terraform')).toBe(true)
  await page.getByRole('button', { name: 'Create token', exact: true }).click()
  await page.getByRole('textbox', { name: 'Name' }).fill('half done')
  await expect(page.getByRole('button', { name: 'All that can be limited' })).toBeEnabled()
  await endSessionElsewhere(page, 'owner')
  await comeBackOnline(page)
  await expect(coverOf(page)).toBeVisible()
  await expect(page).toHaveTitle('Your session ended · Waldur Tokens')
  await coverOf(page).evaluate((dialog) => dialog instanceof HTMLDialogElement && dialog.close())
  await expect(coverOf(page)).toBeVisible()
  for (const [where, text] of Object.entries(await readAll(page))) {
    expect(text, where).not.toContain('terraform')
    expect(text, where).not.toContain('half done')
  }
  expect(await isFound(page, 'terraform')).toBe(false)
  await enterPassword(page, 'owner')
  await expect(coverOf(page)).toHaveCount(0)
  await expect(page.getByRole('textbox', { name: 'Name' })).toHaveValue('half done')
  await expect(page.getByRole('textbox', { name: 'Name' })).toBeFocused()
})

test.describe('an open secret whose session ended', () => {
  let secret = ''

  test.beforeEach(async ({ page, provoke, sandbox }) => {
    provoke(401)
    await sandbox.createToken('owner', { name: 'ci' })
    await signIn(page, 'owner')
    const reveal = await rotate(page, 'ci')
    secret = await readSecret(page)
    await expect(reveal.getByRole('button', { name: 'Test token' })).toBeVisible()
    await reveal.getByRole('button', { name: 'Show secret' }).click()
    await endSessionElsewhere(page, 'owner')
    await comeBackOnline(page)
    await expect(coverOf(page)).toContainText('The new secret is still here.')
  })

  test('is nowhere, and can be shown, copied or tested only after its user has signed in', async ({
    page,
    sandbox,
  }) => {
    await expectNoSecret(page, secret)
    // A personal access token is not enough.
    const { token } = await sandbox.createToken('owner', { name: 'watch', scopes: ['PROJECT.LIST'] })
    await enterToken(page, token)
    await expect(coverOf(page)).toContainText('A personal access token isn’t enough to see the new secret')
    await expect(coverOf(page)).toContainText('The new secret is still here.')
    await coverOf(page).getByRole('button', { name: 'Use a password instead' }).click()
    for (const name of ['Show secret', 'Copy', 'Download .env', 'Test token']) {
      await expect(page.getByRole('button', { name, exact: true }), name).toHaveCount(0)
    }
    const asked = sent(sandbox, 'GET', '/api/users/me/')
    for (const [where, text] of Object.entries(await readAll(page))) expect(text, where).not.toContain(secret)
    await enterPassword(page, 'owner')
    await expect(coverOf(page)).toHaveCount(0)
    expect(sent(sandbox, 'GET', '/api/users/me/')).toBeGreaterThan(asked)
    await expect(revealDialog(page).getByRole('code')).toHaveCount(0)
    expect(await readSecret(page)).toBe(secret)
    await revealDialog(page).getByRole('button', { name: 'Test token' }).click()
    await expect(revealDialog(page).getByRole('status', { name: 'Test result' })).toContainText('accepted the token')
    await storeAndClose(page)
    await expect(tokenRow(page, 'ci')).toHaveText([/Active/, /Revoked/])
  })

  test('can be closed without a sign-in, after a question unless it was copied', async ({ page, sandbox }) => {
    await coverOf(page).getByRole('button', { name: 'Done' }).click()
    await expect(lossQuestion(coverOf(page))).toHaveText('You haven’t copied the secret. It can’t be shown again.')
    await expect(coverOf(page).getByRole('button', { name: 'Go back' })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(coverOf(page).getByRole('button', { name: 'Done' })).toBeFocused()
    await page.keyboard.press('Enter')
    await coverOf(page).getByRole('button', { name: 'Close anyway' }).click()
    await expect(coverOf(page)).toContainText('Sign in to pick up where you left off.')
    await expectNoSecret(page, secret)
    await sandbox.createToken('owner', { name: 'copied' })
    await enterPassword(page, 'owner')
    await expect(tokenRow(page, 'ci')).toHaveText([/Active/, /Revoked/])
    await expect(page.getByRole('dialog')).toHaveCount(0)

    const reveal = await rotate(page, 'copied')
    await reveal.getByRole('button', { name: 'Copy', exact: true }).click()
    await expect(clipboardStatus(reveal)).toHaveText('Copied')
    await endSessionElsewhere(page, 'owner')
    await comeBackOnline(page)
    await coverOf(page).getByRole('button', { name: 'Done' }).click()
    await expect(coverOf(page)).toContainText('Sign in to pick up where you left off.')
    await coverOf(page).getByRole('button', { name: 'Leave this page' }).click()
    await expect(page.getByRole('heading', { name: 'Sign in', level: 1 })).toBeVisible()
  })

  test('is lost when another user signs in, and both users see that', async ({ context, page }) => {
    await expect(coverOf(page)).toContainText('It’s gone for good if another user signs in.')
    await enterPassword(page, 'manager')
    await expect(tokenRow(page, 'sequencer-upload')).toBeVisible()
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await expectNoSecret(page, secret)
    const gone = page
      .getByRole('alert')
      .filter({ hasText: 'The secret that was open here is gone, because another user signed in.' })
    await gone.getByRole('button', { name: 'Dismiss' }).click()
    await expect(gone).toHaveCount(0)
    const other = await context.newPage()
    await signInByForm(other, 'owner')
    await expect(notice(other, 'Did you save the secret for ci?')).toBeVisible()
  })

  test('is available again when its user signs in in another tab', async ({ context, page }) => {
    const [stranger, other] = [await context.newPage(), await context.newPage()]
    await signInByForm(stranger, 'manager')
    await expect(coverOf(page)).toContainText('The new secret is still here.')
    await signInByForm(other, 'owner')
    await expect(coverOf(page)).toHaveCount(0)
    expect(await readSecret(page)).toBe(secret)
  })
})
