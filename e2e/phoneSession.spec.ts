import { expect, test } from './fixtures.ts'
import { menuItem, notice } from './listSteps.ts'
import { acceptPrompts, expectNoSidewaysScroll, passMinutes } from './pageSteps.ts'
import {
  beginByTouch,
  card,
  chooseByTouch,
  enterByTouch,
  expectFullScreen,
  expectInSight,
  PHONE,
  signInByTouch,
  tap,
} from './phoneSteps.ts'
import { expectNoSecret, readSecret, revealDialog } from './revealSteps.ts'
import { sent, statusOf, waitForPreload, waitForQueues } from './sandboxSteps.ts'
import { askToSignOut, endSessionElsewhere, enterToken, expectSignedIn, expectSignedOut } from './sessionSteps.ts'

test.use(PHONE)

test('a session token signs in, and what stood around it is left out', async ({ page, provoke, sandbox }) => {
  provoke(401)
  await page.goto('/tokens')
  await enterToken(page, 'f'.repeat(40), tap)
  await expectInSight(page.getByRole('alert').filter({ hasText: 'Waldur does not accept this token' }))
  await expectNoSidewaysScroll(page)
  await page.getByLabel('API token').fill(`Authorization: Token ${await sandbox.signIn('owner')}`)
  await expectInSight(page.getByText('Only the token itself was used; what stood around it was left out.'))
  await page.getByRole('checkbox', { name: 'Stay signed in in this tab' }).tap()
  await page.getByRole('button', { name: 'Sign in', exact: true }).tap()
  await expect(card(page, 'terraform')).toBeVisible()
  await page.reload()
  await expect(card(page, 'terraform')).toBeVisible()
})

test('a personal access token may look, the page says why not more, and forgets it', async ({
  origin,
  page,
  sandbox,
}) => {
  const { token } = await sandbox.createToken('owner', { name: 'reader' })
  await page.goto('/tokens')
  await enterToken(page, token, tap)
  const reason = 'You signed in with a personal access token, so you can look but not change anything.'
  await expectInSight(page.getByRole('alert').filter({ hasText: reason }))
  await expect(page.getByRole('button', { name: 'Create token' })).toBeDisabled()
  await card(page, 'reader').getByRole('button', { name: 'Actions for reader' }).tap()
  const menu = page.getByRole('menu')
  await expect(menuItem(menu, 'Revoke')).toBeDisabled()
  await expectInSight(menuItem(menu, 'Revoke'))
  await expectInSight(menu.getByText(reason))
  await expectNoSidewaysScroll(page)
  await page.touchscreen.tap(5, 5)
  await page.getByRole('button', { name: 'Account menu' }).tap()
  await page.getByRole('menuitem', { name: 'Sign out' }).tap()
  const dialog = page.getByRole('dialog', { name: 'Forget this token?' })
  await expectFullScreen(page, dialog, 'Forget in this tab')
  await dialog.getByRole('button', { name: 'Forget in this tab' }).tap()
  await expectSignedOut(page)
  expect(await statusOf(origin, `Bearer ${token}`)).toBe(200)
})

test('a session that ends in the middle is signed in again where one was', async ({
  origin,
  page,
  provoke,
  sandbox,
}) => {
  provoke(401)
  await signInByTouch(page, 'owner')
  await waitForPreload(sandbox)
  await chooseByTouch(page, /^Revoke/, 'terraform')
  await waitForQueues(sandbox)
  await endSessionElsewhere(sandbox, origin, 'owner')
  const question = page.getByRole('dialog', { name: 'Revoke terraform' })
  await question.getByRole('button', { name: 'Revoke token' }).tap()
  const ended = page.getByRole('dialog', { name: 'Your session ended' })
  await expectFullScreen(page, ended, 'Sign in')
  await expectInSight(ended.getByText('What you entered is kept.'))
  await expectInSight(ended.getByRole('button', { name: 'Leave instead' }))
  await enterByTouch(page, 'owner')
  await expect(ended).toHaveCount(0)
  await expectInSight(question.getByRole('alert').filter({ hasText: 'Your session ended. Sign in again.' }))
  expect(sent(sandbox, 'DELETE', /personal-access-tokens/), 'nothing is sent again by itself').toBe(1)
  await question.getByRole('button', { name: 'Revoke token' }).tap()
  await expect(question).toHaveCount(0)
  await expect(card(page, 'terraform')).toContainText('Revoked')
})

test('one may leave instead, and nothing is left on the screen', async ({ origin, page, provoke, sandbox }) => {
  provoke(401)
  await signInByTouch(page, 'owner')
  await waitForPreload(sandbox)
  await chooseByTouch(page, /^Revoke/, 'terraform')
  await waitForQueues(sandbox)
  await endSessionElsewhere(sandbox, origin, 'owner')
  await page.getByRole('button', { name: 'Revoke token' }).tap()
  await page.getByRole('dialog', { name: 'Your session ended' }).getByRole('button', { name: 'Leave instead' }).tap()
  await expectSignedOut(page)
  await expect(page.getByText('terraform')).toHaveCount(0)
  await expectNoSidewaysScroll(page)
})

test('one is asked in time, stays by one tap, and goes on where one was', async ({ page, provoke, sandbox }) => {
  provoke(401, 500)
  await page.clock.install()
  await signInByTouch(page, 'owner')
  await expect(card(page, 'terraform')).toBeVisible()
  const form = await beginByTouch(page, 'half done')
  // What the form asks for last.
  await expect(form.getByRole('button', { name: 'All that can be limited' })).toBeEnabled()
  await passMinutes(page, sandbox, 58.5)
  const warning = page.getByRole('alertdialog', { name: 'Are you still there?' })
  await expectFullScreen(page, warning, 'Stay signed in')
  await expectInSight(warning.getByText('Your session ends in'))
  sandbox.failNext('GET', '/api/users/me/', { status: 500 })
  await warning.getByRole('button', { name: 'Stay signed in' }).tap()
  await expectInSight(warning.getByRole('alert').filter({ hasText: 'Waldur has a problem' }))
  await warning.getByRole('button', { name: 'Stay signed in' }).tap()
  await expect(warning).toHaveCount(0)
  await expect(form.getByRole('textbox', { name: 'Name' })).toHaveValue('half done')
  // Nobody there the next time: the page is covered, and kept.
  await passMinutes(page, sandbox, 61)
  const ended = page.getByRole('dialog', { name: 'Your session ended' })
  await expectFullScreen(page, ended, 'Sign in')
  await enterByTouch(page, 'owner')
  await expect(ended).toHaveCount(0)
  await expect(form.getByRole('textbox', { name: 'Name' })).toHaveValue('half done')
})

test('a sign-out that cannot be told is said, and forgetting in this tab ends nothing', async ({
  origin,
  page,
  provoke,
  sandbox,
}) => {
  provoke(503)
  await signInByTouch(page, 'owner')
  const key = await sandbox.signIn('owner')
  const question = await askToSignOut(page, tap)
  await expectFullScreen(page, question, 'Forget in this tab')
  await question.getByRole('button', { name: 'Cancel' }).tap()
  await expectSignedIn(page)
  await (await askToSignOut(page, tap)).getByRole('button', { name: 'Forget in this tab' }).tap()
  await expectSignedOut(page)
  expect(await statusOf(origin, `Token ${key}`)).toBe(200)
  expect(sent(sandbox, 'POST', '/api-auth/logout/')).toBe(0)

  await signInByTouch(page, 'owner')
  sandbox.failNext('POST', '/api-auth/logout/', { status: 503 })
  await (await askToSignOut(page, tap)).getByRole('button', { name: 'Sign out' }).tap()
  await expectSignedOut(page)
  await expectInSight(page.getByRole('alert').filter({ hasText: 'the server could not be told' }))
  await expectNoSidewaysScroll(page)
})

test('a secret that was on screen before a reload is spoken of, until it is rotated', async ({ page, sandbox }) => {
  acceptPrompts(page)
  await sandbox.createToken('norole', { name: 'ci' })
  await signInByTouch(page, 'norole')
  await chooseByTouch(page, /^Rotate/, 'ci')
  await page.getByRole('dialog', { name: 'Rotate ci' }).getByRole('button', { name: 'Rotate token' }).tap()
  const secret = await readSecret(page, tap)
  await page.reload()
  await signInByTouch(page, 'norole')
  const question = notice(page, 'Did you save the secret of ci?')
  await expectInSight(question)
  await expectInSight(question.getByRole('button', { name: 'I have it' }))
  await expectNoSidewaysScroll(page)
  await expectNoSecret(page, secret)
  await question.getByRole('button', { name: 'Rotate to get a new secret' }).tap()
  const rotate = page.getByRole('dialog', { name: 'Rotate ci' })
  await expectFullScreen(page, rotate, 'Rotate token')
  await rotate.getByRole('button', { name: 'Rotate token' }).tap()
  await expectFullScreen(page, revealDialog(page), 'Done')
  await revealDialog(page).getByRole('checkbox', { name: 'I have stored it' }).tap()
  await revealDialog(page).getByRole('button', { name: 'Done' }).tap()
  await expect(page.getByText('1 active, 3 in all')).toBeVisible()
  await expect(page.getByRole('alert')).toHaveCount(0)
})
