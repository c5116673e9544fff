import { expectAccessible } from './axe.ts'
import {
  addPlace,
  anotherDate,
  fillCreate,
  limitToEntities,
  openCreate,
  openCreateFailing,
  openFilled,
  placeSearch,
  submit,
} from './createSteps.ts'
import { expect, test } from './fixtures.ts'
import { choose, openActions, openTool, tokenRow, tokenTable } from './listSteps.ts'
import { alerts } from './pageSteps.ts'
import { revealDialog } from './revealSteps.ts'
import { tokensPath, waitForPreload, waitForQueues } from './sandboxSteps.ts'
import { coverOf, endSessionElsewhere, enterPassword, signIn, signInByForm } from './sessionSteps.ts'

test('sign-in, by password and by token, before and after a rejection', async ({ page, provoke }) => {
  provoke(401)
  await page.goto('/tokens')
  await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible()
  await expectAccessible(page)
  await enterPassword(page, 'owner', 'wrong')
  await expect(alerts(page)).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Use an API token instead' }).click()
  await page.getByLabel('API token').fill('a b')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page.getByLabel('API token')).toHaveAccessibleDescription(/Tokens don’t contain spaces/)
  await expectAccessible(page)
})

test('the menus and dialogs of the list, and the end of a session', async ({ page, provoke, sandbox }) => {
  provoke(401)
  await signIn(page, 'owner')
  await expect(tokenTable(page)).toBeVisible()
  const menu = await openActions(page, 'spring-import')
  await expect(menu).toBeVisible()
  // MUI puts the popups of menus at the end of the body, outside every landmark, and hides all else meanwhile.
  await expectAccessible(page, ['region'])
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Account menu' }).click()
  await expect(page.getByRole('menu', { name: 'Account' })).toBeVisible()
  await expectAccessible(page, ['region'])
  await page.keyboard.press('Escape')
  await openTool(page, 'Keyboard shortcuts')
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.press('Escape')

  await page.getByRole('button', { name: 'Account menu' }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await expect(page.getByRole('dialog', { name: 'Sign out everywhere?' })).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await waitForPreload(sandbox)
  const dialog = await choose(page, 'Revoke', 'ci-deploy')
  await waitForQueues(sandbox)
  await expectAccessible(page)
  await dialog.getByRole('checkbox').check()
  await endSessionElsewhere(page, 'owner')
  await dialog.getByRole('button', { name: 'Revoke token' }).click()
  await expect(coverOf(page)).toBeVisible()
  await expectAccessible(page)
})

test('the list, empty and failed and loading', async ({ page, provoke, sandbox }) => {
  provoke(500)
  sandbox.failNext('GET', tokensPath, { status: 500 })
  await signInByForm(page, 'norole')
  await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible()
  await expectAccessible(page)
  const release = sandbox.holdNext('GET', tokensPath)
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('status', { name: 'Loading your tokens' })).toBeVisible()
  await expectAccessible(page)
  release()
  await expect(page.getByRole('heading', { name: 'No tokens yet' })).toBeVisible()
  await expectAccessible(page)
})

test('the pages of tokens, and URLs without a page', async ({ page }) => {
  await signIn(page, 'owner')
  for (const name of ['nightly-backup', 'spring-import']) {
    await tokenRow(page, name).getByRole('link').click()
    await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible()
    await expectAccessible(page)
    await page.getByRole('link', { name: 'All tokens' }).click()
  }
  for (const [address, heading] of [
    ['/nowhere', 'Page not found'],
    ['/tokens/nothing', 'Token not found'],
  ] as const) {
    await page.evaluate((path) => history.pushState(null, '', path), address)
    await expect(page.getByRole('heading', { name: heading })).toBeVisible()
    await expectAccessible(page)
  }
})

test('rotating: the dialog, a rejection, and the secret: hidden, shown, not yet stored, copied', async ({
  page,
  provoke,
  sandbox,
}) => {
  provoke(403)
  await signIn(page, 'owner')
  const dialog = await choose(page, 'Rotate', 'ci-deploy')
  await expectAccessible(page)
  await dialog.getByRole('checkbox').check()
  sandbox.failNext('POST', /rotate/, { status: 403, body: { detail: 'No.' } })
  await dialog.getByRole('button', { name: 'Rotate token' }).click()
  await expect(dialog.getByText('No.')).toBeVisible()
  await expectAccessible(page)

  await dialog.getByRole('button', { name: 'Rotate token' }).click()
  const reveal = revealDialog(page)
  await expect(reveal).toBeVisible()
  await expectAccessible(page)
  await reveal.getByRole('button', { name: 'Show secret' }).click()
  await expectAccessible(page)
  await reveal.getByRole('button', { name: 'Done' }).click()
  await expect(reveal.getByRole('button', { name: 'Go back' })).toBeVisible()
  await expectAccessible(page)
  await reveal.getByRole('button', { name: 'Go back' }).click()
  await reveal.getByRole('button', { name: 'Copy', exact: true }).click()
  await expect(reveal.getByText('Copied')).toBeVisible()
  await expectAccessible(page)
  await reveal.getByRole('button', { name: 'Done' }).click()
  await expect(reveal).toBeHidden()
})

// A member holds three permissions; with the hundred and more of staff, axe would check the same row for a minute.
test('creating: empty, with errors, filled in with the list of places open, and rejected', async ({
  page,
  provoke,
  sandbox,
}) => {
  provoke(400)
  const form = await openCreate(page, 'member')
  await expectAccessible(page)
  await limitToEntities(form)
  await submit(form)
  await expect(alerts(form)).toBeVisible()
  await expectAccessible(page)

  await fillCreate(form, 'deploy-bot', 'PROJECT.LIST')
  await placeSearch(form).click()
  await expect(form.getByRole('button', { name: /^Projects \d+$/ })).toBeVisible()
  // The list covers a part of what is below it.
  await expectAccessible(page, ['target-size'])
  await addPlace(form, 'céleste', 'Mécanique céleste')
  sandbox.settings.PAT_MAX_LIFETIME_DAYS = 1
  await anotherDate(form).click()
  await submit(form)
  await expect(form.getByLabel('Date and time')).toHaveAccessibleDescription(/cannot exceed 1 day/)
  await expectAccessible(page)
})

test('creating: a global permission', async ({ page }) => {
  const form = await openFilled(page, 'staff', 'root', 'STAFF.ACCESS')
  await form.getByRole('searchbox', { name: 'Search permissions' }).fill('access')
  await expectAccessible(page)
})

test('creating: without its lists, and with the question before discarding', async ({ page, provoke, sandbox }) => {
  provoke(500)
  // Both lists as the form opens, and the types once more when a place is to be chosen.
  const form = await openCreateFailing(page, sandbox, /available_(scopes|binding_targets)/, 3)
  await form.getByRole('textbox', { name: 'Name' }).fill('deploy-bot')
  await limitToEntities(form)
  await expect(form.getByRole('button', { name: 'Try again' })).toHaveCount(2)
  await form.getByRole('button', { name: 'Cancel' }).click()
  await expect(form.getByRole('button', { name: 'Keep editing' })).toBeVisible()
  await expectAccessible(page)
})
