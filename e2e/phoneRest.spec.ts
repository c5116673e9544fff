import { addressField, onlyFromThese, permission } from './createSteps.ts'
import { expect, test } from './fixtures.ts'
import { notice } from './listSteps.ts'
import { acceptPrompts, expectNoSidewaysScroll, expectScheme } from './pageSteps.ts'
import {
  beginByTouch,
  card,
  enterByTouch,
  expectFullScreen,
  expectInSight,
  expectNothingWide,
  PHONE,
  signInByTouch,
  tap,
} from './phoneSteps.ts'
import { readSecret, revealDialog } from './revealSteps.ts'
import { sent, statusFrom, tokensPath } from './sandboxSteps.ts'
import { catalogueOf, sayer } from './say.ts'
import { clipboardText } from './secretPlaces.ts'

test.use(PHONE)

test('how to use a secret: the kinds of example, one copied, a file and a test', async ({ page }) => {
  await signInByTouch(page, 'owner')
  const form = await beginByTouch(page, 'Nightly / import')
  await form.getByRole('button', { name: 'Create token' }).tap()
  const reveal = revealDialog(page)
  await reveal.getByRole('button', { name: 'Copy', exact: true }).tap()
  await reveal.getByRole('button', { name: 'How to use it' }).tap()
  for (const kind of ['Python SDK', 'Node.js', 'GitHub Actions', 'Ansible', 'curl']) {
    await reveal.getByRole('tab', { name: kind }).tap()
    await expectInSight(reveal.getByRole('tab', { name: kind, selected: true }))
    await expect(reveal.getByRole('tabpanel', { name: kind })).toContainText('WALDUR_ACCESS_TOKEN')
    await expectFullScreen(page, reveal, 'Done')
  }
  await reveal.getByRole('button', { name: 'Copy example' }).tap()
  await expectInSight(reveal.getByRole('status', { name: 'Copying the example' }).getByText('Copied in place of'))
  expect(await clipboardText(page)).toContain('$WALDUR_ACCESS_TOKEN')
  await reveal.getByRole('button', { name: 'Done' }).tap()
  const warning = reveal.getByRole('alert').filter({ hasText: 'no longer on your clipboard' })
  await expectInSight(warning)
  await expectFullScreen(page, reveal, 'Close without it')
  await reveal.getByRole('button', { name: 'Go back' }).tap()
  await expect(warning).toHaveCount(0)
  const saved = page.waitForEvent('download')
  await reveal.getByRole('button', { name: 'Download .env' }).tap()
  expect((await saved).suggestedFilename()).toBe('waldur-Nightly-import.env')
  await expectInSight(reveal.getByRole('status', { name: 'Download' }))
  await reveal.getByRole('button', { name: 'Test this token' }).tap()
  const result = reveal.getByRole('status', { name: 'Result of the test' })
  await expect(result).toContainText('Waldur accepts it')
  await expectInSight(result)
  await expectNothingWide(reveal)
  await reveal.getByRole('button', { name: 'Done' }).tap()
  await expect(card(page, 'Nightly / import')).toBeVisible()
})

test('offline in the middle of a form: that is said, and what was typed is kept and sent later', async ({
  context,
  page,
  provoke,
  sandbox,
}) => {
  provoke('broken connection')
  await signInByTouch(page, 'owner')
  const form = await beginByTouch(page, 'on a train')
  await context.setOffline(true)
  const create = form.getByRole('button', { name: 'Create token' })
  await create.tap()
  await expectInSight(form.getByRole('alert').filter({ hasText: 'You are offline; nothing was sent.' }))
  await expectFullScreen(page, form, 'Create token')
  await expect(form.getByRole('textbox', { name: 'Name' })).toHaveValue('on a train')
  await expect(permission(form, 'PROJECT.LIST')).toBeChecked()
  await context.setOffline(false)
  expect(sent(sandbox, 'POST', tokensPath)).toBe(0)
  await create.tap()
  await readSecret(page, tap)
  expect(sent(sandbox, 'POST', tokensPath)).toBe(1)
})

test('a create whose answer is lost is revoked from what the form says of it', async ({ page, provoke, sandbox }) => {
  provoke('broken connection')
  await signInByTouch(page, 'owner')
  const form = await beginByTouch(page, 'maybe')
  for (let send = 0; send < 8; send += 1) sandbox.dropNext('POST', tokensPath, 'afterCommit')
  await form.getByRole('button', { name: 'Create token' }).tap()
  const found = form.getByRole('alert').filter({ hasText: 'A token with this name was created' })
  await expectInSight(found)
  await expectFullScreen(page, form, 'Create token')
  await found.getByRole('button', { name: 'Revoke' }).tap()
  const revoke = page.getByRole('dialog', { name: 'Revoke maybe' })
  await expectFullScreen(page, revoke, 'Revoke token')
  await revoke.getByRole('button', { name: 'Revoke token' }).tap()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  expect((await sandbox.tokensOf('owner')).find(({ name }) => name === 'maybe')?.isActive).toBe(false)
})

test('a create that was left on its way is followed up, and its token revoked', async ({ page, sandbox }) => {
  acceptPrompts(page)
  await signInByTouch(page, 'member')
  const form = await beginByTouch(page, 'late')
  const release = sandbox.holdNext('POST', tokensPath)
  await form.getByRole('button', { name: 'Create token' }).tap()
  await expect.poll(() => sent(sandbox, 'POST', tokensPath)).toBe(1)
  await page.reload()
  await signInByTouch(page, 'member')
  const info = notice(page, 'This page was left while late was being created.')
  await expectInSight(info)
  release()
  await expect.poll(async () => (await sandbox.tokensOf('member')).map(({ name }) => name)).toContain('late')
  await info.getByRole('button', { name: 'Check again' }).tap()
  const found = notice(page, 'Nobody has the secret of late')
  await expectInSight(found)
  await expectNoSidewaysScroll(page)
  await found.getByRole('button', { name: 'Revoke' }).tap()
  const revoke = page.getByRole('dialog', { name: 'Revoke late' })
  await expectFullScreen(page, revoke, 'Revoke token')
  await revoke.getByRole('button', { name: 'Revoke token' }).tap()
  await expect(page.getByText('0 active, 1 in all')).toBeVisible()
  // Nor that nothing came of it.
  await expect(page.getByRole('alert')).toHaveCount(0)
})

test.describe('from an address that Waldur sees', () => {
  test.use({ extraHTTPHeaders: { 'X-Forwarded-For': '203.0.113.9' } })

  test('a token is made for some networks, and these are changed', async ({ origin, page, sandbox }) => {
    await signInByTouch(page, 'owner')
    const form = await beginByTouch(page, 'cluster')
    await onlyFromThese(form).tap()
    await addressField(form, 1).fill('somewhere')
    await form.getByRole('button', { name: 'Add address' }).tap()
    await expect(addressField(form, 2)).toBeFocused()
    await addressField(form, 2).fill('2001:DB8:1111:2222:3333:4444:5555:6666')
    await expectInSight(form.getByText('Waldur keeps it as 2001:db8:1111:2222:3333:4444:5555:6666/128.'))
    await form.getByRole('button', { name: 'Add my current address (203.0.113.9)' }).tap()
    await expect(addressField(form, 3)).toHaveValue('203.0.113.9')
    await form.getByRole('button', { name: 'Create token' }).tap()
    await expectInSight(form.getByText('This is no IP address and no network'))
    await expect(addressField(form, 1)).toBeFocused()
    await expectFullScreen(page, form, 'Create token')
    await form.getByRole('button', { name: 'Remove address 1' }).tap()
    await form.getByRole('button', { name: 'Create token' }).tap()
    const secret = `Bearer ${await readSecret(page, tap)}`
    await revealDialog(page).getByRole('checkbox', { name: 'I have stored it' }).tap()
    await revealDialog(page).getByRole('button', { name: 'Done' }).tap()
    expect(await statusFrom(origin, secret, '203.0.113.9')).toBe(200)
    expect(await statusFrom(origin, secret, '192.0.2.1')).toBe(401)

    await card(page, 'cluster').getByRole('link').tap()
    // The list was read before the token was used.
    await expect(page.getByRole('definition').filter({ hasText: 'from 203.0.113.9' })).toBeVisible()
    await page.getByRole('button', { name: 'Change networks' }).tap()
    const networks = page.getByRole('dialog', { name: 'Change networks of cluster' })
    await addressField(networks, 2).fill('192.0.2.0/24')
    await expectInSight(networks.getByRole('alert').filter({ hasText: 'It was last used from 203.0.113.9' }))
    await expectFullScreen(page, networks, 'Save networks')
    await networks.getByRole('button', { name: 'Save networks' }).tap()
    await expect(page.getByRole('definition').filter({ hasText: '192.0.2.0/24' })).toBeVisible()
    await expectNoSidewaysScroll(page)
    expect(await statusFrom(origin, secret, '203.0.113.9')).toBe(401)
    expect((await sandbox.tokensOf('owner')).find(({ name }) => name === 'cluster')?.networks).toHaveLength(2)
  })
})

test('language and colours are chosen in the account menu, and kept', async ({ page }) => {
  const say = sayer(catalogueOf('de'))
  await page.emulateMedia({ colorScheme: 'light' })
  await signInByTouch(page, 'owner')
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
  await expect(page.getByRole('heading', { name: say('Personal access tokens'), level: 1 })).toBeVisible()
  await expect(page.getByRole('link', { name: 'terraform', exact: true })).toBeVisible()
  await expectNoSidewaysScroll(page)
  await page.reload()
  await expect(page.getByRole('heading', { name: say('Sign in'), level: 1 })).toBeVisible()
  await expectScheme(page, 'dark')
  await page.getByRole('button', { name: 'Eesti' }).tap()
  await expect(page.locator('html')).toHaveAttribute('lang', 'et')
  await page.getByRole('button', { name: 'English' }).tap()
  await enterByTouch(page, 'owner')
  await expect(card(page, 'terraform')).toBeVisible()
  await choose('Theme of the system')
  await expectScheme(page, 'light')
})
