import type { Page } from 'playwright/test'
import type { Sandbox } from '../sandbox/sandbox.ts'
import { expect, test } from './fixtures.ts'
import { choose, tokenRow } from './listSteps.ts'
import { alerts } from './pageSteps.ts'
import { sent, tokensPath, waitForPreload, waitForQueues } from './sandboxSteps.ts'
import {
  coverOf,
  endSessionElsewhere,
  enterPassword,
  expectSignedIn,
  expectSignedOut,
  signInByForm,
} from './sessionSteps.ts'

test('a reload ends the session, unless the user chose to stay signed in', { tag: '@firefox' }, async ({ page }) => {
  await page.goto('/tokens')
  await expect(page.getByRole('checkbox', { name: 'Keep me signed in (this tab only)' })).not.toBeChecked()
  await enterPassword(page, 'owner')
  await expectSignedIn(page)
  expect(await page.evaluate(() => [localStorage.length, sessionStorage.length])).toEqual([0, 0])
  await page.reload()
  await expectSignedOut(page)
})

test('a tab that stays signed in does so alone, until the session ends', async ({
  context,
  page,
  provoke,
  sandbox,
}) => {
  provoke(401)
  await page.goto('/tokens')
  await page.getByRole('checkbox', { name: 'Keep me signed in (this tab only)' }).check()
  await enterPassword(page, 'owner')
  await expectSignedIn(page)
  await page.reload()
  await expectSignedIn(page)
  await expect(tokenRow(page, 'terraform')).toBeVisible()
  expect(await page.evaluate(() => localStorage.length)).toBe(0)
  const other = await context.newPage()
  await other.goto('/tokens')
  await expectSignedOut(other)
  await other.close()

  await waitForPreload(sandbox)
  await endSessionElsewhere(page, 'owner')
  await page.reload()
  await expectSignedOut(page)
  await expect(page.getByRole('note')).toHaveText('Your session ended. Sign in to continue.')
  await enterPassword(page, 'owner')
  await expectSignedIn(page)
})

async function openList(page: Page, sandbox: Sandbox): Promise<void> {
  await signInByForm(page, 'owner')
  await waitForPreload(sandbox)
}

/** Ends the session elsewhere while a dialog is open, whose request then fails. */
async function failByEnd(page: Page, sandbox: Sandbox) {
  const dialog = await choose(page, 'Revoke', 'terraform')
  await waitForQueues(sandbox)
  await endSessionElsewhere(page, 'owner')
  await dialog.getByRole('button', { name: 'Revoke token' }).click()
  await expect(coverOf(page)).toBeVisible()
}

test('after a session has ended, signing in continues where the user was', async ({ page, provoke, sandbox }) => {
  provoke(401)
  await openList(page, sandbox)
  await failByEnd(page, sandbox)
  expect((await sandbox.tokensOf('owner')).find(({ name }) => name === 'terraform')?.isActive).toBe(true)
  await page.keyboard.press('Escape')
  await expect(coverOf(page)).toHaveCount(1)
  // A session that has ended is not used again: the responses could only be the same.
  const before = sandbox.requests.length
  await expect(coverOf(page).getByRole('textbox', { name: 'Username' })).toBeFocused()
  expect(sandbox.requests.slice(before).filter(({ status }) => status === 401)).toEqual([])

  await enterPassword(page, 'owner')
  await expect(coverOf(page)).toBeHidden()
  const dialog = page.getByRole('dialog', { name: 'Revoke terraform' })
  await expect(alerts(dialog)).toHaveText('You’re signed in again. Nothing was changed.')
  await expect(dialog.getByRole('button', { name: 'Revoke token' })).toBeFocused()
  expect(sent(sandbox, 'DELETE', /terraform|personal-access-tokens/), 'nothing is sent again by itself').toBe(1)
  await dialog.getByRole('button', { name: 'Revoke token' }).click()
  await expect(tokenRow(page, 'terraform')).toContainText('Revoked')
})

test('another user who signs in then sees nothing of the first', async ({ page, provoke, sandbox }) => {
  provoke(401)
  await openList(page, sandbox)
  await failByEnd(page, sandbox)
  const release = sandbox.holdNext('GET', tokensPath)
  await enterPassword(page, 'manager')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.getByRole('link', { name: 'terraform' })).toHaveCount(0)
  release()
  await expect(tokenRow(page, 'sequencer-upload')).toBeVisible()
  await expect(page.getByRole('link', { name: 'terraform' })).toHaveCount(0)
  await page.getByRole('button', { name: 'Account menu' }).click()
  await expect(page.getByText('Jürgen Weiß')).toBeVisible()
})

test('the user can leave instead of signing in again', async ({ page, provoke, sandbox }) => {
  provoke(401)
  await openList(page, sandbox)
  await failByEnd(page, sandbox)
  await page.getByRole('button', { name: 'Leave this page' }).click()
  await expectSignedOut(page)
  await expect(page.getByText('terraform')).toHaveCount(0)
})
