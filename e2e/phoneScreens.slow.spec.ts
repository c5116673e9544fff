import { expect, test } from './fixtures.ts'
import { menuItem, notice } from './listSteps.ts'
import { acceptPrompts, alerts, expectNoSidewaysScroll, expectScheme, goOffline, waitForDialogs } from './pageSteps.ts'
import {
  beginByTouch,
  card,
  chooseByTouch,
  expectFullScreen,
  expectInSight,
  openToolsByTouch,
  PHONE,
  tap,
} from './phoneSteps.ts'
import { expectNoSecret, readSecret } from './revealSteps.ts'
import { sent, tokensPath } from './sandboxSteps.ts'
import { askToSignOut, enterToken, expectSignedOut, signIn, signInByForm } from './sessionSteps.ts'
import { catalogOf, sayer } from './translations.ts'

// Each screen is checked once: it fits, and what the user must see or press is in view. Other journeys test what the
// screens do.
test.use(PHONE)

test('signing in and out, and the account menu', async ({ page, provoke, sandbox }) => {
  provoke(401, 503)
  await page.emulateMedia({ colorScheme: 'light' })
  await page.goto('/tokens')
  await enterToken(page, 'f'.repeat(40), tap)
  await expectInSight(page.getByRole('alert').filter({ hasText: 'Waldur didn’t accept this token' }))
  await expectNoSidewaysScroll(page)
  await page.getByLabel('API token').fill(`Authorization: Token ${await sandbox.signIn('owner')}`)
  await expectInSight(page.getByText('Only the token was used. The text around it was ignored.'))
  await page.getByRole('checkbox', { name: 'Keep me signed in (this tab only)' }).tap()
  await page.getByRole('button', { name: 'Sign in', exact: true }).tap()
  await expect(card(page, 'terraform')).toBeVisible()

  const choose = async (item: string, menu = 'Account menu') => {
    await page.getByRole('button', { name: menu }).tap()
    await expectInSight(page.getByRole('menu'))
    await expectNoSidewaysScroll(page)
    await page.getByRole('menuitemradio', { name: item }).tap()
  }
  await choose('Dark theme')
  await expect(page.getByRole('menuitemradio', { name: 'Dark theme' })).toBeChecked()
  await page.touchscreen.tap(10, 700)
  await expect(page.getByRole('menu')).toHaveCount(0)
  await expectScheme(page, 'dark')
  await choose('Deutsch')
  const say = sayer(catalogOf('de'))
  await expect(page.getByRole('heading', { name: say('Personal access tokens'), level: 1 })).toBeVisible()
  await expectNoSidewaysScroll(page)
  await page.reload()
  await expect(card(page, 'terraform')).toHaveCount(0)
  await expect(page.getByRole('link', { name: 'terraform', exact: true })).toBeVisible()
  await expectScheme(page, 'dark')
  await choose('English', say('Account menu'))
  await choose('System theme')
  await expectScheme(page, 'light')
  await page.touchscreen.tap(10, 700)

  sandbox.failNext('POST', '/api-auth/logout/', { status: 503 })
  const question = await askToSignOut(page, tap)
  await expectFullScreen(page, question, 'Forget in this tab')
  await question.getByRole('button', { name: 'Sign out' }).tap()
  await expectSignedOut(page)
  await expectInSight(page.getByRole('alert').filter({ hasText: 'Waldur didn’t confirm it' }))
  await expectNoSidewaysScroll(page)
})

test('with a personal access token the menus say why nothing can be changed', async ({ page, sandbox }) => {
  const { token } = await sandbox.createToken('owner', { name: 'reader' })
  await page.goto('/tokens')
  await enterToken(page, token, tap)
  const reason = 'You’re signed in with a personal access token, so you can only view tokens.'
  await expectInSight(page.getByRole('note').filter({ hasText: reason }))
  await card(page, 'reader').getByRole('button', { name: 'Actions for reader' }).tap()
  const menu = page.getByRole('menu')
  await expect(menuItem(menu, 'Revoke')).toBeDisabled()
  await expectInSight(menuItem(menu, 'Revoke'))
  await expectInSight(menu.getByText(reason))
  await expectNoSidewaysScroll(page)
  await page.touchscreen.tap(5, 5)
  await page.getByRole('button', { name: 'Account menu' }).tap()
  await page.getByRole('menuitem', { name: 'Sign out' }).tap()
  await expectFullScreen(page, page.getByRole('dialog', { name: 'Forget this token?' }), 'Forget in this tab')
})

test('the list after a failure and offline, and the dialogs that open from it', async ({
  context,
  page,
  provoke,
  sandbox,
}) => {
  provoke(500, 'broken connection')
  const { token, uuid } = await sandbox.createToken('owner', { name: 'found-in-a-log' })
  sandbox.failNext('GET', tokensPath, { status: 500 })
  await signInByForm(page, 'owner')
  await expect(alerts(page)).toContainText('Your tokens couldn’t be loaded')
  await expectNoSidewaysScroll(page)
  await page.getByRole('button', { name: 'Try again' }).tap()
  await expect(card(page, 'terraform')).toBeVisible()

  await waitForDialogs(page)
  await goOffline(page)
  await expectInSight(page.getByRole('alert').filter({ hasText: 'You’re offline.' }))
  await expectNoSidewaysScroll(page)
  await chooseByTouch(page, /^Revoke/, 'terraform')
  const question = page.getByRole('dialog', { name: 'Revoke terraform' })
  await question.getByRole('button', { name: 'Revoke token' }).tap()
  await expectInSight(question.getByRole('alert').filter({ hasText: 'nothing was sent' }))
  await expectFullScreen(page, question, 'Revoke token')
  await question.getByRole('button', { name: 'Cancel' }).tap()
  await context.setOffline(false)
  await expect(alerts(page)).toHaveCount(0)

  await (await openToolsByTouch(page)).getByRole('menuitem', { name: 'Revoke leaked tokens' }).tap()
  const leak = page.getByRole('dialog', { name: 'Revoke leaked tokens' })
  await expectFullScreen(page, leak, 'Cancel')
  await leak.getByRole('radio', { name: /^All active tokens/ }).tap()
  await leak.getByRole('button', { name: 'Review 8 tokens' }).tap()
  const all = page.getByRole('dialog', { name: 'Revoke 8 tokens' })
  await expectFullScreen(page, all, 'Revoke 8 tokens')
  await all.getByRole('button', { name: 'Cancel' }).tap()

  await chooseByTouch(page, /^Replace/, 'found-in-a-log')
  const form = page.getByRole('dialog', { name: 'Replace found-in-a-log' })
  await expectFullScreen(page, form, 'Create replacement')
  await form.getByRole('button', { name: 'Cancel' }).tap()

  await (await openToolsByTouch(page)).getByRole('menuitem', { name: 'Identify a token' }).tap()
  const finder = page.getByRole('dialog', { name: 'Identify a token' })
  await finder.getByRole('textbox', { name: 'Token or its beginning' }).tap()
  // A phone's keyboard inserts the clipboard's text like this.
  await page.keyboard.insertText(`10.1.2.3 - "GET /?token=${token} HTTP/1.1" 401`)
  await expectInSight(finder.getByText('One of your tokens expires in that second').first())
  await expectFullScreen(page, finder, 'Close')
  await expectInSight(finder.getByRole('link', { name: 'found-in-a-log' }))
  await finder.getByRole('button', { name: 'Revoke' }).tap()
  const revoke = page.getByRole('dialog', { name: 'Revoke found-in-a-log' })
  await expectFullScreen(page, revoke, 'Revoke token')
  await revoke.getByRole('button', { name: 'Revoke token' }).tap()
  await expect(revoke).toHaveCount(0)
  expect((await sandbox.tokensOf('owner')).find((one) => one.uuid === uuid)?.isActive).toBe(false)
})

test('the notices after a reload', async ({ page, sandbox }) => {
  acceptPrompts(page)
  await sandbox.createToken('member', { name: 'ci' })
  await signIn(page, 'member')
  await chooseByTouch(page, /^Rotate/, 'ci')
  await page.getByRole('dialog', { name: 'Rotate ci' }).getByRole('button', { name: 'Rotate token' }).tap()
  const secret = await readSecret(page, tap)
  await signIn(page, 'member')
  const question = notice(page, 'Did you save the secret for ci?')
  await expectInSight(question)
  await expectInSight(question.getByRole('button', { name: 'Rotate to get a new secret' }))
  await expectNoSidewaysScroll(page)
  await expectNoSecret(page, secret)
  await question.getByRole('button', { name: 'I have the secret' }).tap()
  await expect(question).toHaveCount(0)

  const form = await beginByTouch(page, 'late')
  const release = sandbox.holdNext('POST', tokensPath)
  await form.getByRole('button', { name: 'Create token' }).tap()
  await expect.poll(() => sent(sandbox, 'POST', tokensPath)).toBe(1)
  await signIn(page, 'member')
  const info = notice(page, 'The page closed while late was being created.')
  await expectInSight(info)
  release()
  await expect.poll(async () => (await sandbox.tokensOf('member')).map(({ name }) => name)).toContain('late')
  await info.getByRole('button', { name: 'Check again' }).tap()
  const found = notice(page, 'No one has the secret for late')
  await expectInSight(found)
  await expectNoSidewaysScroll(page)
  await found.getByRole('button', { name: 'Revoke' }).tap()
  const revoke = page.getByRole('dialog', { name: 'Revoke late' })
  await expectFullScreen(page, revoke, 'Revoke token')
  await revoke.getByRole('button', { name: 'Revoke token' }).tap()
  await expect(revoke).toHaveCount(0)
  // Nor is there a notice that nothing was created.
  await expect(alerts(page)).toHaveCount(0)
})
